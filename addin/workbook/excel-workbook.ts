import { READ_CELL_BUDGET } from '#shared/limits.ts';
import type { DateSystem } from '#shared/excel-dates.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { AnswerWatch } from './answer-watch.ts';
import { cellsOf, mayHoldRichTypes, type ExcelGrid } from './excel-cells.ts';
import { isItemNotFound, mayBeTooLarge, toWorkbookError, tooLargeToRead } from './excel-errors.ts';
import { toSelectionError } from './excel-selection-errors.ts';
import { readExcelMarks } from './excel-marks.ts';
import { ExcelNotes } from './excel-notes.ts';
import { hiddenSheetNames, listExcelSources, rangeOf } from './excel-sources.ts';
import { numberCells, type NumberCell } from './number-cells.ts';
import {
  WorkbookError,
  uploadPointerSchema,
  type FlowPointer,
  type ReadOptions,
  type SheetMarks,
  type SheetSource,
  type UploadPointer,
  type WorkbookFacts,
  type WorkbookPort,
} from './workbook-port.ts';
import { yieldToScreen } from './yield-to-screen.ts';

/** Under this name the workbook keeps the ids of its last import; they travel with the file, so nothing else is kept. */
const FLOW_NOTE = 'cmdbImport.flow';
const UPLOAD_NOTE = 'cmdbImport.upload';
const EXCEL_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What DATE(1904,1,1) gives tells which system the workbook counts in. */
const FIRST_OF_1904: ReadonlyMap<unknown, DateSystem> = new Map([
  [1_462, '1900'],
  [0, '1904'],
]);

/** The open workbook in Excel. Together with its siblings excel-*.ts the only code that names Excel. */
export class ExcelWorkbook implements WorkbookPort {
  readonly id = crypto.randomUUID();
  readonly kind = 'excel';
  readonly answers = new AnswerWatch();
  private readonly notes = new ExcelNotes();
  /** What `describe` said last: rows count like that, and what Excel could not tell is asked again there. */
  private counting: Counting | null = null;

  async describe(): Promise<WorkbookFacts> {
    if (this.counting?.note !== null) this.counting = await this.answers.over(readCounting);
    const { dateSystem, note } = this.counting;
    const hiddenSheets = await this.answers.over(() => run(hiddenSheetNames));
    const filename = await this.filename();
    return { filename, size: 0, type: EXCEL_MIME, dateSystem, note, hiddenSheets, unreadableSheets: [] };
  }

  async filename(): Promise<string> {
    return (await this.answers.over(() => run(readName))) || 'Unsaved workbook';
  }

  listSources(): Promise<SheetSource[]> {
    return this.answers.over(() => run(listExcelSources));
  }

  marksOf(source: SheetSource): Promise<SheetMarks> {
    return this.answers.over(() => run((context) => readExcelMarks(context, source)));
  }

  async readRows(source: SheetSource, fromRow: number, rowCount: number, options: ReadOptions = {}): Promise<Cell[][]> {
    const { numberCell } = (this.counting ??= await this.answers.over(readCounting));
    const total = Math.min(rowCount, source.rowCount - fromRow);
    let step = Math.max(1, Math.floor(READ_CELL_BUDGET / source.columnCount));
    const rows: Cell[][] = [];
    while (rows.length < total) {
      if (options.signal?.aborted)
        throw new WorkbookError('aborted', 'Reading was stopped.', 'Start again when you are ready.');
      const [first, count] = [fromRow + rows.length, Math.min(step, total - rows.length)];
      const answer = await this.answers.over(() => readGrid(source, first, count));
      if ('refusal' in answer) {
        if (step === 1) throw answer.refusal;
        step = Math.max(1, Math.floor(step / 2));
        continue;
      }
      rows.push(...cellsOf(answer.grid, numberCell));
      options.onProgress?.({ rowsDone: rows.length, rowsTotal: total });
      await yieldToScreen();
    }
    return rows;
  }

