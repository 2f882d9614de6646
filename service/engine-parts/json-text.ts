/** A text that may be a JSON object, or a list of objects or texts: the signs in it keep no values apart. */
export function isJsonText(text: string): boolean {
  const bare = text.trim();
  return (bare.startsWith('{') && bare.endsWith('}')) || (/^\[\s*[{"]/.test(bare) && bare.endsWith(']'));
}
