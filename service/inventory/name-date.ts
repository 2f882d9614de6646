import type { NameDate } from './dates-in-names.ts';
import { datesOfFile } from './sheet-series.ts';

/** The day (`2026-02-01`) or month (`2026-02`) that the name of a file says; null: none with its year. */
export function dateInName(name: string): string | null {
  const date = readingsOf(name);
  return date?.dayFirst ?? date?.monthFirst ?? null;
}

/**
 * Whether the name says an earlier day than the other; a month is not earlier than a day in it. Where both leave open which
 * number is the month, both readings have to say so.
 */
export function isOlderByName(name: string, other: string): boolean {
  const [one, two] = [readingsOf(name), readingsOf(other)];
  if (one === null || two === null) return false;
  const verdicts = (['dayFirst', 'monthFirst'] as const).flatMap((order) => isEarlier(one[order], two[order]) ?? []);
  return verdicts.length > 0 && verdicts.every(Boolean);
}

/** null: one of them is no date */
function isEarlier(one: string | null, two: string | null): boolean | null {
  if (one === null || two === null) return null;
  const length = Math.min(one.length, two.length);
  return one.slice(0, length) < two.slice(0, length);
}

const readingsOf = (name: string): NameDate | null =>
  datesOfFile(name).find(({ dayFirst, monthFirst }) => (dayFirst ?? monthFirst) !== null) ?? null;