  async selectCell(sheetName: string, address: string): Promise<void> {
    try {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        sheet.activate();
        sheet.getRange(address).select();
        await context.sync();
      });
    } catch (error) {
      throw toSelectionError(error, sheetName);
    }
  }

  rememberFlow(pointer: FlowPointer | null): Promise<void> {
    const kept = pointer === null ? null : { flowId: pointer.flowId, dataImportId: pointer.dataImportId };
    return this.notes.keep(FLOW_NOTE, kept);
  }

  recallFlow(): Promise<FlowPointer | null> {
    const kept = this.notes.read(FLOW_NOTE) as Partial<FlowPointer> | null;
    const isPointer = typeof kept?.flowId === 'string' && typeof kept.dataImportId === 'string';
    return Promise.resolve(isPointer ? { flowId: String(kept.flowId), dataImportId: String(kept.dataImportId) } : null);
  }

  rememberUpload(pointer: UploadPointer | null): Promise<void> {
    return this.notes.keep(UPLOAD_NOTE, pointer);
  }

  recallUpload(): Promise<UploadPointer | null> {
    const kept = uploadPointerSchema.safeParse(this.notes.read(UPLOAD_NOTE));
    return Promise.resolve(kept.success ? kept.data : null);
  }
}

/** How the workbook counts its dates; a note where Excel did not tell. */
interface Counting {
  dateSystem: DateSystem;
  note: string | null;
  numberCell: NumberCell;
}

/** A host that cannot tell its date system is taken for the usual one, and the pane says so. */
async function readCounting(): Promise<Counting> {
  try {
    const dateSystem = await run(readDateSystem);
    return { dateSystem, note: null, numberCell: numberCells(dateSystem) };
  } catch (error) {
    if (error instanceof WorkbookError && error.code === 'cell_in_edit_mode') throw error;
    const note =
      'Excel did not say which date system the workbook counts in; 1900 is assumed. Check the dates in the preview.';
    return { dateSystem: '1900', note, numberCell: numberCells('1900') };
  }
}

async function readDateSystem(context: Excel.RequestContext): Promise<DateSystem> {
  const first = context.workbook.functions.date(1904, 1, 1);
  first.load('value');
  await context.sync();
  const system = FIRST_OF_1904.get(first.value);
  if (system === undefined) throw new Error(`DATE(1904,1,1) is ${String(first.value)}.`);
  return system;
}

/** As the title bar has it; the document's url is encoded on the web, and older than a rename. */
async function readName(context: Excel.RequestContext): Promise<string> {
  const { workbook } = context;
  workbook.load('name');
  await context.sync();
  return workbook.name;
}

/** A refusal may be overcome by asking for fewer rows. */
type ChunkAnswer = { grid: ExcelGrid } | { refusal: WorkbookError };
type Loaded<T> = { [part in keyof T]: T[part] | null };

/** One sync a chunk, two where it may hold rich data types. Excel refuses what is too large, or hands over null instead of values. */
async function readGrid(source: SheetSource, fromRow: number, rowCount: number): Promise<ChunkAnswer> {
  try {
    return await Excel.run(async (context) => {
      const range = rangeOf(context, source, fromRow, rowCount);
      range.load('values,numberFormat,valueTypes');
      await context.sync();
      const { values, numberFormat, valueTypes } = range as Loaded<ExcelGrid>;
      if (values === null || numberFormat === null || valueTypes === null) return { refusal: tooLargeToRead() };
      const grid = { values, numberFormat, valueTypes };
      if (!mayHoldRichTypes(grid)) return { grid };
      range.load('text');
      await context.sync();
      const { text } = range as Loaded<Pick<Excel.Range, 'text'>>;
      return text === null ? { refusal: tooLargeToRead() } : { grid: { ...grid, text } };
    });
  } catch (error) {
    if (mayBeTooLarge(error)) return { refusal: toWorkbookError(error) };
    if (isItemNotFound(error))
      throw new WorkbookError(
        'unknown',
        `The workbook has no sheet "${source.sheetName}" any more.`,
        'Choose again what to read.',
        error,
      );
    throw toWorkbookError(error);
  }
}

async function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw toWorkbookError(error);
  }
}
