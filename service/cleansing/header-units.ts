import { costPeriodOfHeader, inWords, splitCostPeriod } from './cost-period.ts';
import { currencyOf } from '#shared/currencies.ts';
import { gigabytesPer } from './sizes.ts';

const isSize = (word: string): boolean => word.length > 1 && gigabytesPer(word) !== null;
const isThroughput = (word: string): boolean => /^(?:[kmg]?(?:bps|bit\/s|b\/s|byte\/s))$/i.test(word);
const isFrequency = (word: string): boolean => /^[kmg]?hz$/i.test(word);
const isCurrency = (word: string): boolean =>
  typeof currencyOf(word) === 'string' && (word === word.toUpperCase() || word.length > 3);

/** What a unit of the field looks like; fields that are not here have none in their header. */
const UNIT_TESTS: Readonly<Partial<Record<string, (word: string) => boolean>>> = {
  memory_gb: isSize,
  storage_gb: isSize,
  storage_used_gb: isSize,
  database_size_gb: isSize,
  network_throughput_mbps: isThroughput,
  cpu_speed_mhz: isFrequency,
  purchase_cost: isCurrency,
  annual_cost: isCurrency,
};
const HEADER_MAX_CHARACTERS = 255;

/** Whether values of the field are in a unit. */
export function hasUnits(field: string): boolean {
  return UNIT_TESTS[field] !== undefined;
}

const SIZES = ['MB', 'GB', 'KB', 'TB', 'bytes'];
const USUAL_UNITS: Readonly<Partial<Record<string, readonly string[]>>> = {
  memory_gb: SIZES,
  storage_gb: SIZES,
  storage_used_gb: SIZES,
  database_size_gb: SIZES,
  network_throughput_mbps: ['Mbps', 'Gbps', 'Kbps'],
  cpu_speed_mhz: ['MHz', 'GHz'],
};

/** Units to choose from where a number says nothing without one; none where it does (costs) or the field has no unit. */
export function usualUnits(field: string): readonly string[] {
  return PERCENT_FIELD.test(field) ? ['%', 'fraction'] : (USUAL_UNITS[field] ?? []);
}

const PERCENT_FIELD = /_percent(?:_max)?$/;

/** Whether a column of the field can be in this unit, as `CleanseOptions.unit` takes it. */
export function isUnitOf(field: string, unit: string): boolean {
  if (PERCENT_FIELD.test(field)) return unit === 'fraction' || unit === '%';
  if (field === 'annual_cost') return isCostUnit(unit);
  return UNIT_TESTS[field]?.(unit) ?? false;
}

/** `EUR`, `per month` or `EUR per month`. */
function isCostUnit(unit: string): boolean {
  const { rest, period } = splitCostPeriod(unit);
  return rest === '' ? period !== null : isCurrency(rest);
}

/**
 * The unit a header states for its column, as `CleanseOptions.unit` takes it: `MB` of `Provisioned MB`, `*Memory (In MB)`,
 * `memoryMB`, `gb` of `storage_total_gb`, `EUR per month` of `Monthly Cost (EUR)`. Null when it states none or several.
 */
export function unitOfHeader(field: string, header: string): string | null {
  const unit = unitWordOf(field, header);
  const period = field === 'annual_cost' ? costPeriodOfHeader(header) : null;
  if (period === null) return unit;
  return unit === null ? inWords(period) : `${unit} ${inWords(period)}`;
}

function unitWordOf(field: string, header: string): string | null {
  const isUnit = UNIT_TESTS[field];
  if (isUnit === undefined) return null;
  const words = header
    .slice(0, HEADER_MAX_CHARACTERS)
    .replace(/(?<=[a-z])(?=[KMGTP]i?[Bb](?![a-z]))/g, ' ')
    .split(/[^\p{L}\p{Sc}/]+/u)
    .filter(isUnit);
  const [unit, ...others] = [...new Set(words)];
  return unit === undefined || others.length > 0 ? null : unit;
}
