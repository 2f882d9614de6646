/** Words that a picture has, in the known order; those that a later service adds come after it. */
export function wordsShown<Word extends string>(known: readonly Word[], present: readonly (Word | null)[]): Word[] {
  const shown = new Set(present.filter((word) => word !== null));
  return [...known.filter((word) => shown.delete(word)), ...shown];
}
