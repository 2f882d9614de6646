import { rowsOf } from '#shared/pages/pace.ts';

/** What a progress bar shows and says. @param words how far it is; absent: in rows */
export function progressOf(
  done: number,
  total: number,
  words = rowsOf(done, total),
): { value: number; max: number; 'aria-valuetext': string } {
  return { value: total === 0 ? 0 : (done / total) * 100, max: 100, 'aria-valuetext': words };
}
