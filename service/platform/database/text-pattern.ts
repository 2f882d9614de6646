/** Text that people typed, as a pattern that means itself: nothing in it is an operator. */
export function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Matches texts that have the words anywhere in them, in upper or lower case. */
export function containing(words: string): RegExp {
  return new RegExp(literalPattern(words), 'i');
}

/** Whatever people and fields put between the words of a name. */
const BETWEEN = '[\\s_]';

/**
 * Matches names that have the words in them, whether spaces or underscores part them: people read `Memory GB` where the
 * field is named `memory_gb`. A run at either end stands for one character: as a run it would be tried from each place of
 * a long run in the name, which took minutes.
 */
export function containingName(words: string): RegExp {
  const parts = words.split(/[\s_]+/).map(literalPattern);
  const inner = parts.filter((part) => part !== '').join(`${BETWEEN}+`);
  if (inner === '') return new RegExp(BETWEEN);
  const [before, after] = [parts[0], parts.at(-1)].map((part) => (part === '' ? BETWEEN : ''));
  return new RegExp(`${before}${inner}${after}`, 'i');
}
