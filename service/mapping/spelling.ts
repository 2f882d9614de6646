/** Letter triples of a word, its ends marked, so that `hostnmae` and `hostname` share most of theirs. */
export function trigrams(text: string): ReadonlySet<string> {
  const marked = ` ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at += 1) found.add(marked.slice(at, at + 3));
  return found;
}

/** Dice coefficient of two sets of triples: 0 nothing in common … 1 equal. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const triple of left) if (right.has(triple)) common += 1;
  return (2 * common) / (left.size + right.size);
}
