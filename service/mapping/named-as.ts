/** Letters by which a word is known again: `management` in `Mgmt IP` by the other word, `application` in `App`. */
const KNOWN_BY = 3;
const beginnings = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.map((word) => word.slice(0, KNOWN_BY)) ?? [];

/** A name of a field beside a header that has it in other words, as in another language. */
export function namedAs(name: string, header: string): string {
  const own = beginnings(header);
  const isOwn = beginnings(name).some((word) => own.includes(word)) || header.toLowerCase().includes(name);
  return isOwn ? `"${name}"` : `"${name}", which means the same,`;
}
