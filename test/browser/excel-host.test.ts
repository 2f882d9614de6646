import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { SheetSource } from '#addin/workbook/workbook-port.ts';
import { describeWorkbookPort } from '../contracts/workbook-contract.ts';
import { buildWorkbookPage, openWorkbookPage, type ExcelPage } from '../excel-host/excel-page.ts';
import type { HostWorkbook } from '../excel-host/install-excel-host.ts';
import { openPage, type TestPage } from '../harness/browser.ts';
import { until } from '../harness/until.ts';

let script: string;
let view: TestPage | undefined;
beforeAll(async () => {
  script = await buildWorkbookPage();
});
afterEach(async () => {
  const complaints = view?.complaints ?? [];
  await view?.close();
  view = undefined;
  expect(complaints).toEqual([]);
});

async function openExcel(workbook: HostWorkbook): Promise<ExcelPage> {
  view = await openPage();
  return openWorkbookPage(view.page, script, { name: 'CMDB.xlsx', ...workbook });
}

describeWorkbookPort('Excel', openExcel);

const table = [
  ['Name', 'IP', 'RAM'],
  ['srv-1', '10.0.0.1', 16],
  ['srv-2', '10.0.0.2', 32],
  ['srv-3', '10.0.0.3', 64],
];
const servers: HostWorkbook = {
  sheets: [
    { name: 'Notes', values: [['CMDB of'], ['2026']] },
    { name: 'Servers', values: table, tables: [{ name: 'ServerTable', address: 'A1:C4' }] },
  ],
};

const places = (sources: readonly SheetSource[]) =>
  sources.map(({ kind, label, range }) => `${kind} ${label} ${range}`);

describe('the stand-in for Excel', () => {
  test('is Excel to the real office.js, which answers from the files installed with the project', async () => {
    const excel = await openExcel(servers);
    expect(await excel.findHost()).toEqual({ kind: 'excel' });
    const { page } = view!;
    expect(await page.evaluate(() => Office.context.requirements.isSetSupported('ExcelApi', '1.9'))).toBe(true);
    const unread = page.evaluate(() => Excel.run((context) => Promise.resolve(context.workbook.name)));
    await expect(unread).rejects.toThrow(/property 'name' is not available/);
  });

  test('fails loudly where it does not know what Excel would do', async () => {
    await (await openExcel(servers)).findHost();
    const unknown = view!.page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add('New');
        await context.sync();
      }),
    );
    await expect(unknown).rejects.toThrow('the Excel host has no Worksheets.Add');
  });

  test('answers what it refuses to write with a failed result, as office.js hands it over', async () => {
    const excel = await openExcel(servers);
    await excel.findHost();
    await excel.disturb({ refusesSettings: true });
    const answer = view!.page.evaluate(
      () =>
        new Promise((resolve) =>
          Office.context.document.settings.saveAsync(({ status, error: { name, code, message } }) =>
            resolve({ status, name, code, message }),
          ),
        ),
    );
    expect(await answer).toEqual({
      status: 'failed',
      name: 'Internal Error',
      code: 5001,
      message: 'An internal error has occurred.',
    });
  });
});

