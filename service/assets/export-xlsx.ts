import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import excel from 'exceljs';
import { CELL_MAX_CHARACTERS, SHEET_MAX_ROWS } from '#shared/limits.ts';
import type { ExportCell, ExportTable } from './export-table.ts';
import { xmlSafe } from './xml-text.ts';

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

async function writeWorkbook({ title, headers, rows }: ExportTable, file: PassThrough): Promise<void> {
  const hungUp = new AbortController();
  file.once('close', () => hungUp.abort());
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: file });
  let sheets = 0;
  const nextSheet = (): excel.Worksheet => {
    sheets += 1;
    const sheet = workbook.addWorksheet(sheets === 1 ? title : `${title} ${sheets}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
      properties: { defaultColWidth: COLUMN_WIDTH_CHARACTERS },
    });
    sheet.addRow(headers.map(cellOf)).commit();
    return sheet;
  };
  let sheet = nextSheet();
  let rowsInSheet = 0;
  for await (const batch of rows) {
    for (const row of batch) {
      if (rowsInSheet === SHEET_MAX_ROWS) {
        sheet.commit();
        sheet = nextSheet();
        rowsInSheet = 0;
      }
      sheet.addRow(row.map(cellOf)).commit();
      rowsInSheet += 1;
    }
    if (!(await takenIn(sheet, hungUp.signal))) return;
  }
  if (!hungUp.signal.aborted) await workbook.commit();
}

function cellOf(value: ExportCell): ExportCell {
  return typeof value === 'string' ? xmlSafe(value).slice(0, CELL_MAX_CHARACTERS) : value;
}

/**
 * Waits until what was written has gone on to the reader: exceljs itself never waits and would hold the whole sheet.
 * Its sheets are streams that know what they were piped into (`lib/utils/stream-buf.js`).
 *
 * @returns false when the reader is gone
 */
async function takenIn(sheet: excel.Worksheet, hungUp: AbortSignal): Promise<boolean> {
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
