import type { Alias, HeaderIndex } from './header-index.ts';
import { trigrams } from './spelling.ts';
import { isVoiding } from './word-roles.ts';

/** Shorter headers look like too many things. */
const SPELLING_MIN_CHARACTERS = 5;

/** Where words say next to nothing, letters still do: misspelt and run-together headers find their field. */
export function eachAlike(
  words: readonly string[],
  { aliases, byTrigram, common }: HeaderIndex,
  visit: (at: number, alike: number) => void,
): void {
  const joined = words.join('');
  if (joined.length < SPELLING_MIN_CHARACTERS) return;
  const ofHeader = trigrams(joined);
  const related: number[] = [];
  for (const triple of ofHeader)
    for (const at of byTrigram.get(triple) ?? []) {
      if (common[at] === 0) related.push(at);
      common[at] = (common[at] as number) + 1;
    }
  // What takes a name back is not a way to spell it: `reclaimable memory` is no `visible memory`.
  const voiding = words.filter(isVoiding);
  for (const at of related) {
    const { known, trigrams: ofAlias } = aliases[at] as Alias;
    const alike = (2 * (common[at] as number)) / (ofHeader.size + ofAlias.size);
    common[at] = 0;
    if (voiding.every((word) => known.has(word))) visit(at, alike);
  }
}