describe('the sources Excel offers', () => {
  test('begin with the table under a single selected cell', async () => {
    const excel = await openExcel({ ...servers, selection: { sheet: 'Servers', address: 'B3' } });
    expect(places(await excel.listSources())).toEqual(['table ServerTable A1:C4', 'sheet Notes A1:A2']);
  });

  test('have a selection of several rows after its table, cut to its values', async () => {
    const excel = await openExcel({ ...servers, selection: { sheet: 'Servers', address: 'A1:B900' } });
    const sources = await excel.listSources();
    expect(places(sources)).toEqual(['table ServerTable A1:C4', 'selection Selection A1:B4', 'sheet Notes A1:A2']);
  });

  test.each([
    ['an empty cell', { sheet: 'Notes', address: 'F20' }],
    ['several areas', { sheet: 'Servers', address: 'A1:B2,A4' }],
    ['one row', { sheet: 'Notes', address: 'A1:H1' }],
    ['a chart', null],
  ])('are the sheets when %s is selected', async (_what, selection) => {
    const excel = await openExcel({ ...servers, selection });
    expect(places(await excel.listSources())).toEqual(['sheet Notes A1:A2', 'sheet Servers A1:C4']);
  });

  test('have a table without its totals row, and say where its header row is hidden', async () => {
    const values = [...table, ['Total', '', 112]];
    const tables = [
      { name: 'WithTotals', address: 'A1:C5', showTotals: true },
      { name: 'Bare', address: 'E1:F3', showHeaders: false },
    ];
    const sheet = { name: 'Servers', values, tables, hiddenRows: [5] };
    const excel = await openExcel({ sheets: [sheet], selection: { sheet: 'Servers', address: 'A1:F1' } });
    const [withTotals, bare] = await excel.listSources();
    expect(withTotals).toMatchObject({ range: 'A1:C4', rowCount: 4, hiddenRowCount: 0, hidesHeader: false });
    expect(bare).toMatchObject({ range: 'E1:F3', rowCount: 3, hidesHeader: true });
  });

  test.each(['GeneralException', 'ActivityLimitReached', 'SomethingNew'])(
    'are the sheets when asking for the selection ends in %s',
    async (failure) => {
      const excel = await openExcel({ ...servers, selection: { sheet: 'Servers', address: 'A1:B3' } });
      await excel.findHost();
      await excel.disturb({ failNext: [failure] });
      expect(places(await excel.listSources())).toEqual(['sheet Notes A1:A2', 'sheet Servers A1:C4']);
    },
  );

  test('wait for the cell that is being edited', async () => {
    const excel = await openExcel({ ...servers, selection: { sheet: 'Servers', address: 'A1:B3' } });
    await excel.findHost();
    await excel.disturb({ failNext: ['InvalidOperationInCellEditMode'] });
    await expect(excel.listSources()).rejects.toMatchObject({ code: 'cell_in_edit_mode' });
  });

  test('count the rows below that hold formatting only', async () => {
    const excel = await openExcel({ sheets: [{ name: 'Servers', values: table, lastFormattedRow: 1_048_576 }] });
    expect(await excel.listSources()).toMatchObject([{ range: 'A1:C4', blankRowsBelow: 1_048_572 }]);
  });

  test('count hidden rows of a range longer than one question', async () => {
    const values = Array.from({ length: 60_000 }, (_, row) => [row]);
    const excel = await openExcel({ sheets: [{ name: 'Long', values, hiddenRows: [2, 55_000, 60_000, 70_000] }] });
    expect((await excel.listSources())[0]?.hiddenRowCount).toBe(3);
  });

  test('count hidden rows of many sheets with no more questions than those of one', async () => {
    const sheet = (name: string, hiddenRows: number[]) => ({ name, values: table, hiddenRows });
    const one = await openExcel({ sheets: [sheet('One', [2])] });
    await one.listSources();
    const { requests } = await one.host();
    await view?.close();
    const many = await openExcel({
      sheets: [sheet('One', [2]), sheet('Two', [2, 3]), sheet('Three', [4]), sheet('Four', [])],
    });
    expect((await many.listSources()).map(({ hiddenRowCount }) => hiddenRowCount)).toEqual([1, 2, 1, 0]);
    expect((await many.host()).requests).toBe(requests);
  });
});

describe('reading from Excel', () => {
  const rows = Array.from({ length: 500 }, (_, row) => Array.from({ length: 10 }, (_cell, at) => `value ${row} ${at}`));
  const long: HostWorkbook = { sheets: [{ name: 'Long', values: rows }] };

  async function openLong() {
    const excel = await openExcel(long);
    const [source] = await excel.listSources();
    return { excel, source: source! };
  }

  test.each([
    ['refuses an answer as too large', { maxResponse: 20_000 }],
    ['gives null instead of values', { maxCells: 400 }],
    ['fails without saying why', { failNext: Array.from({ length: 5 }, () => 'GeneralException') }],
  ])('asks for half when Excel %s, and loses no row', async (_what, behaviour) => {
    const { excel, source } = await openLong();
    await excel.describe();
    await excel.disturb({ ...behaviour, reads: [] });
    expect(await excel.readRows(source, 0, 500)).toEqual(rows);
    const asked = (await excel.host()).reads.map((read) => read.rows);
    expect(asked.at(-1)).toBeLessThanOrEqual(250);
  });

  test('gives up at a single row that is too large, and says which limit it met', async () => {
    const { excel, source } = await openLong();
    await excel.describe();
    await excel.disturb({ maxResponse: 300 });
    await expect(excel.readRows(source, 0, 500)).rejects.toMatchObject({ code: 'too_large_to_read' });
  });

  test.each([
    ['InvalidOperationInCellEditMode', 'cell_in_edit_mode', 'Press Enter or Esc'],
    ['AccessDenied', 'access_denied', 'protection'],
    ['RequestAborted', 'unknown', 'try again'],
    ['ActivityLimitReached', 'unknown', 'try again'],
    ['SomethingNew', 'unknown', 'Try again'],
  ])('turns %s into words', async (failure, code, advice) => {
    const { excel, source } = await openLong();
    await excel.describe();
    await excel.disturb({ failNext: [failure] });
    const failed = excel.readRows(source, 0, 500);
    await expect(failed).rejects.toMatchObject({ code, advice: expect.stringContaining(advice) });
    expect(await excel.readRows(source, 0, 1)).toEqual([rows[0]]);
  });

  test('fails what the add-in asks, never what office.js asks on its own a second later', async () => {
    const { excel, source } = await openLong();
    await excel.describe();
    await excel.disturb({ failNext: ['AccessDenied'] });
    await until('office.js asked for telemetry', async () =>
      (await excel.host()).officeRequests.some((name) => name.includes('Telemetry')),
    );
    await expect(excel.readRows(source, 0, 500)).rejects.toMatchObject({ code: 'access_denied' });
  });

  test('assumes 1900 when Excel cannot tell the date system, says so, and asks again the next time', async () => {
    const values = [['Day'], [0]];
    const sheets = [{ name: 'Mac', values, columnFormats: { 0: 'yyyy-mm-dd' } }];
    const excel = await openExcel({ date1904: true, sheets });
    const source = (await excel.listSources())[0]!;
    const day = async () => (await excel.readRows(source, 1, 1))[0]?.[0];
    await excel.disturb({ failNext: ['ActivityLimitReached'] });
    expect(await excel.describe()).toMatchObject({
      dateSystem: '1900',
      note: expect.stringContaining('1900 is assumed'),
    });
    expect(await day()).toMatchObject({ iso: '1899-12-30T00:00:00' });
    expect(await excel.describe()).toMatchObject({ dateSystem: '1904', note: null });
    expect(await day()).toMatchObject({ iso: '1904-01-01T00:00:00' });
  });

  test('takes what a rich data type shows for its text, and what an error shows in any language for none', async () => {
    const shows = (text: string) => ({ error: '#VALUE!', text });
    const shown = ['Microsoft Corp', '#1 Hosting Ltd', '', '#VALUE!', '#WERT!', '#¡VALOR!', '#ЗНАЧ!', '#值!'];
    const values = [['Vendor'], ...shown.map((text) => [shows(text)]), ['#N/A']];
    const excel = await openExcel({ sheets: [{ name: 'Vendors', values }] });
    const source = (await excel.listSources())[0]!;
    const cells = (await excel.readRows(source, 1, values.length)).map(([cell]) => cell);
    expect(cells.slice(0, 2)).toEqual(['Microsoft Corp', '#1 Hosting Ltd']);
    expect(cells.slice(2, -1)).toEqual(shown.slice(2).map(() => ({ type: 'error', code: '#VALUE!' })));
    expect(cells.at(-1)).toEqual({ type: 'error', code: '#N/A' });
  });

  test('asks for shown texts only where a rich data type may be', async () => {
    const values = [['Vendor'], ['#N/A'], ['Dell']];
    const excel = await openExcel({ sheets: [{ name: 'Vendors', values }] });
    const source = (await excel.listSources())[0]!;
    expect(await excel.readRows(source, 1, 1)).toEqual([[{ type: 'error', code: '#N/A' }]]);
    expect((await excel.host()).textReads).toBe(0);
  });
});

