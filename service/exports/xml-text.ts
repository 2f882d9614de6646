/** What XML 1.0 has no way to write: control characters, halves of surrogate pairs, two non-characters. */
const NOT_XML =
  // oxlint-disable-next-line no-control-regex -- these are the characters to be replaced
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text with a mark (U+FFFD) for each character XML cannot hold. */
export function xmlSafe(text: string): string {
  return text.replace(NOT_XML, '\ufffd');
}

/** A text as it stands between tags or in an attribute. */
export function xmlText(text: string): string {
  return xmlSafe(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
