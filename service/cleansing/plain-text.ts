/** Unpaired surrogates are no characters: JSON and MongoDB refuse or replace them. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Zero-width characters, byte-order marks and control characters other than white space. */
// eslint-disable-next-line no-control-regex -- these are the characters to be removed
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u2060\ufeff\u00ad]/g;

/** NFC, without invisible characters, runs of white space as one space, trimmed. Joiners stay: scripts need them. */
export function plainText(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Lower case without accents, for comparing with word lists. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
