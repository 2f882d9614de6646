import { valueSeparators, type ValueSeparator } from '#shared/schemas/cleansing.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { MeasuredColumn } from './column-units.ts';
import type { Ask, MappedColumn } from './plan-columns.ts';

/** Fields whose own rule reads several values, by whatever they are kept apart. */
const OWN_LISTS = new Set(['ip_address', 'mac_address']);
/** Fields that may repeat but whose cells are prose, names with signs in them, or one thing said in parts. */
const ONE_VALUE = new Set(['description', 'location', 'rack_location', 'model', 'operating_system', 'os_version']);
/** Fields whose values hold no commas of their own; names of people, firms and groups do (`Lee, Ann`, `Dell, Inc.`). */
const WORD_LISTS = new Set(['tags', 'technology_stack', 'compliance', 'dependencies', 'network_segment']);

/** Where the cells of a column are split: only for a field that may repeat, where cells show one separator, or as an analyst chose. */
export function separatorOf(
  { field, cleansing }: MappedColumn,
  measured: MeasuredColumn | undefined,
  ask: Ask,
): ValueSeparator | null {
  if (cleansing?.separator !== undefined) return cleansing.separator;
  if (!field.repeatable || measured === undefined || OWN_LISTS.has(field.name) || ONE_VALUE.has(field.name))
    return null;
  const seen = valueSeparators
    .filter((separator) => separator !== ',' || WORD_LISTS.has(field.name))
    .filter((separator) => (measured.multiValued[separator] ?? 0) > 0);
  const [only] = seen;
  if (seen.length > 1) {
    const counts = seen.map((separator) => `${measured.multiValued[separator]} by ${nameOf(separator)}`);
    const count = Math.min(...seen.map((separator) => measured.multiValued[separator] ?? 0));
    ask({ question: 'several_separators', count, detail: `cells are split ${counts.join(', ')}` });
    return null;
  }
  return only ?? null;
}

/** Signs in cells of the column that may keep values apart and may be part of them; none where nothing is in doubt. */
export function doubtfulSeparators(field: TargetField, { multiValued }: MeasuredColumn): ValueSeparator[] {
  if (!field.repeatable || OWN_LISTS.has(field.name) || ONE_VALUE.has(field.name)) return [];
  const seen = valueSeparators.filter((separator) => (multiValued[separator] ?? 0) > 0);
  const isCommaInDoubt = !WORD_LISTS.has(field.name);
  const sure = seen.filter((separator) => separator !== ',' || !isCommaInDoubt);
  return sure.length === 1 ? [] : seen;
}

const nameOf = (separator: ValueSeparator): string => (separator === '\n' ? 'a line break' : `"${separator}"`);
