import { DAY_MS } from '#shared/day.ts';
import rows from './lifecycle.json' with { type: 'json' };
import type { LifecycleRow } from './lifecycle-row.ts';
import { ReleaseIndex } from './release-index.ts';

/** Every release we know dates of; `npm run lifecycle:refresh` rebuilds the file. */
export const lifecycleRows: readonly LifecycleRow[] = rows;

export const releases = new ReleaseIndex(lifecycleRows);

/** The day the data was gathered: the newest row's; each row carries its own. */
export const lifecycleAsOf: string = rows.reduce((newest, row) => (row.as_of > newest ? row.as_of : newest), '');

/** Whole days from the day the data was gathered to `at`; never negative. */
export function lifecycleAgeDays(at: Date, asOf = lifecycleAsOf): number {
  return Math.max(0, Math.floor((at.getTime() - Date.parse(asOf)) / DAY_MS));
}
