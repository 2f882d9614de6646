import { describe, expect, test } from '@jest/globals';
import { READ_CELL_BUDGET } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import {
  WorkbookError,
  type ReadProgress,
  type SheetSource,
  type UploadPointer,
  type WorkbookPort,
} from '#addin/workbook/workbook-port.ts';
import { buildWide, small, wide, type ContractWorkbook } from './contract-workbook.ts';

/** Opens the workbook behind the port under test; whoever gives it also closes what it opened. */
type OpenWorkbook = (workbook: ContractWorkbook) => Promise<WorkbookPort>;

/** What the pane may rely on, whoever holds the workbook. */
export function describeWorkbookPort(name: string, open: OpenWorkbook): void {
  describe(`${name} keeps the contract of a workbook: it`, () => {
    describeSources(open);
    describeMarks(open);
    describeCells(open);
    describeReading(open);
    describeMemory(open);
  });
}

function describeSources(open: OpenWorkbook): void {
  test('lists the visible sheets that hold a value, with their place and shape', async () => {
    const sources = await (await open(small)).listSources();
    expect(sources.map(placeOf)).toEqual([
      {
        kind: 'sheet',
        label: 'Servers',
        sheetName: 'Servers',
        range: 'A1:B4',
        firstRow: 1,
        rowCount: 4,
        columnCount: 2,
      },
      {
        kind: 'sheet',
        label: "Bob's Büro 東京",
        sheetName: "Bob's Büro 東京",
        range: 'B3:C4',
        firstRow: 3,
        rowCount: 2,
        columnCount: 2,
      },
      { kind: 'sheet', label: 'Title', sheetName: 'Title', range: 'A1:A1', firstRow: 1, rowCount: 1, columnCount: 1 },
    ]);
    expect(new Set(sources.map((source) => source.id)).size).toBe(sources.length);
  });

  test('counts hidden rows and reads them all the same', async () => {
    const port = await open(small);
    const [servers, office] = await port.listSources();
    expect([servers?.hiddenRowCount, office?.hiddenRowCount]).toEqual([1, 0]);
    expect(await readAll(port, servers)).toEqual([
      ['Name', 'IP'],
      ['srv-1', '10.0.0.1'],
      ['srv-2', '10.0.0.2'],
      ['srv-3', null],
    ]);
  });

  test('reads a range that does not begin in A1', async () => {
    const port = await open(small);
    expect(await readAll(port, (await port.listSources())[1])).toEqual([
      ['Role', 'Owner'],
      ['db', 'Ann'],
    ]);
  });
}

function describeMarks(open: OpenWorkbook): void {
  const values = [
    ['', '', '', ''],
    ['', 'Site', 'Rack', 'Server'],
    ['', 'Berlin', 'R1', 'web01'],
    ['', '', 'R2', 'web02'],
    ['', 'Paris', '', 'web03'],
  ];

  test('tells what cells do not: which are merged, which columns are hidden', async () => {
    const merges = ['A1:D1', 'B3:B4', 'B5:C5'];
    const port = await open({ sheets: [{ name: 'Racks', values, merges, hiddenColumns: [1, 3] }] });
    const source = present((await port.listSources())[0]);
    expect(source.range).toBe('B2:D5');
    const { merged, hiddenColumns, unsaved } = await port.marksOf(source);
    expect(merged).toHaveLength(2);
    expect(merged).toEqual(
      expect.arrayContaining([
        { row: 1, column: 0, rows: 2, columns: 1 },
        { row: 3, column: 0, rows: 1, columns: 2 },
      ]),
    );
    expect([hiddenColumns, unsaved]).toEqual([[1], []]);
  });

  test('has no marks where there are none, and all columns where all are hidden', async () => {
    const port = await open({
      sheets: [
        { name: 'Plain', values },
        { name: 'Hidden', values, hiddenColumns: [2, 3, 4] },
      ],
    });
    const [plain, hidden] = await port.listSources();
    expect(await port.marksOf(present(plain))).toEqual({ merged: [], hiddenColumns: [], unsaved: [], struckRows: [] });
    expect((await port.marksOf(present(hidden))).hiddenColumns).toEqual([0, 1, 2]);
  });

  test('names the sheets that are hidden', async () => {
    expect((await (await open(small)).describe()).hiddenSheets).toEqual(['Lookups']);
    expect((await (await open({ sheets: [{ name: 'Plain', values }] })).describe()).hiddenSheets).toEqual([]);
  });
}

