import { countOf, formatNumber } from '#shared/format.ts';
import type { SheetMarks, SheetSource } from '../workbook/workbook-port.ts';
import { namesOf, type ColumnFacts, type SheetConcern } from './column-facts.ts';
import type { HeaderChoice } from './header-choice.ts';

interface Marked {
  source: SheetSource;
  marks: SheetMarks;
  header: HeaderChoice;
  hiddenSheets: readonly string[];
}

/** What the cells do not tell and the analyst should know; only what is really there. */
export function markConcerns(
  columns: readonly ColumnFacts[],
  { source, marks, header, hiddenSheets }: Marked,
): SheetConcern[] {
  const concerns: SheetConcern[] = [];
  const named = (indexes: readonly number[]): string => namesOf(columns.filter(({ index }) => indexes.includes(index)));
  const unsaved = marks.unsaved.reduce((sum, { cells }) => sum + cells, 0);
  if (unsaved > 0) {
    const where = named(marks.unsaved.map(({ column }) => column));
    concerns.push({
      isWarning: true,
      text: `${countOf(unsaved, 'cell')} ${unsaved === 1 ? 'holds a formula' : 'hold formulas'} without a saved result and would be imported empty: ${where}. Open the workbook in Excel and save it, then choose it again.`,
    });
  }
  if (header.rows === 0)
    concerns.push({
      isWarning: true,
      text: 'No row is taken for the header, so columns are called by their position. If one names them, choose it.',
    });
  const hidden = marks.hiddenColumns.length;
  if (hidden > 0)
    concerns.push({
      isWarning: false,
      text: `${countOf(hidden, 'column')} ${hidden === 1 ? 'is' : 'are'} hidden in the sheet and will be imported too: ${named(marks.hiddenColumns)}.`,
    });
  if (source.leavesOutTotals)
    concerns.push({ isWarning: false, text: 'The totals row of the table is no record and is not imported.' });
  if (hiddenSheets.length > 0)
    concerns.push({
      isWarning: false,
      text: `${hiddenSheets.length === 1 ? '1 hidden sheet is' : `${formatNumber(hiddenSheets.length)} hidden sheets are`} not offered here: ${hiddenSheets.slice(0, SHEETS_LISTED).join(', ')}${hiddenSheets.length > SHEETS_LISTED ? ' and others' : ''}. To import one, unhide it in Excel.`,
    });
  return concerns;
}

const SHEETS_LISTED = 4;
