import ExcelJS from 'exceljs';
import { isoMsToSerial, serialToIso, type DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { usedRange, type ParsedWorkbook } from './parsed-workbook.ts';
import { WorkbookError } from './workbook-port.ts';

/**
 * Reads an .xlsx. Formulas give their last result, rich text and links their text; of merged cells only the top left one
 * has the value, as in Excel. Hidden rows are read like others and counted. Sheets the user has hidden are left out.
 *
 * @throws WorkbookError unreadable_file
 */
export async function parseXlsx(bytes: ArrayBuffer): Promise<ParsedWorkbook> {
  const workbook = new ExcelJS.Workbook();
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
  const dateSystem: DateSystem = workbook.properties.date1904 ? '1904' : '1900';
  const sheets = workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => parseSheet(sheet, dateSystem))
    .filter((sheet) => sheet !== null);
  return { dateSystem, note: null, sheets };
}

function parseSheet(sheet: ExcelJS.Worksheet, dateSystem: DateSystem) {
  const cells = new Map<number, Map<number, Cell>>();
  const hiddenRows = new Set<number>();
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    if (row.hidden) hiddenRows.add(rowNumber);
    const columns = new Map<number, Cell>();
    row.eachCell({ includeEmpty: false }, (cell, columnNumber) => {
      const value = cell.isMerged && cell.master !== cell ? null : parseCell(cell, dateSystem);
      if (value !== null) columns.set(columnNumber, value);
    });
    if (columns.size > 0) cells.set(rowNumber, columns);
  });
  return usedRange(sheet.name, cells, { hiddenRows, lastRow: sheet.rowCount });
}

function parseCell(cell: ExcelJS.Cell, dateSystem: DateSystem): Cell {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  return parseValue(value, cell, dateSystem);
}

function parseValue(value: unknown, cell: ExcelJS.Cell, dateSystem: DateSystem): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return parseDate(value, cell.numFmt, dateSystem);
  if (typeof value === 'object' && 'error' in value) return { type: 'error', code: String(value.error) };
  const text = cell.text;
  return text === '' ? null : text;
}

/** exceljs turns numbers with a date format into dates; what came out of range goes back to its number. */
function parseDate(date: Date, format: string, dateSystem: DateSystem): Cell {
  const serial = Number(isoMsToSerial(date.getTime(), dateSystem).toFixed(10));
  if (!Number.isFinite(serial)) return null;
  const iso = serialToIso(serial, dateSystem);
  return iso === null ? serial : { type: 'date', iso, serial, format };
}
