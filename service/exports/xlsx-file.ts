import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type excel from 'exceljs';
import { SHEET_MAX_ROWS } from '#shared/limits.ts';
import type { ExportCell, ExportTable } from './export-table.ts';
import { xlsxCell } from './xlsx-cell.ts';

const COLUMN_WIDTH_CHARACTERS = 20;

/**
 * A workbook, row by row; a table beyond Excel's last row goes on in a further sheet. Cells are typed: a text is stored as
 * text, so nothing in it is ever a formula.
 */
export function xlsxFile(table: ExportTable): Readable {
  const file = new PassThrough();
  writeWorkbook(table, file).catch((error: unknown) => file.destroy(error as Error));
  return file;
}

/** Nothing is written before the first batch is read: what fails until then is an answer, not a file that breaks off. */
async function writeWorkbook(table: ExportTable, file: PassThrough): Promise<void> {
  const hungUp = new AbortController();
  file.once('close', () => hungUp.abort());
  // 28 MB that only exports need.
  const { default: library } = await import('exceljs');
  const begin = (): Sheets =>
    new Sheets(new library.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true }), table);
  let sheets: Sheets | undefined;
  for await (const batch of table.rows) {
    sheets ??= begin();
    for (const row of batch) sheets.add(row);
    if (!(await drained(sheets.current, hungUp.signal))) return;
  }
  sheets ??= begin();
  if (hungUp.signal.aborted) return;
  sheets.end();
  await sheets.workbook.commit();
}

class Sheets {
  readonly workbook: excel.stream.xlsx.WorkbookWriter;
  current: excel.Worksheet;
  private readonly table: ExportTable;
  private sheets = 0;
  private rows = 0;

  constructor(workbook: excel.stream.xlsx.WorkbookWriter, table: ExportTable) {
    this.workbook = workbook;
    this.table = table;
    this.current = this.next();
  }

  add(row: readonly ExportCell[]): void {
    if (this.rows === SHEET_MAX_ROWS) {
      this.end();
      this.current = this.next();
      this.rows = 0;
    }
    writeRow(this.current, row);
    this.rows += 1;
  }

  /** Nothing comes to the sheet any more. */
  end(): void {
    const right = this.table.headers.length;
    this.current.autoFilter = { from: { row: 1, column: 1 }, to: { row: this.rows + 1, column: right } };
    this.current.commit();
  }

  private next(): excel.Worksheet {
    const { title, headers } = this.table;
    this.sheets += 1;
    const sheet = this.workbook.addWorksheet(this.sheets === 1 ? title : `${title} ${this.sheets}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
      properties: { defaultColWidth: COLUMN_WIDTH_CHARACTERS },
    });
    writeRow(sheet, headers);
    return sheet;
  }
}

function writeRow(sheet: excel.Worksheet, cells: readonly ExportCell[]): void {
  const written = cells.map(xlsxCell);
  // What is undefined makes no cell at all.
  const row = sheet.addRow(written.map((cell) => cell?.value));
  row.eachCell((cell, column) => {
    cell.style = written[column - 1]?.style ?? {};
  });
  row.commit();
}

/**
 * Waits until what was written has gone on to the reader: exceljs itself never waits and would hold the whole sheet.
 * Its sheets are streams that know what they were piped into (`lib/utils/stream-buf.js`).
 *
 * @returns false when the reader is gone
 */
async function drained(sheet: excel.Worksheet, hungUp: AbortSignal): Promise<boolean> {
  const { stream } = sheet as unknown as { stream: { pipes: readonly Writable[] } };
  try {
    while (stream.pipes.length === 0) await setImmediate(undefined, { signal: hungUp });
    for (const pipe of stream.pipes) if (pipe.writableNeedDrain) await once(pipe, 'drain', { signal: hungUp });
    return !hungUp.aborted;
  } catch (error) {
    if (hungUp.aborted) return false;
    throw error;
  }
}
