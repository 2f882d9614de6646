import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect } from './pane-steps.ts';

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
