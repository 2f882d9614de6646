/** `2 x 16 GB`, `2x8`, `4 × 600 GB`: so many of one size. */
const BEFORE = /^(\d{1,3}) ?[x×*] ?(?=\d)/i;
/** `16 GB x 2`, but not `16 GB x64`. */
const AFTER = / ?[x×*] ?(?!64$|86$)(\d{1,3})$/i;

/** How many things of one size a text names, and the text of one of them; null when it names one only. */
export function severalAlike(text: string): { times: number; one: string } | null {
  const match = BEFORE.exec(text) ?? AFTER.exec(text);
  if (match === null) return null;
  const one = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  const times = Number(match[1]);
  return times === 0 || BEFORE.test(one) || AFTER.test(one) ? null : { times, one };
}
