import { KeyNumbers } from '../../inventory/key-numbers.ts';
import { linkKeys, writeHash } from '../../inventory/key-kinds.ts';

/** Whether a key is one of those that name no single thing, from their hashes. */
export function repeatedKeyTest(hashes: Uint32Array): (key: string) => boolean {
  if (hashes.length === 0) return () => false;
  const known = new KeyNumbers(hashes.length / 2);
  for (let at = 0; at < hashes.length; at += 2) known.numberOf(hashes[at] ?? 0, hashes[at + 1] ?? 0);
  const words = new Uint32Array(2);
  return (key) => {
    if (!key.startsWith('serial:') && !key.startsWith('external_id:')) return false;
    const [link] = linkKeys([key], 'unknown');
    writeHash(link?.text ?? '', words, 0);
    return known.has(words[0] ?? 0, words[1] ?? 0);
  };
}
