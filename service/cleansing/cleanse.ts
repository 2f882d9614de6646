import { cellText, isErrorCell, withoutCurrency, type Cell } from '#shared/schemas/cell.schema.ts';
import { READ_MAX_CHARACTERS } from '#shared/limits.ts';
import { targetFields, type TargetField } from '#shared/target-fields.ts';
import { cleanseAnnualCost } from './annual-cost.ts';
import { cleanseBoolean, cleanseIsVirtual } from './booleans.ts';
import { quoted, unsaid, type Cleansed, type CleanseOptions } from './cleansed.ts';
import {
  cleanseCount,
  cleanseCountOf,
  cleanseFrequency,
  cleanseIops,
  cleanseNumber,
  cleansePercent,
  cleanseThroughput,
} from './counts.ts';
import { cleanseDate } from './dates.ts';
import { cleanseFqdn, cleanseHostname } from './host-names.ts';
import { cleanseIp } from './ip-addresses.ts';
import { cleanseMac } from './mac-addresses.ts';
import { cleanseMoney, isMoney } from './money.ts';
import { cleanseHostNames, cleanseId, cleansePerson, cleanseSerial, cleanseText } from './names.ts';
import { cleanseArchitecture } from './operating-system/architecture.ts';
import { cleanseOperatingSystem, cleanseOsVersion } from './operating-system/operating-system.ts';
import { isPlaceholder } from './placeholders.ts';
import { readCleansedJson } from './cleansed-json.ts';
import { halfWidth, regularText } from './plain-text.ts';
import { cleanseSizeOf } from './sizes.ts';
import { madeBySpreadsheet } from './spreadsheet-changes.ts';
import { cleanseTags } from './tags.ts';
import { cleanseVocabulary } from './vocabulary.ts';

/** A rule for one kind of field: the cell, its regular text (never empty, no placeholder) and what the column says. */
type FieldRule = (cell: Cell, text: string, options: CleanseOptions) => Cleansed;

/** Fields of the catalogue whose type says too little, and two that sheets have and the catalogue does not (yet). */
const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  memory_gb: cleanseSizeOf('memory'),
  storage_gb: cleanseSizeOf('storage'),
  storage_used_gb: cleanseSizeOf('storage'),
  database_size_gb: cleanseSizeOf('storage'),
  cpu_cores: cleanseCountOf('cores'),
  cpu_sockets: cleanseCountOf('sockets'),
  cpu_utilization_percent: cleansePercent,
  cpu_utilization_percent_max: cleansePercent,
  memory_utilization_percent: cleansePercent,
  memory_utilization_percent_max: cleansePercent,
  cpu_speed_mhz: cleanseFrequency,
  disk_iops: cleanseIops,
  network_throughput_mbps: cleanseThroughput,
  purchase_cost: cleanseMoney,
  annual_cost: cleanseAnnualCost,
  operating_system: cleanseOperatingSystem,
  os_version: cleanseOsVersion,
  os_architecture: cleanseArchitecture,
  ip_address: cleanseIp,
  mac_address: cleanseMac,
  fqdn: cleanseFqdn,
  hostname: cleanseHostname,
  host_server: cleanseHostNames,
  is_virtual: cleanseIsVirtual,
  tags: cleanseTags,
  serial_number: cleanseSerial,
  asset_id: cleanseId,
  asset_tag: cleanseId,
  cost_center: cleanseId,
  business_owner: cleansePerson,
  technical_owner: cleansePerson,
  assigned_to: cleansePerson,
};

/** Rules that keep a text as people wrote it; to the others full-width characters are the usual ones. */
const TEXT_RULES: ReadonlySet<FieldRule> = new Set<FieldRule>([
  cleanseText,
  cleanseHostNames,
  cleansePerson,
  cleanseTags,
]);

/** Fields whose values come from a closed list. */
const VOCABULARY_FIELDS: ReadonlySet<string> = new Set([
  ...targetFields.filter((field) => field.type === 'enum').map((field) => field.name),
  'asset_type',
]);

const RULE_OF_TYPE: Readonly<Record<TargetField['type'], FieldRule>> = {
  string: cleanseText,
  enum: cleanseText,
  number: cleanseNumber,
  integer: cleanseCount,
  boolean: cleanseBoolean,
  date: cleanseDate('date'),
  datetime: cleanseDate('datetime'),
};

const rules: ReadonlyMap<string, FieldRule> = new Map([
  ...targetFields.map((field): [string, FieldRule] => [field.name, RULE_OF_TYPE[field.type]]),
  ...Object.entries(FIELD_RULES),
]);

export class UnknownFieldError extends Error {
  constructor(field: string) {
    super(`There is no target field ${quoted(field)}.`);
    this.name = 'UnknownFieldError';
  }
}

/** Every field `cleanse` knows a rule for. */
export const cleansableFields: readonly string[] = [...rules.keys()];

/**
 * What a cell says as a value of a target field: the value, the rule that read it and why. A value of null says that
 * nothing can be told from the cell, never that the cell was dropped. Pure and deterministic; linear in the text.
 * @throws UnknownFieldError when the catalogue has no such field. No cell makes it throw.
 */
export function cleanse(field: string, cell: Cell, options: CleanseOptions): Cleansed {
  const rule = rules.get(field);
  if (rule === undefined) throw new UnknownFieldError(field);
  const shown = isMoney(field) ? cell : withoutCurrency(cell);
  return read(field, shown, (text) => {
    if (VOCABULARY_FIELDS.has(field)) return cleanseVocabulary(field, text);
    return (
      readCleansedJson(field, text) ??
      madeBySpreadsheet(field, shown, text) ??
      applied(rule, { cell: shown, text, options })
    );
  });
}

/** The same for a field of a client's own, of which only the type is known. A name of the catalogue goes by its own rule. */
export function cleanseOwn(
  { field, fieldType }: { field: string; fieldType: TargetField['type'] },
  cell: Cell,
  options: CleanseOptions,
): Cleansed {
  if (rules.has(field)) return cleanse(field, cell, options);
  const bare = withoutCurrency(cell);
  return read(field, bare, (text) => applied(RULE_OF_TYPE[fieldType], { cell: bare, text, options }));
}

function applied(
  rule: FieldRule,
  { cell, text, options }: { cell: Cell; text: string; options: CleanseOptions },
): Cleansed {
  if (text.length > READ_MAX_CHARACTERS && !TEXT_RULES.has(rule))
    return unsaid('text-too-long', `${quoted(text)} is longer than what is read (${READ_MAX_CHARACTERS} characters).`);
  return rule(cell, TEXT_RULES.has(rule) ? text : halfWidth(text), options);
}

function read(field: string, cell: Cell, rule: (text: string) => Cleansed): Cleansed {
  if (cell === null) return BLANK;
  if (isErrorCell(cell)) return unsaid('placeholder', `The cell shows the Excel error ${cell.code}.`);
  const text = regularText(cellText(cell));
  if (text === '') return BLANK;
  if (isPlaceholder(halfWidth(text), field))
    return unsaid('placeholder', `${quoted(text)} stands for a value nobody knows.`);
  return rule(text);
}

const BLANK = unsaid('blank', 'The cell is blank.');