function describeCells(open: OpenWorkbook): void {
  test('tells texts, numbers, booleans, blanks and errors apart, and changes none', async () => {
    const values = [
      ['Text', 'Number', 'Flag', 'Mixed'],
      ['00042', 0.1, true, '#N/A'],
      [' =1+1 ', -12_345.678_9, false, '#DIV/0!'],
      ['TRUE', 1e21, '', 'N/A'],
      ['Zeile 1\nZeile 2 🖥', 0, true, 7],
    ];
    const port = await open({ sheets: [{ name: 'Types', values }] });
    const rows = await readAll(port, (await port.listSources())[0]);
    expect(rows.slice(1)).toEqual([
      ['00042', 0.1, true, { type: 'error', code: '#N/A' }],
      [' =1+1 ', -12_345.678_9, false, { type: 'error', code: '#DIV/0!' }],
      ['TRUE', 1e21, null, 'N/A'],
      ['Zeile 1\nZeile 2 🖥', 0, true, 7],
    ]);
  });

  test('takes a number for a date only where its format is one, and keeps the serial number', async () => {
    const columnFormats = { 0: 'dd/mm/yyyy', 1: 'yyyy-mm-dd hh:mm', 2: '0.0 "days"', 3: '#,##0', 4: '[h]:mm' };
    const values = [
      ['Day', 'Moment', 'Age', 'Count', 'Uptime'],
      [45_366, 45_366.708_333_333_336, 45_366, 45_366, 1.5],
      [2, 60.5, 0, -1, 0.25],
    ];
    const port = await open({ sheets: [{ name: 'Dates', values, columnFormats }] });
    const [, second, third] = await readAll(port, (await port.listSources())[0]);
    expect(second).toEqual([
      { type: 'date', iso: '2024-03-15T00:00:00', serial: 45_366, format: 'dd/mm/yyyy' },
      { type: 'date', iso: '2024-03-15T17:00:00', serial: 45_366.708_333_333_336, format: 'yyyy-mm-dd hh:mm' },
      '45366 days',
      45_366,
      { type: 'date', iso: '1900-01-01T12:00:00', serial: 1.5, format: '[h]:mm' },
    ]);
    expect(third?.slice(0, 4)).toEqual([
      { type: 'date', iso: '1900-01-02T00:00:00', serial: 2, format: 'dd/mm/yyyy' },
      expect.objectContaining({ serial: 60.5 }),
      '0 days',
      -1,
    ]);
  });

  test('keeps the zeros that a format of zeros shows before a whole number', async () => {
    const columnFormats = { 0: '000000', 1: '00', 2: '0', 3: '000.0' };
    const values = [
      ['Asset Tag', 'Site', 'Count', 'Version'],
      [1234, 7, 7, 7],
      [1_234_567, 12.5, 12, 12.5],
      [0, -3, 0, 0],
    ];
    const port = await open({ sheets: [{ name: 'Tags', values, columnFormats }] });
    expect((await readAll(port, (await port.listSources())[0])).slice(1)).toEqual([
      ['001234', '07', 7, 7],
      ['1234567', 12.5, 12, 12.5],
      ['000000', -3, 0, 0],
    ]);
  });

  test('keeps the currency that a number format shows beside the number', async () => {
    const columnFormats = { 0: '#,##0.00 "€"', 1: '[$CHF] #,##0', 2: '_($* #,##0.00_);_($* (#,##0.00)', 3: '#,##0.00' };
    const values = [
      ['Price', 'Yearly', 'Support', 'Plain'],
      [1234.5, 0, -12, 7.25],
      ['n/a', '', 3, 8],
    ];
    const port = await open({ sheets: [{ name: 'Costs', values, columnFormats }] });
    expect((await readAll(port, (await port.listSources())[0])).slice(1)).toEqual([
      [amount(1234.5, '€'), amount(0, 'CHF'), amount(-12, '$'), 7.25],
      ['n/a', null, amount(3, '$'), 8],
    ]);
  });

  test('keeps the unit that a number format shows beside the number', async () => {
    const columnFormats = { 0: '"SN-"0000', 1: '0 "MB"', 2: '0%', 3: '0.00' };
    const values = [
      ['Serial', 'RAM', 'Used', 'Version'],
      [42, 32_768, 0.95, 1.1],
      ['n/a', '', 1, 2],
    ];
    const port = await open({ sheets: [{ name: 'Units', values, columnFormats }] });
    expect((await readAll(port, (await port.listSources())[0])).slice(1)).toEqual([
      ['SN-0042', '32768 MB', '95%', 1.1],
      ['n/a', null, '100%', 2],
    ]);
  });

  test('counts from 1904 where the workbook does', async () => {
    const values = [['Day'], [43_904], [0]];
    const port = await open({ date1904: true, sheets: [{ name: 'Mac', values, columnFormats: { 0: 'yyyy-mm-dd' } }] });
    expect(await port.describe()).toMatchObject({ dateSystem: '1904', note: null });
    expect(await readAll(port, (await port.listSources())[0])).toEqual([
      ['Day'],
      [{ type: 'date', iso: '2024-03-15T00:00:00', serial: 43_904, format: 'yyyy-mm-dd' }],
      [{ type: 'date', iso: '1904-01-01T00:00:00', serial: 0, format: 'yyyy-mm-dd' }],
    ]);
  });
}

const amount = (value: number, currency: string): Cell => ({ type: 'amount', value, currency });

