import { countOf, formatNumber } from '#shared/format.ts';
import type { ReadProgress } from '../workbook/workbook-port.ts';

/** `Reading 12,000 of 50,000 rows`. */
export function readingText(progress: ReadProgress | null): string {
  if (progress === null) return 'Reading the sheet';
  return `Reading ${formatNumber(progress.rowsDone)} of ${countOf(progress.rowsTotal, 'row')}`;
}
