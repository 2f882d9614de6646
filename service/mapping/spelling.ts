/** Letter triples of a word, its ends marked, so that `hostnmae` and `hostname` share most of theirs. */
export function trigrams(text: string): ReadonlySet<string> {
  const marked = ` ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at += 1) found.add(marked.slice(at, at + 3));
  return found;
}
