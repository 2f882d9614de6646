/** Words in front that say whose property a column is: `Server Environment` is an environment. */
const WHOSE = new Set(
  'server device asset hardware hw application app system machine node ci item equipment product chassis computer'.split(
    ' ',
  ),
);
/** Words behind that say how it is written: `Site Code` is a site. */
const HOW_WRITTEN = new Set('name code string label text value title full'.split(' '));

export interface HeaderCore {
  words: readonly string[];
  joined: string;
  /** The words left out. */
  leftOut: readonly string[];
}

/** The header without words that only say whose it is or how it is written; null when nothing can go. */
export function headerCore(words: readonly string[]): HeaderCore | null {
  if (words.length < 2) return null;
  const from = WHOSE.has(words[0] ?? '') ? 1 : 0;
  const hasEnding = words.length - from > 1 && HOW_WRITTEN.has(words.at(-1) ?? '');
  const core = words.slice(from, hasEnding ? -1 : undefined);
  // `Device Name` without its device would be any name, `Application ID` any id.
  if (core.length === words.length || core.every((word) => HOW_WRITTEN.has(word) || word === 'id' || word === 'key'))
    return null;
  return { words: core, joined: core.join(''), leftOut: words.filter((word) => !core.includes(word)) };
}
