import { READ_CELL_BUDGET } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { AnswerWatch } from './answer-watch.ts';
import type { ReaderAnswer } from './file-reader.worker.ts';
import { fileSources, marksIn } from './file-sources.ts';
import { refusalOf, type ParsedSheet, type ParsedWorkbook } from './parsed-workbook.ts';
import {
  columnOf,
  WorkbookError,
  type FlowPointer,
  type ReadOptions,
  type SheetMarks,
  type SheetSource,
  type UploadPointer,
  type WorkbookFacts,
  type WorkbookPort,
} from './workbook-port.ts';
import { whyStopped } from './worker-failure.ts';
import { yieldToScreen } from './yield-to-screen.ts';

/** Opens a dropped or chosen file; parsing runs in a worker, which ends with the signal. @throws WorkbookError */
export async function openFileWorkbook(file: File, signal: AbortSignal): Promise<WorkbookPort> {
  const worker = new Worker(new URL('./file-reader.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<ReaderAnswer>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(stopped()));
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

function stopped(): WorkbookError {
  return new WorkbookError('aborted', 'Reading was stopped.', 'Start again when you are ready.');
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
      hiddenSheets: this.workbook.hiddenSheets,
      unreadableSheets: this.workbook.unreadableSheets.map(({ name }) => name),
    });
  }

  filename(): Promise<string> {
    return Promise.resolve(this.file.name);
  }

  listSources(): Promise<SheetSource[]> {
    return Promise.resolve(fileSources(this.workbook));
  }

  marksOf(source: SheetSource): Promise<SheetMarks> {
    return Promise.resolve().then(() => marksIn(this.getSheet(source), source));
  }

  async readRows(source: SheetSource, fromRow: number, rowCount: number, options: ReadOptions = {}): Promise<Cell[][]> {
    const { rows: all, firstRow, firstColumn, columnCount } = this.getSheet(source);
    const [above, left] = [source.firstRow - firstRow, columnOf(source) - firstColumn];
    const isWhole = source.columnCount === columnCount;
    const step = Math.max(1, Math.floor(READ_CELL_BUDGET / source.columnCount));
    const end = Math.min(source.rowCount, fromRow + rowCount);
    const rows: Cell[][] = [];
    for (let at = fromRow; at < end; at += step) {
      if (options.signal?.aborted) throw stopped();
      const part = all.slice(above + at, above + Math.min(at + step, end));
      rows.push(...(isWhole ? part : part.map((row) => row.slice(left, left + source.columnCount))));
      options.onProgress?.({ rowsDone: rows.length, rowsTotal: end - fromRow });
      await yieldToScreen();
    }
    return rows;
  }

  private getSheet({ sheetName }: SheetSource): ParsedSheet {
    const sheet = this.workbook.sheets.find(({ name }) => name === sheetName);
    if (sheet !== undefined) return sheet;
    const unreadable = this.workbook.unreadableSheets.find(({ name }) => name === sheetName);
    if (unreadable !== undefined) throw refusalOf(unreadable);
    throw new WorkbookError('unknown', `The file has no sheet "${sheetName}".`, 'Choose the file again.');
  }

  selectCell(): Promise<void> {
    return Promise.resolve();
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
