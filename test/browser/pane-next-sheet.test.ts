import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { importFile, importSheet, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

async function workbookFile() {
  const book = new ExcelJS.Workbook();
  const add = (name: string, rows: string[][]) => book.addWorksheet(name).addRows(rows);
  add('Servers', [
    ['Hostname', 'Serial Number', 'Location'],
    ['a-1', 'CZ1001XK', 'Bonn'],
    ['a-2', 'CZ1002XK', 'Ulm'],
  ]);
  add('Clusters', [
    ['Hostname', 'Serial Number', 'Location'],
    ['b-1', 'CZ2001XK', 'Bonn'],
    [],
    ['b-2', 'CZ2002XK', 'Ulm'],
  ]);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: 'estate.xlsx', mimeType, buffer };
}

test('from the results of one sheet the next of the workbook is one step away, and after the last there is none', async () => {
  const page = await importFile(pane, 'next', await workbookFile());
  await reviewMappings(page);
  const another = page.getByRole('button', { name: 'Import another sheet' });
  const next = page.getByRole('button', { name: 'Import Clusters next' });
  await next.waitFor();
  expect(await another.count()).toBe(1);
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'pane-next-sheet');
  await page.setViewportSize({ width: 320, height: 600 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-next-sheet-narrow-dark');
  await next.click();
  await page.getByRole('table').getByText('b-1').waitFor();
  expect(await page.getByRole('combobox', { name: /^Read from/ }).inputValue()).toContain('Clusters');
  await page.getByText('3 rows · 1 blank row left out · 3 columns').waitFor();
  await page.getByText('Row 3 is blank: no asset comes of it.').waitFor();
  await shoot(page, 'pane-left-out');
  await importSheet(page);
  await reviewMappings(page);
  await page.getByText('Everything is stored.').waitFor();
  expect(await page.getByRole('button', { name: / next$/ }).count()).toBe(0);
});
