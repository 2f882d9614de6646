import { columnNumber, splitAddress } from '#shared/cell-address.ts';
import { READ_CELL_BUDGET } from '#shared/limits.ts';
import { toWorkbookError } from './excel-errors.ts';
import type { SheetSource } from './workbook-port.ts';

const SHAPE = 'address,rowCount,columnCount,rowIndex,columnIndex,rowHidden';

/** Tables under the selection, the selection itself when it spans rows, then every visible sheet's used range, the active one first. */
export async function listExcelSources(context: Excel.RequestContext): Promise<SheetSource[]> {
  const found = [...(await selectedSources(context)), ...(await sheetSources(context))];
  const sources: SheetSource[] = [];
  for (const one of found) sources.push(await describe(context, one));
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

async function describe(context: Excel.RequestContext, found: Found): Promise<SheetSource> {
  const { range, kind, label, lastRow, hidesHeader = false } = found;
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
    hiddenRowCount: await hiddenRows(context, range),
    hidesHeader,
    blankRowsBelow: lastRow === undefined ? 0 : Math.max(0, lastRow - lastRowOf(range)),
  };
}

/** Excel says true, false, or null for "some"; only then the rows are asked one by one, a part of them at a time. */
async function hiddenRows(context: Excel.RequestContext, range: Excel.Range): Promise<number> {
  const isHidden = range.rowHidden as boolean | null;
  if (isHidden !== null) return isHidden ? range.rowCount : 0;
  let count = 0;
  for (let first = 0; first < range.rowCount; first += READ_CELL_BUDGET) {
    const rowCount = Math.min(READ_CELL_BUDGET, range.rowCount - first);
    const part = range.worksheet.getRangeByIndexes(range.rowIndex + first, range.columnIndex, rowCount, 1);
    const rows = part.getRowProperties({ rowHidden: true });
    await context.sync();
    count += rows.value.filter((row) => row.rowHidden === true).length;
  }
  return count;
}

/** Part of a source's rows as a range, without asking Excel. */
export function rangeOf(
  context: Excel.RequestContext,
  source: SheetSource,
  fromRow: number,
  rowCount: number,
): Excel.Range {
  const firstColumn = columnNumber(/^[A-Z]+/.exec(source.range)?.[0] ?? 'A') - 1;
  return context.workbook.worksheets
    .getItem(source.sheetName)
    .getRangeByIndexes(source.firstRow - 1 + fromRow, firstColumn, rowCount, source.columnCount);
}
