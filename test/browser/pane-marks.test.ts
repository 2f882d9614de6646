import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { twoSheetParts, xlsxOf } from '../builders/xlsx-of.ts';
import { signIn } from './sign-in.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

async function fileOf(write: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook();
  write(workbook.addWorksheet('Racks'), workbook);
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: 'racks.xlsx', mimeType, buffer };
}

test('merged cells are filled down when they are imported, unless it is switched off, and the import says so', async () => {
  const { page } = pane;
  const file = await fileOf((sheet, workbook) => {
    sheet.addRows([
      ['Site', 'Hostname', 'Hardware', null, 'FQDN'],
      [null, null, 'CPU Cores', 'RAM (GB)', null],
      ['Berlin', 'web01', 4, 16, { formula: 'B3&".x"' }],
      [null, 'web02', 8, 32, { formula: 'B4&".x"' }],
      ['Paris', 'web03', 8, 32, { formula: 'B5&".x"' }],
    ]);
    for (const area of ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'A3:A4']) sheet.mergeCells(area);
    sheet.getColumn(4).hidden = true;
    workbook.addWorksheet('Old', { state: 'hidden' });
  });
  await connect(page, pane.service, 'marks');
  await chooseFile(page, file);
  await page.getByText('3 rows · 5 columns · header in rows 1–2').waitFor();
  await page.getByText('1 merged cell in Site stands over several rows. Each of these rows gets the value.').waitFor();
  await page.getByText('3 cells hold formulas without a saved result and would be imported empty: FQDN.').waitFor();
  await page.getByText('1 column is hidden in the sheet and will be imported too: RAM (GB).').waitFor();
  await page.getByText('1 hidden sheet is not offered here: Old.').waitFor();
  await page.getByLabel('Formulas without a saved result').waitFor();
  const second = page.getByRole('region', { name: 'First rows' }).locator('tbody tr').nth(1);
  expect(await second.locator('td').first().textContent()).toBe('Berlin');
  expect(await seriousViolations(page)).toEqual([]);
  const tick = page.getByRole('checkbox', { name: 'Fill down merged cells' });
  await tick.uncheck();
  await page.getByText('Only the first of these rows has the value.').waitFor();
  expect(await second.locator('td').first().textContent()).toBe('');
  await tick.check();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  const connection = pane.service.as('marks');
  const [{ data_import_id = '' } = {}] = (await fetchEndpoint(connection, endpoints.listImports)).items;
  const params = { data_import_id };
  const detail = await fetchEndpoint(connection, endpoints.getImport, { params });
  expect(detail).toMatchObject({ header_row: 2, filled_columns: [0], total_records: 3 });
  const { items } = await fetchEndpoint(connection, endpoints.listRecords, { params, query: { limit: 9 } });
  expect(items.map(({ raw_data }) => raw_data['Site'])).toEqual(['Berlin', 'Berlin', 'Paris']);
  await reviewMappings(page);
  const told = page.getByText('Merged cells in Site were filled down in the pane: each row');
  await told.waitFor();
  await shoot(page, 'pane-filled');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-filled-dark');
  await page.setViewportSize({ width: 1280, height: 800 });
  const { flow_id } = detail;
  const flow = `?page=flows&flow=${flow_id}&flow_client=marks&flow_engagement=main`;
  await signIn(pane.service, page, `${flow}&tab=records`);
  await told.waitFor();
  await shoot(page, 'dashboard-filled-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await shoot(page, 'dashboard-filled');
  expect(await seriousViolations(page)).toEqual([]);
});

test('one of two tables in a sheet is read alone, and rows without a header are imported from the first on', async () => {
  const { page } = pane;
  const file = await fileOf((sheet) =>
    sheet.addRows([
      ['srv1', '10.0.0.1', null, null, null],
      ['srv2', '10.0.0.2', null, null, null],
      [null, null, null, null, null],
      ['Name', 'IP', null, 'Switch', 'Ports'],
      ['web01', '10.0.0.3', null, 'sw1', 24],
      ['web02', '10.0.0.4', null, null, null],
    ]),
  );
  await connect(page, pane.service, 'parts');
  await chooseFile(page, file);
  await page.getByLabel('Header row').selectOption({ label: 'Row 4' });
  await page.getByText('2 tables seem to stand in this sheet.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read D4:E5' }).click();
  await page.getByText('1 row · 2 columns · header in row 4').waitFor();
  await page.getByLabel('Header row').selectOption({ label: 'No header row' });
  await page.getByText('2 rows · 2 columns · no header row').waitFor();
  await page.getByText('No row is taken for the header, so columns are called by their position.').waitFor();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  const [newest] = (await fetchEndpoint(pane.service.as('parts'), endpoints.listImports)).items;
  const params = { data_import_id: newest?.data_import_id ?? '' };
  const detail = await fetchEndpoint(pane.service.as('parts'), endpoints.getImport, { params });
  expect(detail).toMatchObject({ range: 'D4:E5', header_row: 3, total_records: 2, filled_columns: [] });
});

test('a sheet whose cells are not in the file is no reason to refuse the others, and says why when it is chosen', async () => {
  const { page } = pane;
  const rows = ['Name', 'web01'].map((text, at) => `<row><c r="A${at + 1}" t="str"><v>${text}</v></c></row>`).join('');
  const buffer = Buffer.from(xlsxOf({ rows, parts: twoSheetParts(null) }));
  await connect(page, pane.service, 'half-lost');
  await chooseFile(page, { name: 'half.xlsx', mimeType: '', buffer });
  await page.getByText('1 row · 1 column · header in row 1').waitFor();
  await page.getByText('1 sheet of the file cannot be read: Inventory. Choose it above to see why.').waitFor();
  const from = page.getByLabel('Read from half.xlsx');
  await from.selectOption({ label: 'Inventory (cannot be read)' });
  const notice = page.getByRole('alert');
  await notice
    .getByText('The sheet "Inventory" is listed in the workbook, but its cells are not in the file.')
    .waitFor();
  expect(await notice.getByRole('button').count()).toBe(0);
  expect(await page.getByText(/^Reading/).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isEnabled()).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByLabel('Read from').selectOption({ label: 'Sheet!A1:A2' });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
});
