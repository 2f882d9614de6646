import ExcelJS from 'exceljs';
import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { archiveWithoutSheet } from './foreign-files.ts';
import { formatOf } from './exceljs-numbers.ts';
import { readAsItIs } from './exceljs-parts.ts';
import { isoDateCell } from './iso-dates.ts';
import { numberCells, type NumberCell } from './number-cells.ts';
import { usedRange, type ParsedSheet, type ParsedWorkbook } from './parsed-workbook.ts';
import { EMPTY_RESULT } from './sheet-xml.ts';
import { WorkbookError } from './workbook-port.ts';

/**
 * Reads an .xlsx. Formulas give the result that was saved with them (none: blank), rich text and links their text. Of
 * merged cells only the top left one has the value, as in Excel. Hidden rows are read like others and counted; hidden
 * columns are read like others; sheets the user has hidden are left out. Numbers with a date format become date cells
 * with the very serial number of the file.
 *
 * @throws WorkbookError unreadable_file, unsupported_file
 */
export async function parseXlsx(bytes: ArrayBuffer): Promise<ParsedWorkbook> {
  const workbook = new ExcelJS.Workbook();
  readAsItIs(workbook);
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
    .map((sheet) => parseSheet(sheet, context))
    .filter((sheet) => sheet !== null);
  return { dateSystem, note: null, sheets };
}

interface CellContext {
  dateSystem: DateSystem;
  numberCell: NumberCell;
}

function parseSheet(sheet: ExcelJS.Worksheet, context: CellContext): ParsedSheet | null {
  const cells = new Map<number, Cell[]>();
  const hiddenRows = new Set<number>();
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    if (row.hidden) hiddenRows.add(rowNumber);
    const columns: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, columnNumber) => {
      while (columns.length < columnNumber - 1) columns.push(null);
      columns.push(cell.isMerged && cell.master !== cell ? null : parseCell(cell, context));
    });
    cells.set(rowNumber, columns);
  });
  return usedRange(sheet.name, cells, { hiddenRows, lastRow: sheet.rowCount });
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
