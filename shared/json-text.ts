/** What may be a JSON object or a list of them: the signs in it keep no values apart. */
export function isJsonText(text: string): boolean {
  const bare = text.trim();
  return (bare.startsWith('{') && bare.endsWith('}')) || (bare.startsWith('[{') && bare.endsWith(']'));
}
