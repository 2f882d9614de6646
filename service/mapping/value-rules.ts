import type { ColumnProfile } from '../profiling/column-profile.ts';
import { numberOfText } from '../profiling/recognition.ts';
import type { SampleLook } from './sample-looks.ts';

/** The evidence of the values about one field: −1 they cannot be it … 0 nothing … 1 they look just like it. */
export interface ValueEvidence {
  weight: number;
  text: string;
}

export interface Values {
  /** Share of the filled cells that a detector recognised, 0–1. */
  share(...names: string[]): number;
  /** Share of the samples that hold it among other things. */
  holding(look: SampleLook): number;
  numbers: number;
  dates: number;
  booleans: number;
  distinctShare: number;
  profile: ColumnProfile;
}

export type Rule = (values: Values) => ValueEvidence;

export const supports = (weight: number, text: string): ValueEvidence => ({ weight, text });
export const SILENT = supports(0, '');

/** At least half of the values look like it, or (nearly) none do although there are enough to tell. */
export function lookLike(what: string, names: readonly string[], options: { contradict?: number } = {}): Rule {
  return (values) => {
    const share = values.share(...names);
    if (share >= 0.5) return supports(share, `${percent(share)} of the values look like ${what}`);
    const isClear = share < 0.05;
    return isClear && options.contradict ? supports(-options.contradict, `no value looks like ${what}`) : SILENT;
  };
}

/** Most values hold it among other things, as nested exports write it; whole values are judged by the next rule. */
export const holding =
  (what: string, look: SampleLook, otherwise: Rule): Rule =>
  (values) => {
    const whole = otherwise(values);
    const share = values.holding(look);
    return whole.weight <= 0 && share >= 0.5 ? supports(0.6 * share, `the values hold ${what}`) : whole;
  };

/** The units a cell may have beside the bare number: a number with any other unit measures something else. */
type NumberUnit = 'size_with_unit' | 'percent' | 'money';

/** Numbers within a range, bare or with one of these units. */
export function numbersBetween(
  what: string,
  [min, max]: readonly [number, number],
  units: readonly NumberUnit[],
): Rule {
  return (values) => {
    if (values.holding('clock_speed') >= 0.5) return supports(-0.8, `the values are clock speeds, not ${what}`);
    if (!units.includes('money') && values.share('money') >= 0.5)
      return supports(-0.8, `the values are amounts of money, not ${what}`);
    if (values.numbers + values.share(...units) < 0.5)
      return supports(-0.8, `the values are no numbers, as ${what} would be`);
    const { minNumber, maxNumber } = values.profile;
    if (minNumber === null || maxNumber === null) return supports(0.3, 'the values are numbers with a unit');
    const largest = maxNumber > max ? largestButOutlier(values.profile, maxNumber) : maxNumber;
    if (minNumber < 0 || largest > max) return supports(-0.5, `${minNumber} to ${largest} is beyond ${what}`);
    return largest >= min ? supports(0.4, `${minNumber} to ${largest} fits ${what}`) : SILENT;
  };
}

/** Fewer values than these do not show which of them is the odd one. */
const OUTLIER_FROM_VALUES = 6;

/** The largest number; the next one where that stands there once among many, as a total or a slip of typing does. */
function largestButOutlier({ frequent, rows, blank, nextLargest }: ColumnProfile, largest: number): number {
  if (nextLargest === null || rows - blank < OUTLIER_FROM_VALUES) return largest;
  const isRepeated = frequent.some(({ value, count }) => count > 1 && numberOfText(value) === largest);
  return isRepeated ? largest : nextLargest;
}

/** Counts are whole: a CPU column of fractions is a load. */
export const countsBetween =
  (what: string, range: readonly [number, number]): Rule =>
  (values) =>
    values.share('decimal', 'percent') >= 0.3
      ? supports(-0.6, `the values are fractions, not ${what}`)
      : numbersBetween(what, range, [])(values);

/** `2021` is a day of which only the year is known. */
const areYears = ({ minNumber, maxNumber }: ColumnProfile): boolean =>
  Number.isInteger(minNumber) && (minNumber ?? 0) >= 1_980 && (maxNumber ?? 0) <= 2_060;

/** Seconds or milliseconds since 1970, of 1995 to 2040. */
const areEpochs = ({ minNumber, maxNumber }: ColumnProfile): boolean =>
  [1, 1_000].some((unit) => (minNumber ?? 0) >= 788_918_400 * unit && (maxNumber ?? 0) <= 2_208_988_800 * unit);

export const dates: Rule = (values) => {
  if (values.numbers >= 0.9 && areEpochs(values.profile))
    return supports(0.4, 'the values are dates as computers count them');
  if (values.numbers >= 0.9 && areYears(values.profile)) return supports(0.3, 'the values are years');
  const share = Math.max(values.dates + values.share('date_text'), values.holding('written_day'));
  if (share >= 0.5) return supports(0.5, `${percent(Math.min(1, share))} of the values are dates`);
  return share < 0.05 ? supports(-0.5, 'the values are no dates') : SILENT;
};

/** Sizes among other words: `C: 500 GB`, `2 TB SSD`. */
export const sizes = (what: string, max: number): Rule =>
  holding('sizes', 'size_inside', numbersBetween(what, [0, max], ['size_with_unit']));

/** Names and mail addresses of people, or of groups of them; `~ 500` and `>1000` count them. */
export const people: Rule = (values) => {
  if (values.share('person', 'email') >= 0.5) return supports(0.5, 'the values are names of people');
  if (values.profile.samples.length > 0 && values.holding('letter') === 0)
    return supports(-0.8, 'no value has a letter, as names of people do');
  return shortText(values);
};

/** Names and words, not measures. */
export const text: Rule = (values) => {
  if (values.share('uuid', 'ipv4', 'mac', 'url') >= 0.5)
    return supports(-0.6, 'the values are addresses or ids, not words');
  if (values.numbers + values.dates + values.share('date_text') >= 0.9)
    return supports(-0.5, 'the values are numbers or dates, not words');
  if (values.holding('directory_unit') >= 0.5) return supports(-0.6, 'the values are places in a directory');
  return values.booleans + values.share('yes_no') >= 0.9 ? supports(-0.6, 'the values are yes or no') : SILENT;
};

export const shortText: Rule = (values) =>
  values.share('prose') >= 0.5 ? supports(-0.4, 'the values are long texts') : text(values);

/** A name or an owner: no level, no power state, no release and no direction. */
export const called: Rule = (values) => {
  if (values.share('criticality', 'power_state', 'version') >= 0.8)
    return supports(-0.4, 'the values are levels, states or releases');
  return values.holding('direction') >= 0.8 ? supports(-0.6, 'the values are ways in and out') : shortText(values);
};

export const boolish: Rule = (values) => {
  const share = values.booleans + values.share('yes_no');
  return share >= 0.5 ? supports(0.3, 'the values are yes or no') : SILENT;
};

export const anyOf =
  (...rules: Rule[]): Rule =>
  (values) =>
    rules.map((rule) => rule(values)).reduce((best, next) => (next.weight > best.weight ? next : best));

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
