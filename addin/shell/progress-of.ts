import { countOf, formatNumber } from '#shared/format.ts';

/** What a progress bar of rows shows and says. */
export function progressOf(done: number, total: number): { value: number; max: number; 'aria-valuetext': string } {
  return {
    value: total === 0 ? 0 : (done / total) * 100,
    max: 100,
    'aria-valuetext': `${formatNumber(done)} of ${countOf(total, 'row')}`,
  };
}
