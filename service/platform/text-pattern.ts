/** Text that people typed, as a pattern that means itself: nothing in it is an operator. */
export function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Matches texts that have the words anywhere in them, in upper or lower case. */
export function containing(words: string): RegExp {
  return new RegExp(literalPattern(words), 'i');
}
