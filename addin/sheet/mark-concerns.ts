import { countOf, formatNumber } from '#shared/format.ts';
import type { SheetMarks, SheetSource, WorkbookFacts } from '../workbook/workbook-port.ts';
import { namesOf, type ColumnFacts, type SheetConcern } from './column-facts.ts';
import type { HeaderChoice } from './header-choice.ts';

interface Marked {
  source: SheetSource;
  marks: SheetMarks;
  header: HeaderChoice;
  facts: Pick<WorkbookFacts, 'hiddenSheets' | 'unreadableSheets'>;
}

/** What the cells do not tell and the analyst should know; only what is really there. */
export function markConcerns(
  columns: readonly ColumnFacts[],
  { source, marks, header, facts: { hiddenSheets, unreadableSheets } }: Marked,
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
      text: `${hiddenSheets.length === 1 ? '1 hidden sheet is' : `${formatNumber(hiddenSheets.length)} hidden sheets are`} not offered here: ${listedSheets(hiddenSheets)}. To import one, unhide it in Excel.`,
    });
  if (unreadableSheets.length > 0)
    concerns.push({
      isWarning: true,
      text: `${countOf(unreadableSheets.length, 'sheet')} of the file cannot be read: ${listedSheets(unreadableSheets)}. Choose ${unreadableSheets.length === 1 ? 'it' : 'one'} above to see why.`,
    });
  return concerns;
}

const SHEETS_LISTED = 4;

function listedSheets(names: readonly string[]): string {
  return names.slice(0, SHEETS_LISTED).join(', ') + (names.length > SHEETS_LISTED ? ' and others' : '');
}