describe('what Excel keeps and shows', () => {
  test('is two ids in the workbook and nothing else', async () => {
    const excel = await openExcel(servers);
    const pointer = { flowId: 'flow-1', dataImportId: 'import-1', apiKey: 'secret' };
    await excel.rememberFlow(pointer);
    const { settings } = await excel.host();
    expect(Object.keys(settings)).toEqual(['cmdbImport.flow']);
    expect(JSON.stringify(settings)).toContain('flow-1');
    expect(JSON.stringify(settings)).not.toContain('secret');
    await excel.rememberFlow(null);
    expect((await excel.host()).settings).toEqual({});
  });

  test('leaves what another pane of the workbook noted meanwhile, and says so where it cannot note its own', async () => {
    const excel = await openExcel(servers);
    const [own, others] = [1, 2].map((n) => ({ flowId: `flow-${n}`, dataImportId: `import-${n}` }));
    await excel.rememberFlow(own!);
    const upload = JSON.stringify({ uploadId: 'upl-2' });
    await excel.disturb({ settings: { ...(await excel.host()).settings, 'cmdbImport.upload': upload } });
    await excel.rememberFlow(null);
    expect((await excel.host()).settings).toEqual({ 'cmdbImport.upload': upload });
    const theirs = { 'cmdbImport.flow': JSON.stringify(others) };
    await excel.disturb({ settings: theirs });
    await excel.rememberFlow(null);
    expect((await excel.host()).settings).toEqual(theirs);
    await expect(excel.rememberFlow(own!)).rejects.toMatchObject({
      code: 'not_kept',
      message: expect.stringContaining('Another pane of this workbook'),
    });
    expect((await excel.host()).settings).toEqual(theirs);
    expect(await excel.recallFlow()).toEqual(others);
    await excel.rememberFlow(own!);
    expect(await excel.recallFlow()).toEqual(own);
  });

  test.each([
    ['as the web writes it', 'https://a.sharepoint.com/sites/it/Shared%20Documents/Server%20list.xlsx?web=1'],
    ['of a file renamed since', 'C:\\Users\\ana\\Old.xlsx'],
    ['of a file saved just now', ''],
  ])('is the name in the title bar, not the address %s', async (_what, url) => {
    const excel = await openExcel({ ...servers, name: 'Server list.xlsx', url });
    expect(await excel.describe()).toMatchObject({ filename: 'Server list.xlsx' });
  });

  test('is Book1 before it is saved, as Excel calls it', async () => {
    const excel = await openExcel({ ...servers, name: 'Book1' });
    expect(await excel.describe()).toMatchObject({ filename: 'Book1' });
  });

  test('is the file by its name, and the cell that was asked for', async () => {
    const excel = await openExcel(servers);
    expect(await excel.describe()).toMatchObject({ filename: 'CMDB.xlsx', note: null });
    await excel.selectCell('Servers', 'B3');
    expect((await excel.host()).selected).toBe('Servers!B3');
  });
});
