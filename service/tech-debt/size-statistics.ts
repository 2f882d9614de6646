import type { AssetClass } from '#shared/statuses.ts';
import type { Asset } from '../inventory/asset.ts';
import { numbersOf } from './evidence.ts';

/** Assets of a class that must carry a value before any of them can stand out. */
export const SIZE_ASSETS_MIN = 30;
/** Iglewicz and Hoaglin (1993) call a value an outlier from a modified z-score of 3.5 on. */
const OUTLIER_SCORE = 3.5;
/** Makes the median absolute deviation comparable with a standard deviation of normal values. */
const NORMAL_MAD = 1.4826;

/** Sizes come in powers of two, so they are compared by their logarithm; percentages as they are. */
export const SIZE_FIELDS = {
  cpu_cores: 'log',
  memory_gb: 'log',
  storage_gb: 'log',
  cpu_utilization_percent: 'linear',
  cpu_utilization_percent_max: 'linear',
  memory_utilization_percent: 'linear',
  memory_utilization_percent_max: 'linear',
} as const;
export type SizeField = keyof typeof SIZE_FIELDS;
export const sizeFields = Object.keys(SIZE_FIELDS) as SizeField[];

/** Values are counted in steps, which bounds memory for any number of assets: 1/64 octave, .1 percent points. */
const STEPS = { log: 64, linear: 10 } as const;
/** A step is a hundredth wide: so many digits tell any two apart. */
const DIGITS_MAX = 5;

interface SizeSpread {
  median: number;
  /** Scaled median absolute deviation, in octaves or percent points. */
  deviation: number;
  assets: number;
}

/** `too_few`: fewer than SIZE_ASSETS_MIN. `no_spread`: more than half of the assets have the same value. */
type SizeJudgement =
  | { state: 'usual' | 'outlier'; score: number; spread: SizeSpread }
  | { state: 'too_few' | 'no_spread'; assets: number };

/** By class and field: how many assets have a value of each step. */
export type SizeCounts = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** How large the assets of each class are, in one pass; then how far one of them stands out. */
export class SizeStatistics {
  readonly counts = new Map<string, Map<number, number>>();
  private readonly spreads = new Map<string, SizeJudgement | SizeSpread>();

  add(asset: Pick<Asset, 'asset_class' | 'values'>): void {
    for (const field of sizeFields) {
      const value = sizeOf(asset, field);
      if (value === null) continue;
      this.count(`${asset.asset_class}:${field}`, stepOf(field, value), 1);
    }
  }

  addCounts(others: SizeCounts): void {
    for (const [key, counts] of others) for (const [step, count] of counts) this.count(key, step, count);
  }

  judge(assetClass: AssetClass, field: SizeField, value: number): SizeJudgement {
    const key = `${assetClass}:${field}`;
    let spread = this.spreads.get(key);
    if (spread === undefined) this.spreads.set(key, (spread = spreadOf(field, this.counts.get(key))));
    if ('state' in spread) return spread;
    const distance = SIZE_FIELDS[field] === 'log' ? Math.log2(value) - Math.log2(spread.median) : value - spread.median;
    const score = distance / spread.deviation;
    return { state: Math.abs(score) > OUTLIER_SCORE ? 'outlier' : 'usual', score, spread };
  }

  private count(key: string, step: number, more: number): void {
    let counts = this.counts.get(key);
    if (counts === undefined) this.counts.set(key, (counts = new Map<number, number>()));
    counts.set(step, (counts.get(step) ?? 0) + more);
  }
}

/** A middle as it can be said: the roundest number of its step, whose edges are not what any asset has. */
export function roundMedian(field: SizeField, median: number): number {
  if (SIZE_FIELDS[field] === 'linear') return Number(median.toFixed(1));
  if (Number.isInteger(median)) return median;
  const step = stepOf(field, median);
  for (let digits = 1; digits < DIGITS_MAX; digits += 1) {
    const rounded = Number(median.toPrecision(digits));
    if (rounded > 0 && stepOf(field, rounded) === step) return rounded;
  }
  return median;
}

/** The size an asset has; of a field that repeats, disks say, the sum. Null where none or no positive size is said. */
export function sizeOf(asset: Pick<Asset, 'values'>, field: SizeField): number | null {
  const numbers = numbersOf(asset, field);
  if (numbers.length === 0) return null;
  if (SIZE_FIELDS[field] === 'linear') return numbers[0] ?? null;
  const sum = numbers.reduce((total, one) => total + one, 0);
  return sum > 0 ? sum : null;
}

function stepOf(field: SizeField, value: number): number {
  const kind = SIZE_FIELDS[field];
  return Math.round((kind === 'log' ? Math.log2(value) : value) * STEPS[kind]);
}

function spreadOf(field: SizeField, counts: ReadonlyMap<number, number> | undefined): SizeJudgement | SizeSpread {
  const assets = counts === undefined ? 0 : [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (counts === undefined || assets < SIZE_ASSETS_MIN) return { state: 'too_few', assets };
  const median = medianStep(counts);
  const distances = new Map<number, number>();
  for (const [step, count] of counts) {
    const distance = Math.abs(step - median);
    distances.set(distance, (distances.get(distance) ?? 0) + count);
  }
  const deviation = (NORMAL_MAD * medianStep(distances)) / STEPS[SIZE_FIELDS[field]];
  if (deviation === 0) return { state: 'no_spread', assets };
  const middle = median / STEPS[SIZE_FIELDS[field]];
  return { median: SIZE_FIELDS[field] === 'log' ? 2 ** middle : middle, deviation, assets };
}

/** The step with half of the counted values at or below it. */
function medianStep(counts: ReadonlyMap<number, number>): number {
  const steps = [...counts].sort(([one], [other]) => one - other);
  const half = steps.reduce((sum, [, count]) => sum + count, 0) / 2;
  let seen = 0;
  for (const [step, count] of steps) {
    seen += count;
    if (seen >= half) return step;
  }
  return 0;
}
