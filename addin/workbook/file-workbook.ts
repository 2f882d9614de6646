import { columnLetters } from '#shared/cell-address.ts';
import { READ_CELL_BUDGET } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { AnswerWatch } from './answer-watch.ts';
import type { ReaderAnswer } from './file-reader.worker.ts';
import type { ParsedSheet, ParsedWorkbook } from './parsed-workbook.ts';
import {
  WorkbookError,
  type FlowPointer,
  type ReadOptions,
  type SheetSource,
  type UploadPointer,
  type WorkbookFacts,
  type WorkbookPort,
} from './workbook-port.ts';
import { whyStopped } from './worker-failure.ts';
import { yieldToScreen } from './yield-to-screen.ts';

/** Opens a dropped or chosen file; parsing runs in a worker. @throws WorkbookError */
export async function openFileWorkbook(file: File): Promise<WorkbookPort> {
  const worker = new Worker(new URL('./file-reader.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<ReaderAnswer>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<ReaderAnswer>) => resolve(event.data);
      worker.onerror = (event) =>
        reject(
          new WorkbookError(
            'unknown',
            `The file could not be read: ${whyStopped(event)}`,
            'Reload the pane and try again.',
          ),
        );
      worker.postMessage(file);
    });
    if (!answer.ok) throw new WorkbookError(answer.code, answer.message, answer.advice);
    return new FileWorkbook(answer.workbook, file);
  } finally {
    worker.terminate();
  }
}

/** A parsed file behind the port. It has no selection, no cells to jump to, and forgets its flow with the page. */
export class FileWorkbook implements WorkbookPort {
  readonly id = crypto.randomUUID();
  readonly kind = 'file';
  readonly answers = new AnswerWatch();
  private readonly workbook: ParsedWorkbook;
  private readonly file: { name: string; size: number; type: string };
  private pointer: FlowPointer | null = null;
  private upload: UploadPointer | null = null;

  constructor(workbook: ParsedWorkbook, file: { name: string; size: number; type: string }) {
    this.workbook = workbook;
    this.file = file;
  }

  describe(): Promise<WorkbookFacts> {
    const { name, size, type } = this.file;
    return Promise.resolve({
      filename: name,
      size,
      type,
      dateSystem: this.workbook.dateSystem,
      note: this.workbook.note,
    });
  }

  filename(): Promise<string> {
    return Promise.resolve(this.file.name);
  }

  listSources(): Promise<SheetSource[]> {
    return Promise.resolve(
      this.workbook.sheets.map(sourceOf).sort((a, b) => Number(isOneColumn(a)) - Number(isOneColumn(b))),
    );
  }

  async readRows(source: SheetSource, fromRow: number, rowCount: number, options: ReadOptions = {}): Promise<Cell[][]> {
    const sheet = this.workbook.sheets.find((candidate) => candidate.name === source.sheetName);
    if (sheet === undefined)
      throw new WorkbookError('unknown', `The file has no sheet "${source.sheetName}".`, 'Choose the file again.');
    const step = Math.max(1, Math.floor(READ_CELL_BUDGET / sheet.columnCount));
    const end = Math.min(sheet.rows.length, fromRow + rowCount);
    const rows: Cell[][] = [];
    for (let at = fromRow; at < end; at += step) {
      if (options.signal?.aborted)
        throw new WorkbookError('aborted', 'Reading was stopped.', 'Start again when you are ready.');
      rows.push(...sheet.rows.slice(at, Math.min(at + step, end)));
      options.onProgress?.({ rowsDone: rows.length, rowsTotal: end - fromRow });
      await yieldToScreen();
    }
    return rows;
  }

  selectCell(): Promise<boolean> {
    return Promise.resolve(false);
  }

  rememberFlow(pointer: FlowPointer | null): Promise<void> {
    this.pointer = pointer;
    return Promise.resolve();
  }

  recallFlow(): Promise<FlowPointer | null> {
    return Promise.resolve(this.pointer);
  }

  rememberUpload(pointer: UploadPointer | null): Promise<void> {
    this.upload = pointer;
    return Promise.resolve();
  }

  recallUpload(): Promise<UploadPointer | null> {
    return Promise.resolve(this.upload);
  }
}

/** A cover or a remark rather than a list of things; a file has no sheet that its reader stands on. */
const isOneColumn = ({ columnCount }: SheetSource): boolean => columnCount === 1;

function sourceOf(sheet: ParsedSheet): SheetSource {
  const lastColumn = columnLetters(sheet.firstColumn + sheet.columnCount - 1);
  return {
    id: `sheet:${sheet.name}`,
    kind: 'sheet',
    label: sheet.name,
    sheetName: sheet.name,
    range: `${columnLetters(sheet.firstColumn)}${sheet.firstRow}:${lastColumn}${sheet.firstRow + sheet.rows.length - 1}`,
    rowCount: sheet.rows.length,
    columnCount: sheet.columnCount,
    firstRow: sheet.firstRow,
    hiddenRowCount: sheet.hiddenRowCount,
    hidesHeader: false,
    blankRowsBelow: sheet.blankRowsBelow,
  };
}
