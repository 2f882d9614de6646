import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { installExcelHost, type HostBehaviour, type HostWorkbook } from '../excel-host/install-excel-host.ts';
import { eventually } from './eventually.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect } from './pane-steps.ts';

const pane = pagePerTest();

type Row = (string | number)[];
interface HostWindow {
  excelHostWorkbook: HostWorkbook;
  excelHost: HostBehaviour;
}

function openInExcel(client: string, rows: number): Promise<Page> {
  return openSheet(client, [
    ['Name', 'IP'],
    ...Array.from({ length: rows }, (_, at): Row => [`srv-${at}`, `10.0.0.${at % 250}`]),
  ]);
}

async function openSheet(client: string, values: Row[]): Promise<Page> {
  const { page } = pane;
  await installExcelHost(page, { url: 'C:\\Users\\ana\\CMDB.xlsx', sheets: [{ name: 'Servers', values }] });
  await connect(page, pane.service, client);
  await page.getByLabel('Read from').waitFor();
  return page;
}

/** In the sheet, as the analyst or a colleague would. */
function insertRows(page: Page, at: number, rows: Row[]): Promise<void> {
  return page.evaluate(
    ([before, inserted]) => {
      const [sheet] = (window as unknown as HostWindow).excelHostWorkbook.sheets;
      sheet?.values.splice(before, 0, ...inserted);
    },
    [at, rows] as const,
  );
}

const setCell = (page: Page, row: number, column: number, value: string): Promise<void> =>
  page.evaluate(
    ([r, c, text]) => {
      const values = (window as unknown as HostWindow).excelHostWorkbook.sheets[0]?.values[r];
      if (values) values[c] = text;
    },
    [row, column, value] as const,
  );

const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });

async function storedNames(client: string, rows: readonly number[]): Promise<{ total: number; names: unknown[] }> {
  const connection = pane.service.as(client);
  const [stored] = (await fetchEndpoint(connection, endpoints.listImports)).items;
  const params = { data_import_id: stored?.data_import_id ?? '' };
  const names = [];
  for (const row_number of rows) {
    const { items } = await fetchEndpoint(connection, endpoints.listRecords, { params, query: { row_number } });
    names.push(items[0]?.raw_data['Name']);
  }
  return { total: stored?.total_records ?? 0, names };
}

const importsOf = async (client: string): Promise<number> =>
  (await fetchEndpoint(pane.service.as(client), endpoints.listImports)).items.length;

test('what is imported is what stands in the sheet when Import is pressed', async () => {
  const page = await openInExcel('edited', 3);
  await page.getByText('3 rows · 2 columns').last().waitFor();
  await setCell(page, 1, 0, 'corrected');
  await insertRows(page, 4, [['srv-new', '10.0.0.9']]);
  await importButton(page).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  expect(await storedNames('edited', [1, 2, 4])).toEqual({ total: 4, names: ['corrected', 'srv-1', 'srv-new'] });
});

test('other headers than were shown are shown first', async () => {
  const page = await openInExcel('renamed', 3);
  await page.getByText('3 rows · 2 columns').last().waitFor();
  await setCell(page, 0, 1, 'Location');
  await importButton(page).click();
  await page.getByText('The sheet has changed').waitFor();
  await page.getByRole('columnheader', { name: /Location/ }).waitFor();
  expect(await importsOf('renamed')).toBe(0);
  await importButton(page).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  expect(await importsOf('renamed')).toBe(1);
});

test('a secret column that takes the place of a ticked one stays here', async () => {
  const page = await openSheet('ticked', [
    ['Name', 'Token', 'Password'],
    ['srv-1', 'tok-1', 'hunter2'],
  ]);
  const tick = (column: string) => page.getByRole('checkbox', { name: `Send the values of ${column}` });
  await tick('Token').check();
  await page.evaluate(() => {
    for (const row of (window as unknown as HostWindow).excelHostWorkbook.sheets[0]?.values ?? []) row.splice(0, 1);
  });
  await page.getByRole('button', { name: 'Read the workbook again' }).click();
  await page.getByText('1 row · 2 columns').last().waitFor();
  expect(await tick('Password').isChecked()).toBe(false);
  await importButton(page).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  const connection = pane.service.as('ticked');
  const [stored] = (await fetchEndpoint(connection, endpoints.listImports)).items;
  const params = { data_import_id: stored?.data_import_id ?? '' };
  const { items } = await fetchEndpoint(connection, endpoints.listRecords, { params });
  expect(items[0]?.raw_data['Password']).toBeNull();
});

test('what is selected after the pane was opened can be read', async () => {
  const page = await openInExcel('selected', 9);
  await page.evaluate(() => {
    (window as unknown as HostWindow).excelHostWorkbook.selection = { sheet: 'Servers', address: 'A1:B4' };
  });
  await page.getByRole('button', { name: 'Read the workbook again' }).click();
  await page.getByLabel('Read from').selectOption({ label: 'Selection: Servers!A1:B4' });
  await page.getByText('3 rows · 2 columns').last().waitFor();
});

const LARGE = 50_009;

test('a large sheet is imported with the rows it has when Import is pressed', async () => {
  const page = await openInExcel('large', LARGE);
  await page.getByText('50,009 rows · 2 columns').last().waitFor();
  await insertRows(page, 0, [
    ['Servers of Berlin', ''],
    ['', ''],
  ]);
  await importButton(page).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  expect(await storedNames('large', [1, LARGE])).toEqual({ total: LARGE, names: ['srv-0', `srv-${LARGE - 1}`] });
});

test('a large sheet whose rows move while it is sent becomes no import, and can be imported anew', async () => {
  const page = await openInExcel('moved', LARGE);
  await page.getByText('50,009 rows · 2 columns').last().waitFor();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/chunks/*', async (route) => {
    await held;
    await route.continue();
  });
  await importButton(page).click();
  await page.getByText('0 of 50,009 rows').waitFor();
  await insertRows(page, 1, [['srv-first', '10.1.1.1']]);
  letGo();
  await page.getByText('The sheet has changed').waitFor({ timeout: 60_000 });
  expect(await importsOf('moved')).toBe(0);
  await page.getByRole('button', { name: 'Discard it' }).click();
  await importButton(page).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  expect(await storedNames('moved', [1, LARGE + 1])).toEqual({
    total: LARGE + 1,
    names: ['srv-first', `srv-${LARGE - 1}`],
  });
});

test('a large sheet of a workbook that cannot be written is imported all the same', async () => {
  const page = await openInExcel('unwritable', LARGE);
  await page.evaluate(() => {
    (window as unknown as HostWindow).excelHost.refusesSettings = true;
  });
  await page.route('**/chunks/*', async (route) => {
    await page.getByText('Excel keeps no note of it in this workbook').waitFor();
    await route.continue();
  });
  await importButton(page).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  await page.getByText('The workbook keeps no note of this import').waitFor();
  expect(await page.getByText('The sheet could not be read').count()).toBe(0);
  await eventually(async () => expect((await storedNames('unwritable', [1])).names).toEqual(['srv-0']));
});
