/** Longest text that a profile lists whole. */
const LISTED_MAX_CHARACTERS = 120;

/** A text as profiles list it. */
export function cut(text: string): string {
  return text.length > LISTED_MAX_CHARACTERS ? `${text.slice(0, LISTED_MAX_CHARACTERS - 1)}…` : text;
}

/** Whether profiles list a text whole, so that it can be found again in another sheet's. */
export function isListedWhole(text: string): boolean {
  return text.length <= LISTED_MAX_CHARACTERS && !mayBeCut(text);
}

/** Whether a listed text is, or looks like, the beginning of a longer one: then it is not known what its cells say. */
export function mayBeCut(listed: string): boolean {
  return listed.length === LISTED_MAX_CHARACTERS && listed.endsWith('…');
}
