import ExcelJS from 'exceljs';
import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { archiveWithoutSheet } from './foreign-files.ts';
import { formatOf } from './exceljs-numbers.ts';
import { readAsItIs } from './exceljs-parts.ts';
import { isoDateCell } from './iso-dates.ts';
import { numberCells, type NumberCell } from './number-cells.ts';
import { usedRange, type ParsedSheet, type ParsedWorkbook, type TablePart } from './parsed-workbook.ts';
import { EMPTY_RESULT } from './sheet-xml.ts';
import { WorkbookError, type MergedArea } from './workbook-port.ts';

/**
 * Reads an .xlsx. Formulas give the result that was saved with them (none: blank, and marked), rich text and links their
 * text. Of merged cells only the top left one has the value, as in Excel. Hidden rows and columns are read like others and
 * marked; sheets the user has hidden are left out and named. Numbers with a date format become date cells
 * with the very serial number of the file.
 *
 * @throws WorkbookError unreadable_file, unsupported_file
 */
export async function parseXlsx(bytes: ArrayBuffer): Promise<ParsedWorkbook> {
  const workbook = new ExcelJS.Workbook();
  const tables = readAsItIs(workbook);
  try {
    await workbook.xlsx.load(bytes);
  } catch (cause) {
    throw new WorkbookError(
      'unreadable_file',
      'The file is no readable .xlsx workbook.',
      'Open it in Excel, save it again as .xlsx, and choose that file.',
      cause,
    );
  }
  if (workbook.worksheets.length === 0) throw archiveWithoutSheet(bytes);
  const dateSystem: DateSystem = workbook.properties.date1904 ? '1904' : '1900';
  const context: CellContext = { dateSystem, numberCell: numberCells(dateSystem) };
  const sheets = workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => parseSheet(sheet, context, tables.get(sheet.name) ?? []))
    .filter((sheet) => sheet !== null);
  const hiddenSheets = workbook.worksheets.filter(({ state }) => state !== 'visible').map(({ name }) => name);
  return { dateSystem, note: null, hiddenSheets, sheets };
}

interface CellContext {
  dateSystem: DateSystem;
  numberCell: NumberCell;
}

function parseSheet(sheet: ExcelJS.Worksheet, context: CellContext, tables: TablePart[]): ParsedSheet | null {
  const cells = new Map<number, Cell[]>();
  const hiddenRows: number[] = [];
  const unsaved: { row: number; column: number }[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    if (row.hidden) hiddenRows.push(rowNumber);
    const columns: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, columnNumber) => {
      while (columns.length < columnNumber - 1) columns.push(null);
      columns.push(cell.isMerged && cell.master !== cell ? null : parseCell(cell, context));
      if (isUnsaved(cell)) unsaved.push({ row: rowNumber, column: columnNumber });
    });
    cells.set(rowNumber, columns);
  });
  const marks = { hiddenRows, hiddenColumns: hiddenColumnsOf(sheet), merged: mergedAreasOf(sheet), unsaved, tables };
  return usedRange(sheet.name, cells, { marks, lastRow: sheet.rowCount });
}

function isUnsaved(cell: ExcelJS.Cell): boolean {
  return cell.type === ExcelJS.ValueType.Formula && cell.result === undefined;
}

function hiddenColumnsOf(sheet: ExcelJS.Worksheet): number[] {
  const columns = sheet.columns as Partial<ExcelJS.Column>[] | null;
  return (columns ?? []).flatMap((column, index) => (column.hidden === true ? [index + 1] : []));
}

/** Not in the types of exceljs, which gives them only with a copy of the whole sheet. */
function mergedAreasOf(sheet: ExcelJS.Worksheet): MergedArea[] {
  const { _merges: merges } = sheet as unknown as { _merges: Record<string, ExcelJS.Location> };
  return Object.values(merges).map(({ top, left, bottom, right }) => ({
    row: top,
    column: left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  }));
}

function parseCell(cell: ExcelJS.Cell, { dateSystem, numberCell }: CellContext): Cell {
  const value = plainValue(cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value);
  if (value === null || value === undefined || value === '' || value === EMPTY_RESULT) return null;
  const format = formatOf(cell);
  if (typeof value === 'number') return numberCell(value, format);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if ('error' in value) {
    const code = String(value.error);
    // Dates that the file writes out come as errors (sheet-xml.ts); those of Excel begin with a #.
    return isoDateCell(code, format, dateSystem) ?? { type: 'error', code };
  }
  throw new WorkbookError(
    'unreadable_file',
    `Cell ${cell.address} of the sheet "${cell.worksheet.name}" holds something unknown.`,
    'Replace the cell by its value, save the file, and choose it again.',
  );
}

/** Links and rich text without what is around their text; a link may hold rich text. */
function plainValue(value: unknown): string | number | boolean | object | null | undefined {
  if (typeof value !== 'object' || value === null) return value as string | number | boolean | null | undefined;
  if ('hyperlink' in value) return plainValue('text' in value ? value.text : null);
  if ('richText' in value) return (value as ExcelJS.CellRichTextValue).richText.map((part) => part.text).join('');
  return value;
}
