import { folded } from './plain-text.ts';

/** Whole cells that say "nothing is known here", folded. Words that mean something in some field (`no`, `0`) are not here. */
const PLACEHOLDERS = new Set(
  (
    'n/a|na|n.a.|n.a|n/a.|n\\a|#n/a|not applicable|not available|not known|not set|not specified|not defined|' +
    'not provided|no data|no value|no information|none|nil|null|(null)|<null>|[null]|(none)|<none>|[none]|(blank)|<blank>|blank|' +
    'empty|(empty)|<empty>|undefined|(undefined)|unknown|(unknown)|<unknown>|unbekannt|nicht bekannt|nicht verfugbar|k.a.|k. a.|' +
    'k.a|keine angabe|keine|kein|entfallt|inconnu|inconnue|non disponible|non renseigne|aucun|aucune|desconocido|sin datos|' +
    'ninguno|sconosciuto|nessuno|onbekend|geen|tbd|t.b.d.|tba|tbc|to be determined|to be defined|to be confirmed|to be announced|' +
    'todo|xxx|nan|none specified|unspecified|not found|<not set>|(not set)|not reported|not collected'
  ).split('|'),
);
const EXCEL_ERROR =
  /^#(?:n\/?a|nv|ref!|value!|wert!|div\/0!|name\?|null!|num!|zahl!|spill!|calc!|bezug!|valeur!|getting_data)$/;
const ONLY_MARKS = /^[-‐-―−_.?*/\\~#]+$/;

/** Whether a whole, trimmed text is a word or mark for "nothing known". */
export function isPlaceholder(text: string): boolean {
  if (text.length > 40) return false;
  const word = folded(text);
  return PLACEHOLDERS.has(word) || EXCEL_ERROR.test(word) || ONLY_MARKS.test(word);
}
