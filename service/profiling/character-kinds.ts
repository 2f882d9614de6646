/** Which kinds of characters a text has, one bit each. */
export type CharacterKinds = number;

export const DIGIT = 1;
export const LETTER = 2;
export const SPACE = 4;
export const DOT = 8;
export const COLON = 16;
/** `-` and `_`. */
const DASH = 32;
export const AT = 64;
export const COMMA = 128;
export const SLASH = 256;
/** `%` and the signs of currencies. */
export const SIGN = 512;
/** `;` and `|`. */
export const SEPARATOR = 1024;
/** Control characters but tab and line ends; zero-width and direction marks, the byte order mark. */
export const UNSEEN = 2048;
/** Anything beyond ASCII: few texts of inventories have it. */
export const NOT_ASCII = 4096;

/** The same characters, to be looked for in any text. */
const UNSEEN_CHARACTERS = /(?![\t\n\r])\p{Cc}|[\u200b-\u200f\u202a-\u202e\ufeff]/u;

export function hasUnseenCharacters(text: string): boolean {
  return UNSEEN_CHARACTERS.test(text);
}

/** What bytes 0x80 to 0xbf become in Windows-1252 and Latin-1, but for marks that stand after words of some language. */
const CONTINUED = '\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ';
/** UTF-8 read as Windows-1252: a first byte as a capital, a further one as a sign; and the mark of what could not be read. */
const DAMAGED_CHARACTERS = new RegExp(
  `\\ufffd|[ÃÂÄÅÐÑ](?:[${CONTINUED}]|[\\u00a0«»’”…](?=\\p{L}))|â(?:€|‚¬|„¢)|ï(?:»¿|¿½)`,
  'u',
);

/** Whether a text was read in another encoding than it was written in. */
export function hasDamagedCharacters(text: string): boolean {
  return DAMAGED_CHARACTERS.test(text);
}

const KIND_OF_CHARACTER = new Map<string, number>([
  ...[...'0123456789'].map((character): [string, number] => [character, DIGIT]),
  ...[...' \t\n\r'].map((character): [string, number] => [character, SPACE]),
  ...[...'-_'].map((character): [string, number] => [character, DASH]),
  ...[...'%$€£¥'].map((character): [string, number] => [character, SIGN]),
  ...[...';|'].map((character): [string, number] => [character, SEPARATOR]),
  ['.', DOT],
  [':', COLON],
  ['@', AT],
  [',', COMMA],
  ['/', SLASH],
]);

const ASCII = Uint16Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

export function kindsOf(text: string): CharacterKinds {
  let kinds = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    kinds |= code < 128 ? (ASCII[code] ?? 0) : kindOf(text[at] ?? '');
  }
  return kinds;
}

/** Beyond ASCII nearly everything in inventories is a letter; currencies are told by their own characters. */
function kindOf(character: string): CharacterKinds {
  if (character >= 'À' && character < '\u2000') return LETTER | NOT_ASCII;
  const isLetter = character > '\u007f' || /[a-z]/i.test(character);
  const kind = KIND_OF_CHARACTER.get(character) ?? (isLetter ? LETTER : 0);
  return kind | (hasUnseenCharacters(character) ? UNSEEN : 0) | (character > '\u007f' ? NOT_ASCII : 0);
}
