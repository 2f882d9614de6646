import { isAbsent } from './absent-things.ts';
import { EXCEL_ERROR, saysNothing, unwrapped } from '../mapping/placeholder-words.ts';
import { folded } from './plain-text.ts';

/** Where somebody or something should be named and nobody is. `unassigned` means something in a status. */
const UNASSIGNED = new Set(
  (
    'unassigned|not assigned|unallocated|not allocated|nobody|no one|no owner|no user|no assignee|vacant|n.n.|n. n.|' +
    'kein besitzer|kein eigentumer|to be named|nicht zugewiesen|nicht zugeordnet|keine zuordnung|niemand|vakant|non assigne|non attribue|non affecte|a affecter|a attribuer|' +
    'nadie|personne|ninguem|niemand zugewiesen|niemand zugeordnet|kein verantwortlicher|ohne besitzer|pas de proprietaire|sin propietario|sin responsable|sem responsavel|' +
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
const NO_SERIAL = new Set([
  'no number',
  'without number',
  'ohne nummer',
  'sans numero',
  'sin numero',
  'senza numero',
  'sem numero',
]);
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
  cpu_model: isFirmwareStandIn,
  serial_number: (word) => NO_SERIAL.has(word),
  memory_gb: (word) => EMPTY_SLOT.has(word),
};

/** Whether a text is what Excel shows instead of a value, as csv files carry it; `#N/A` too, which may be meant. */
export const isExcelErrorText = (text: string): boolean => /^\s*#/.test(text) && EXCEL_ERROR.test(folded(text.trim()));

/** Whether a whole, trimmed text is a word or mark for "nothing known", everywhere or in this field. */
export function isPlaceholder(text: string, field: string): boolean {
  if (text.length > 40) return false;
  const whole = folded(text);
  const word = unwrapped(whole);
  return (
    saysNothing(whole) || isAbsent(word, field) || (Object.hasOwn(IN_FIELD, field) && IN_FIELD[field]?.(word) === true)
  );
}
