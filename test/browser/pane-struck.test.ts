import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, importSheet, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

async function struckFile() {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Servers');
  sheet.addRow(['Hostname', 'Serial Number', 'Environment']);
  for (const at of [1, 2, 3, 4]) sheet.addRow([`srv-${at}`, `CZJ900${at}XK`, 'Production']);
  for (const column of ['A', 'B', 'C']) sheet.getCell(`${column}3`).font = { strike: true };
  return {
    name: 'servers.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}

test('rows struck through in a file can be left out, and the others keep their cells', async () => {
  const { page, service } = pane;
  await connect(page, service, 'struck');
  await chooseFile(page, await struckFile());
  const tick = page.getByRole('checkbox', { name: 'Leave out struck-through rows' });
  await page.getByText('1 row is struck through in the sheet and will be imported like others.').waitFor();
  await shoot(page, 'pane-struck');
  await tick.click();
  await page.getByText('1 row is struck through in the sheet. Its values stay here').waitFor();
  expect(await tick.isChecked()).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-struck-left-out-dark');
  await importSheet(page);
  await reviewMappings(page);
  const owner = service.as('struck');
  const { items } = await fetchEndpoint(owner, endpoints.listAssets, { query: { sort: 'name' } });
  expect(items.map(({ name }) => name)).toEqual(['srv-1', 'srv-3', 'srv-4']);
  const third = await fetchEndpoint(owner, endpoints.getAsset, { params: { asset_id: items[1]?.asset_id ?? '' } });
  expect(third.values.find(({ field }) => field === 'hostname')?.values[0]?.address).toBe('Servers!A4');
});
