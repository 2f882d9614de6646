/**
 * Headers that were never given: what spreadsheets, loaders and this product write where a column has no name. `F5` is how
 * Excel's drivers count them, `Unnamed: 4` pandas', `__EMPTY_1` SheetJS'.
 */
const NAMELESS =
  /^(?:(?:column|col|spalte|colonne|columna|coluna|colonna|kolom|kolumn|kolonne|kolumna|sloupec|s[uü]tun|field|feld|champ|campo|header|var|f|c|v)[ _.-]?\d{1,3}|unnamed: ?\d{1,3}(?:_level_\d)?|_{0,2}empty(?:_\d{1,3})?|_c?\d{1,3}|\(?(?:no (?:column )?name|blank|empty|leer|vide)\)?)$/i;

/** Whether a header is none, and only the values can say what the column holds. */
export function isNameless(header: string): boolean {
  const bare = header.slice(0, HEADER_MAX).trim();
  return bare === '' || NAMELESS.test(bare);
}

/** No name of a nameless column is longer, characters. */
const HEADER_MAX = 40;
