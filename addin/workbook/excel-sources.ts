import { splitAddress } from '#shared/cell-address.ts';
import { READ_CELL_BUDGET } from '#shared/limits.ts';
import { toWorkbookError } from './excel-errors.ts';
import { columnOf, type SheetSource } from './workbook-port.ts';

const SHAPE = 'address,rowCount,columnCount,rowIndex,columnIndex,rowHidden';

/** Tables under the selection, the selection itself when it spans rows, then every visible sheet's used range, the active one first. */
export async function listExcelSources(context: Excel.RequestContext): Promise<SheetSource[]> {
  const found = [...(await selectedSources(context)), ...(await sheetSources(context))];
  const hidden = await hiddenRowCounts(context, found);
  const sources = found.map((one, at) => describe(one, hidden[at] ?? 0));
  return sources.filter(
    (source, index) =>
      sources.findIndex((other) => other.sheetName === source.sheetName && other.range === source.range) === index,
  );
}

interface Found {
  range: Excel.Range;
  kind: SheetSource['kind'];
  label: string;
  /** Last sheet row that holds formatting, from 1; absent where it does not matter. */
  lastRow?: number;
  hidesHeader?: boolean;
  leavesOutTotals?: boolean;
}

/** Sheets without any value have no used range and are left out. */
async function sheetSources(context: Excel.RequestContext): Promise<Found[]> {
  const { worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  worksheets.load('items/name,items/visibility');
  await context.sync();
  const names = worksheets.items
    .filter((sheet) => sheet.visibility === Excel.SheetVisibility.visible)
    .map((sheet) => sheet.name);
  names.sort((a, b) => Number(b === active.name) - Number(a === active.name));
  const sheets = names.map((label) => {
    const sheet = worksheets.getItem(label);
    const range = sheet.getUsedRangeOrNullObject(true).load(SHAPE);
    return { label, range, formatted: sheet.getUsedRange().load('rowIndex,rowCount') };
  });
  await context.sync();
  return sheets
    .filter(({ range }) => !range.isNullObject)
    .map(({ label, range, formatted }) => ({ range, kind: 'sheet', label, lastRow: lastRowOf(formatted) }));
}

/** Those a menu shows again, and those only a macro does. */
export async function hiddenSheetNames(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  await context.sync();
  return worksheets.items
    .filter((sheet) => sheet.visibility !== Excel.SheetVisibility.visible)
    .map((sheet) => sheet.name);
}

function lastRowOf(range: Excel.Range): number {
  return range.rowIndex + range.rowCount;
}

/**
 * Nothing when a chart or several areas are selected, or another workbook has the focus. Excel has several codes for
 * that, and the sheets can be offered whatever it says.
 */
async function selectedSources(context: Excel.RequestContext): Promise<Found[]> {
  try {
    const selection = context.workbook.getSelectedRange();
    const used = selection.getUsedRangeOrNullObject(true).load(SHAPE);
    const tables = selection.getTables(false).load('items/name,items/showHeaders,items/showTotals');
    await context.sync();
    const tableRanges = tables.items.map((table): Found => ({
      range: recordsOf(table).load(SHAPE),
      kind: 'table',
      label: table.name,
      hidesHeader: !table.showHeaders,
      leavesOutTotals: table.showTotals,
    }));
    await context.sync();
    const spansRows = !used.isNullObject && used.rowCount > 1;
    return [...tableRanges, ...(spansRows ? [{ range: used, kind: 'selection' as const, label: 'Selection' }] : [])];
  } catch (error) {
    if (toWorkbookError(error).code === 'cell_in_edit_mode') throw error;
    return [];
  }
}

/** With the header, where it is shown, and without the totals row: that is no record. */
function recordsOf(table: Excel.Table): Excel.Range {
  return table.showTotals ? table.getRange().getResizedRange(-1, 0) : table.getRange();
}

function describe(found: Found, hiddenRowCount: number): SheetSource {
  const { range, kind, label, lastRow, hidesHeader = false, leavesOutTotals = false } = found;
  const { sheetName, cells } = splitAddress(range.address);
  // A single cell is a range as well: A1:A1.
  const address = cells.includes(':') ? cells : `${cells}:${cells}`;
  return {
    id: `${kind}:${sheetName}:${address}`,
    kind,
    label,
    sheetName,
    range: address,
    rowCount: range.rowCount,
    columnCount: range.columnCount,
    firstRow: range.rowIndex + 1,
    hiddenRowCount,
    hidesHeader,
    leavesOutTotals,
    blankRowsBelow: lastRow === undefined ? 0 : Math.max(0, lastRow - lastRowOf(range)),
  };
}

/**
 * Excel says true, false, or null for "some"; only then the rows are asked one by one, in one question for all ranges as
 * far as its answer is not too large.
 */
async function hiddenRowCounts(context: Excel.RequestContext, found: readonly Found[]): Promise<number[]> {
  const counts = found.map(({ range }) => (range.rowHidden ? range.rowCount : 0));
  let asked: { at: number; rows: OfficeExtension.ClientResult<Excel.RowProperties[]> }[] = [];
  let room = READ_CELL_BUDGET;
  const hear = async (): Promise<void> => {
    await context.sync();
    for (const { at, rows } of asked)
      counts[at] = (counts[at] ?? 0) + rows.value.filter((row) => row.rowHidden === true).length;
    asked = [];
    room = READ_CELL_BUDGET;
  };
  for (const [at, { range }] of found.entries()) {
    if ((range.rowHidden as boolean | null) !== null) continue;
    for (let first = 0; first < range.rowCount;) {
      const rowCount = Math.min(room, range.rowCount - first);
      const part = range.worksheet.getRangeByIndexes(range.rowIndex + first, range.columnIndex, rowCount, 1);
      asked.push({ at, rows: part.getRowProperties({ rowHidden: true }) });
      first += rowCount;
      room -= rowCount;
      if (room === 0) await hear();
    }
  }
  if (asked.length > 0) await hear();
  return counts;
}

/** Part of a source's rows as a range, without asking Excel. */
export function rangeOf(
  context: Excel.RequestContext,
  source: SheetSource,
  fromRow: number,
  rowCount: number,
): Excel.Range {
  return context.workbook.worksheets
    .getItem(source.sheetName)
    .getRangeByIndexes(source.firstRow - 1 + fromRow, columnOf(source) - 1, rowCount, source.columnCount);
}
