/** Groups of three, by the marks that people and the dashboard itself write between them. */
const NUMBER = /^(?:\d+|\d{1,3}([,.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*)$/;

/** A record's number as somebody typed it, null when it is none. */
export function recordNumberOf(text: string): number | null {
  const typed = text.trim();
  const number = NUMBER.test(typed) ? Number(typed.replace(/\D/g, '')) : 0;
  return Number.isSafeInteger(number) && number >= 1 ? number : null;
}
