/** Unpaired surrogates are no characters: JSON and MongoDB refuse or replace them. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Zero-width characters, byte-order marks and control characters other than white space. */
// oxlint-disable-next-line no-control-regex -- these are the characters to be removed
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u2060\ufeff\u00ad]/g;

/** Printable ASCII with single spaces between, as most cells are: nothing of it is to be made regular. */
const REGULAR = /^[!-~]+(?: [!-~]+)*$/;
const NOT_ASCII = /[^ -~]/;

/** Without what nobody sees; white space stays as it is. A byte-order mark is white space to `\s`, but parts no words. */
export function visibleText(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text.replace(LONE_SURROGATE, '\ufffd').replace(INVISIBLE, '');
}

/** Full-width letters, digits and signs of East Asian keyboards as the usual ones: `１６ＧＢ` is `16GB`. */
export function halfWidth(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** Hyphens that are only spelt otherwise, `srv‑01`: one that no line breaks at, and the one that is no minus. */
const HYPHENS = /[\u2010\u2011]/g;

/** NFC, without invisible characters, one kind of hyphen, runs of white space as one space, trimmed. Joiners stay: scripts need them. */
export function plainText(text: string): string {
  if (REGULAR.test(text)) return text;
  return visibleText(text).normalize('NFC').replace(HYPHENS, '-').replace(/\s+/g, ' ').trim();
}

/** `"SRV-01"`: quotation marks that a CSV file was to lose on its way, or that a word processor made `“SRV-01”` of. */
const QUOTED = /^(?:"([^"]*)"|[“”„]([^“”„]*)[“”]|[‘’‚]([^‘’‚]*)[‘’]|«([^«»]*)»)$/;

/** Plain, and without quotation marks around the whole. */
export function regularText(text: string): string {
  const plain = plainText(text);
  const quoted = /^["“”„‘’‚«]/.test(plain) ? QUOTED.exec(plain) : null;
  return quoted === null ? plain : quoted.slice(1).join('').trim();
}

/** Lower case without accents, for comparing with word lists. */
export function folded(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
