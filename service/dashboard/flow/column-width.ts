const CHARACTER_PX = 7;
const PADDING_PX = 16;
const LEAST_PX = 96;
const MOST_PX = 336;

/** Px that show the longest of the texts whole, within bounds. */
export function columnWidth(texts: readonly string[]): number {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(MOST_PX, Math.max(LEAST_PX, longest * CHARACTER_PX + PADDING_PX));
}
