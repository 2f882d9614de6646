/**
 * The words of cells without a known value, in columns of any meaning: one list for mapping, cleansing and validation.
 */

/** Whole cells that say "nothing is known here", folded. Words that mean something in some field (`no`, `0`) are not here. */
const PLACEHOLDERS = new Set(
  (
    'n/a|na|n.a.|n.a|n/a.|n\\a|#n/a|not applicable|not available|not known|not set|not specified|not defined|' +
    'not provided|no data|no value|no information|none|nil|null|blank|' +
    'empty|undefined|unknown|unbekannt|nicht bekannt|nicht verfugbar|k.a.|k. a.|' +
    'k.a|keine angabe|keine|kein|keiner|keines|keinen|ohne|noch offen|zu klaren|noch zu klaren|nicht definiert|nicht festgelegt|entfallt|inconnu|inconnue|non disponible|non renseigne|aucun|aucune|sans|a definir|a preciser|desconocido|sin datos|por definir|no definido|sin definir|' +
    'ninguno|ninguna|sconosciuto|nessuno|nessuna|da definire|te bepalen|onbekend|geen|tbd|t.b.d.|tba|tbc|to be determined|to be defined|to be confirmed|to be announced|' +
    'todo|xxx|nan|none specified|unspecified|not found|not reported|not collected|' +
    'n/d|n.d.|n. d.|n.v.t.|nvt|niet van toepassing|niet beschikbaar|nicht zutreffend|nicht anwendbar|nicht vorhanden|' +
    'sans objet|non applicable|non defini|no aplica|no disponible|no especificado|non disponibile|non applicabile|' +
    'nenhum|nenhuma|desconhecido|nao informado|nao aplicavel|nao disponivel|nieznany|brak|brak danych|okand|ukjent|ukendt|неизвестно|неизвестен|' +
    'нет данных|не указано|не задано|\\n|[]|{}|()|-- select --|--select--|select...|select…|please select|' +
    '(leer)|[leer]|<leer>|(vide)|[vide]|(en blanco)|[en blanco]|(vacio)|(vazio)|(vuoto)|(leeg)|n/v|' +
    'non specifie|non precise|non specificato|nao especificado|niet gespecificeerd|nicht spezifiziert|nicht angegeben|a determiner|' +
    'nog te bepalen|da determinare|por determinar|a definir mas tarde|nao se aplica|keine ahnung|weiss nicht|je ne sais pas|no se sabe|' +
    '-- none --|--none--|bitte auswahlen|bitte wahlen'
  ).split('|'),
);
/** The texts that Excel shows instead of a value, in several languages. */
export const EXCEL_ERROR =
  /^#[¡¿]?(?:n\/?a|n[vdb]|n\/[db]|ref!|value!|wert!|div\/0!|name\?|null!|num!|zahl!|spill!|calc!|bezug!|valeur!|valor!|valore!|waarde!|nome?\?|nombre[?!]|naam\?|nulo!|nullo!|nul!|rif!|verw!|getal!|deel\/0!|uberlauf!|kalk!|getting_data)$/;
const ONLY_MARKS = /^[-‐-―−_.…?*/\\~#,;:|]+(?: [-‐-―−_.…?*/\\~#,;:|]+)*$/;

/** One digit throughout, as the nil UUID of RFC 9562, and the texts of firmware where no UUID was written. */
const NO_UUID = /^\{?(?:([0-9a-f])\1{7}(?:-\1{4}){3}-\1{12}|03000200-0400-0500-0006-000700080009)\}?$/;

/** `(unknown)`, `<not set>`, `[null]`, `Please select …` without the marks around the words. */
export function unwrapped(word: string): string {
  const inside = /^(?:\((.+)\)|<(.+)>|\[(.+)\])$/.exec(word);
  return (inside?.[1] ?? inside?.[2] ?? inside?.[3] ?? word).replace(/(?<=[a-z]) ?(?:\.\.\.|…)$/, '');
}

/** Whether a whole text, trimmed and folded, is a word or mark for "nothing known". */
export function saysNothing(whole: string): boolean {
  const word = unwrapped(whole);
  return (
    PLACEHOLDERS.has(whole) ||
    PLACEHOLDERS.has(word) ||
    EXCEL_ERROR.test(word) ||
    ONLY_MARKS.test(word) ||
    NO_UUID.test(word)
  );
}
