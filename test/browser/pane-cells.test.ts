import { expect, test } from '@jest/globals';
import { installExcelHost, type HostBehaviour, type HostWorkbook } from '../excel-host/install-excel-host.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { storeImport } from '../harness/store-import.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect } from './pane-steps.ts';

/** From a finding to the cell it is about. */
const env = pagePerTest({ expected: /status of (404|409)/ });

const sheets: HostWorkbook['sheets'] = [
  {
    name: 'Servers',
    values: [
      ['Name', 'Monthly Cost'],
      ['a', 1],
      ['b', '#N/A'],
    ],
  },
  { name: 'Notes', values: [['only']] },
];
const FINDING = /1 cell of "Monthly Cost" shows an Excel error/;

const host = (): Promise<HostBehaviour> =>
  env.page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost);

const disturb = (behaviour: Partial<HostBehaviour>): Promise<void> =>
  env.page.evaluate(
    (given) => void Object.assign((window as unknown as { excelHost: HostBehaviour }).excelHost, given),
    behaviour,
  );

async function openPane(client: string, workbook: Partial<HostWorkbook>): Promise<void> {
  await installExcelHost(env.page, { sheets, ...workbook });
  await connect(env.page, env.service, client);
}

/** Stores the sheet for `client` as the pane does in another window; the settings of the workbook it is of. */
async function storeServers(client: string, filename: string): Promise<Record<string, string>> {
  const { flow_id: flowId, data_import_id: dataImportId } = await storeImport(env.service.as(client, 'main'), {
    sheet: {
      columns: ['Name', 'Monthly Cost'],
      rows: [
        ['a', 1],
        ['b', { type: 'error', code: '#N/A' }],
      ],
    },
    metadata: {
      filename,
      size: 0,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      sheet_name: 'Servers',
      range: 'A1:B3',
      header_row: 1,
      date_system: '1900',
    },
  });
  return { 'cmdbImport.flow': JSON.stringify({ flowId, dataImportId }) };
}

async function showFinding(): Promise<void> {
  await env.page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await env.page.getByRole('button', { name: 'Progress' }).click();
  await env.page.getByRole('button', { name: FINDING }).click();
}

async function expectOnlyNamed(filename: string): Promise<void> {
  await env.page.getByText(`These are cells of "${filename}"`).waitFor();
  await env.page.getByText('Servers!B3').waitFor();
  expect(await env.page.getByRole('button', { name: /B3/ }).count()).toBe(0);
}

async function continueOpenImport(): Promise<void> {
  await env.page.getByRole('button', { name: 'Import', exact: true }).click();
  await env.page.getByText('An import is still open for this engagement').waitFor();
  await env.page.getByRole('button', { name: 'Continue', exact: true }).click();
}

test('an import of another workbook is continued without being remembered here, and its cells are only named', async () => {
  await storeServers('continued', 'A.xlsx');
  const settings = { 'cmdbImport.flow': JSON.stringify({ flowId: 'flow_of_b', dataImportId: 'import_of_b' }) };
  await openPane('continued', { name: 'B.xlsx', settings });
  await env.page.getByText('is not in this engagement').waitFor();
  await continueOpenImport();
  await showFinding();
  await expectOnlyNamed('A.xlsx');
  expect(await seriousViolations(env.page)).toEqual([]);
  await shoot(env.page, 'pane-cells-named');
  await env.page.getByRole('button', { name: 'Menu' }).click();
  await env.page.getByRole('menuitem', { name: 'Start with another sheet' }).click();
  await env.page.getByText('2 rows · 2 columns').first().waitFor();
  expect((await host()).settings).toEqual(settings);
});

test('an import of this workbook is continued, remembered again, and its cells are shown', async () => {
  await storeServers('own', 'A.xlsx');
  await openPane('own', { name: 'A.xlsx' });
  await continueOpenImport();
  await showFinding();
  await env.page.getByRole('button', { name: /B3/ }).click();
  await eventually(async () => expect((await host()).selected).toBe('Servers!B3'));
  expect(Object.keys((await host()).settings)).toEqual(['cmdbImport.flow']);
});

test('workbooks that were never saved are not taken for each other, though they have one name', async () => {
  await storeServers('unsaved', 'Book1');
  await openPane('unsaved', { name: 'Book1' });
  await continueOpenImport();
  await showFinding();
  await expectOnlyNamed('Book1');
  expect((await host()).settings).toEqual({});
});

test('a copy under another name goes on with the import it remembers, and only names its cells', async () => {
  const settings = await storeServers('copied', 'A.xlsx');
  await openPane('copied', { name: 'Copy of A.xlsx', settings });
  await showFinding();
  await expectOnlyNamed('A.xlsx');
});

test('says beside the finding why a cell could not be shown, until one is', async () => {
  const settings = await storeServers('refused', 'A.xlsx');
  await openPane('refused', { name: 'A.xlsx', settings });
  await showFinding();
  const cell = env.page.getByRole('button', { name: /B3/ });
  const notice = env.page.getByRole('status').filter({ hasText: 'The cell could not be shown' });
  for (const [code, words] of [
    ['InvalidOperationInCellEditMode', 'A cell is being edited'],
    ['GeneralException', 'Excel did not go there.'],
    ['ItemNotFound', 'The workbook shows no sheet "Servers"'],
    ['InvalidSelection', 'Excel did not go there.'],
  ] as const) {
    await disturb({ failNext: [code] });
    await cell.click();
    await notice.getByText(words).waitFor();
  }
  expect(await seriousViolations(env.page)).toEqual([]);
  await shoot(env.page, 'pane-cell-not-shown');
  await cell.click();
  await notice.waitFor({ state: 'detached' });
  expect((await host()).selected).toBe('Servers!B3');
});

test('says so of a sheet that was hidden since, which Excel does not show', async () => {
  const settings = await storeServers('hidden', 'A.xlsx');
  await openPane('hidden', { name: 'A.xlsx', settings, sheets: [{ ...sheets[0]!, visibility: 'Hidden' }] });
  await showFinding();
  await env.page.getByRole('button', { name: /B3/ }).click();
  await env.page.getByText('The cell could not be shown').waitFor();
  expect((await host()).selected).toBeNull();
});