function describeReading(open: OpenWorkbook): void {
  test('reads in chunks of at most the budget, in order, and tells how far it is', async () => {
    const port = await open(buildWide());
    const seen: ReadProgress[] = [];
    const [source] = await port.listSources();
    const rows = await port.readRows(present(source), 0, wide.rowCount, {
      onProgress: (progress) => seen.push(progress),
    });
    expect(rows.map((row) => row[0])).toEqual(
      Array.from({ length: wide.rowCount }, (_, row) => row * wide.columnCount),
    );
    const steps = seen.map((progress, index) => progress.rowsDone - (seen[index - 1]?.rowsDone ?? 0));
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps) * wide.columnCount).toBeLessThanOrEqual(READ_CELL_BUDGET);
    expect(seen.at(-1)).toEqual({ rowsDone: wide.rowCount, rowsTotal: wide.rowCount });
  });

  test('reads a part, and what there is when more is asked for', async () => {
    const port = await open(small);
    const source = present((await port.listSources())[0]);
    expect(await port.readRows(source, 1, 2)).toEqual([
      ['srv-1', '10.0.0.1'],
      ['srv-2', '10.0.0.2'],
    ]);
    expect(await port.readRows(source, 3, 100)).toEqual([['srv-3', null]]);
    expect(await port.readRows(source, 4, 1)).toEqual([]);
  });

  test('stops between two chunks when told to, and reads nothing when told before', async () => {
    const port = await open(buildWide());
    const source = present((await port.listSources())[0]);
    const stop = new AbortController();
    const seen: ReadProgress[] = [];
    const onProgress = (progress: ReadProgress) => {
      seen.push(progress);
      stop.abort();
    };
    const half = port.readRows(source, 0, source.rowCount, { signal: stop.signal, onProgress });
    expect(await failureOf(half)).toMatchObject({ code: 'aborted' });
    expect(seen.length).toBeGreaterThanOrEqual(1);
    expect(seen.at(-1)?.rowsDone).toBeLessThan(source.rowCount);
    const none = port.readRows(source, 0, source.rowCount, { signal: AbortSignal.abort(), onProgress });
    const before = seen.length;
    expect(await failureOf(none)).toMatchObject({ code: 'aborted' });
    expect(seen).toHaveLength(before);
  });

  test('says what to do when the sheet is gone', async () => {
    const port = await open(small);
    const source = present((await port.listSources())[0]);
    const failure = await failureOf(port.readRows({ ...source, sheetName: 'Gone' }, 0, 1));
    expect(failure.message).toContain('Gone');
    expect(failure.advice).not.toBe('');
  });
}

function describeMemory(open: OpenWorkbook): void {
  test('remembers one flow until it is told to forget it', async () => {
    const port = await open(small);
    expect(await port.recallFlow()).toBeNull();
    await port.rememberFlow({ flowId: 'flow-1', dataImportId: 'import-1' });
    await port.rememberFlow({ flowId: 'flow-2', dataImportId: 'import-2' });
    expect(await port.recallFlow()).toEqual({ flowId: 'flow-2', dataImportId: 'import-2' });
    await port.rememberFlow(null);
    expect(await port.recallFlow()).toBeNull();
  });

  test('keeps an interrupted upload apart from the flow, and lets go of it', async () => {
    const port = await open(small);
    expect(await port.recallUpload()).toBeNull();
    await port.rememberFlow({ flowId: 'flow-1', dataImportId: 'import-1' });
    const upload: UploadPointer = {
      uploadId: 'upl-1',
      sheetName: 'Servers',
      range: 'A1:C9',
      headerIndex: 1,
      headerRowCount: 2,
      fillsMerged: true,
      leavesOutStruck: true,
      totalRows: 8,
      category: 'cmdb',
      withheld: [2],
      startedAt: '2026-11-23T08:00:00.000Z',
    };
    await port.rememberUpload(upload);
    expect(await port.recallUpload()).toEqual(upload);
    await port.rememberUpload(null);
    expect(await port.recallUpload()).toBeNull();
    expect(await port.recallFlow()).toEqual({ flowId: 'flow-1', dataImportId: 'import-1' });
    await port.rememberFlow(null);
  });

  test('names the workbook, and lets a cell be selected', async () => {
    const port = await open(small);
    const facts = await port.describe();
    expect(facts).toMatchObject({ dateSystem: '1900', note: null });
    expect(facts.filename).not.toBe('');
    expect(await port.filename()).toBe(facts.filename);
    expect(facts.type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    await port.selectCell('Servers', 'B2');
  });
}

function placeOf(source: SheetSource) {
  const { kind, label, sheetName, range, firstRow, rowCount, columnCount } = source;
  return { kind, label, sheetName, range, firstRow, rowCount, columnCount };
}

function readAll(port: WorkbookPort, source: SheetSource | undefined): Promise<Cell[][]> {
  return port.readRows(present(source), 0, present(source).rowCount);
}

function present(source: SheetSource | undefined): SheetSource {
  if (source === undefined) throw new Error('The workbook lists fewer sources than the test expects.');
  return source;
}

async function failureOf(work: Promise<unknown>): Promise<WorkbookError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}
