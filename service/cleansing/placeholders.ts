import { isAbsent } from './absent-things.ts';
import { folded } from './plain-text.ts';

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
    '-- none --|--none--|bitte auswahlen|bitte wahlen'
  ).split('|'),
);
const EXCEL_ERROR =
  /^#(?:n\/?a|nv|ref!|value!|wert!|div\/0!|name\?|null!|num!|zahl!|spill!|calc!|bezug!|valeur!|getting_data)$/;
const ONLY_MARKS = /^[-‐-―−_.…?*/\\~#,;:|]+(?: [-‐-―−_.…?*/\\~#,;:|]+)*$/;

/** One digit throughout, as the nil UUID of RFC 9562, and what firmware says where no UUID was written. */
const NO_UUID = /^\{?(?:([0-9a-f])\1{7}(?:-\1{4}){3}-\1{12}|03000200-0400-0500-0006-000700080009)\}?$/;

/** Where somebody or something should be named and nobody is. `unassigned` means something in a status. */
const UNASSIGNED = new Set(
  (
    'unassigned|not assigned|unallocated|not allocated|nobody|no one|no owner|no user|no assignee|vacant|n.n.|n. n.|' +
    'kein besitzer|kein eigentumer|to be named|nicht zugewiesen|nicht zugeordnet|keine zuordnung|niemand|vakant|non assigne|non attribue|non affecte|a affecter|a attribuer|' +
    'sin asignar|por asignar|no asignado|non assegnato|nao atribuido|niet toegewezen'
  ).split('|'),
);
/** What firmware says where nobody wrote the serial number, maker, model or tag into it (SMBIOS strings), without signs. */
const FIRMWARE = new Set(
  (
    'tobefilledbyoem|filledbyoem|defaultstring|notspecified|notpresent|notsupported|noassettag|noassetinformation|assettag|' +
    'serialnumber|noserialnumber|systemserialnumber|chassisserialnumber|baseboardserialnumber|systemmanufacturer|' +
    'chassismanufacturer|baseboardmanufacturer|systemproductname|systemversion'
  ).split('|'),
);
/** dmidecode on an empty memory slot. */
const EMPTY_SLOT = new Set(['no module installed', 'not installed']);

const isUnassigned = (word: string): boolean => UNASSIGNED.has(word);
/** Whether a folded text is what firmware says where nothing was written. */
export const isFirmwareStandIn = (word: string): boolean => FIRMWARE.has(word.replace(/[^\p{L}\p{N}]/gu, ''));

const IN_FIELD: Readonly<Partial<Record<string, (word: string) => boolean>>> = {
  business_owner: isUnassigned,
  technical_owner: isUnassigned,
  assigned_to: isUnassigned,
  support_group: isUnassigned,
  department: isUnassigned,
  ip_address: isUnassigned,
  asset_id: isUnassigned,
  cost_center: isUnassigned,
  vendor: isUnassigned,
  asset_tag: (word) => isFirmwareStandIn(word) || isUnassigned(word),
  manufacturer: isFirmwareStandIn,
  model: isFirmwareStandIn,
  memory_gb: (word) => EMPTY_SLOT.has(word),
};

/** Whether a text is what Excel shows instead of a value, as csv files carry it; `#N/A` too, which may be meant. */
export const isExcelErrorText = (text: string): boolean => /^\s*#/.test(text) && EXCEL_ERROR.test(folded(text.trim()));

/** `(unknown)`, `<not set>`, `[null]`, `Please select …` without what is round the words. */
function unwrapped(word: string): string {
  const inside = /^(?:\((.+)\)|<(.+)>|\[(.+)\])$/.exec(word);
  return (inside?.[1] ?? inside?.[2] ?? inside?.[3] ?? word).replace(/(?<=[a-z]) ?(?:\.\.\.|…)$/, '');
}

/** Whether a whole, trimmed text is a word or mark for "nothing known", everywhere or in this field. */
export function isPlaceholder(text: string, field: string): boolean {
  if (text.length > 40) return false;
  const whole = folded(text);
  const word = unwrapped(whole);
  return (
    PLACEHOLDERS.has(whole) ||
    PLACEHOLDERS.has(word) ||
    EXCEL_ERROR.test(word) ||
    ONLY_MARKS.test(word) ||
    NO_UUID.test(word) ||
    isAbsent(word, field) ||
    (Object.hasOwn(IN_FIELD, field) && IN_FIELD[field]?.(word) === true)
  );
}
