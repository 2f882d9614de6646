import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { storeImport } from '../harness/store-import.ts';
import { installExcelHost, type HostBehaviour } from '../excel-host/install-excel-host.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { ADMIN_KEY } from '../harness/service-harness.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect, importSheet, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 404/ });

const values = [
  ['Name', 'IP'],
  ['a', '10.0.0.1'],
  ['b', '10.0.0.2'],
];
const ELSEWHERE = 'What was imported from this workbook before is not in this engagement';

async function changeClient(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `${from} • main: change client or engagement` }).click();
  await page.getByRole('combobox', { name: 'Client account' }).fill(to);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText(`${to} • main`).waitFor();
}

test('a workbook imported for one client is a sheet to import for another one, and is found again for the first', async () => {
  const { page } = pane;
  await installExcelHost(page, { name: 'CMDB.xlsx', sheets: [{ name: 'Sheet1', values }] });
  await connect(page, pane.service, 'mine');
  await importSheet(page);

  await changeClient(page, 'mine', 'yours');
  await page.getByText(ELSEWHERE).waitFor();
  await page.getByText('2 rows · 2 columns').first().waitFor();
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isEnabled()).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'pane-other-client');

  await changeClient(page, 'yours', 'mine');
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  expect(await page.getByText(ELSEWHERE).count()).toBe(0);

  await changeClient(page, 'mine', 'yours');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await reviewMappings(page);
  const { settings } = await page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost);
  expect(JSON.stringify(settings)).not.toMatch(/mine|yours/);
});

test('a client that is typed is the one that is sent, however much of its name another one has', async () => {
  await storeImport(pane.service.as('tailspin', 'datacenter'));
  const { page } = pane;
  await page.goto(`${pane.service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill(ADMIN_KEY);
  await page.getByLabel('API key').press('Tab');
  const client = page.getByRole('combobox', { name: 'Client account' });
  const engagement = page.getByRole('combobox', { name: 'Engagement' });
  const options = page.getByRole('option');
  await client.click();
  await options.filter({ hasText: 'tailspin' }).waitFor();
  for (const key of ['Tab', 'Enter'])
    for (const typed of ['zzz', 'tail', 'tailspin-new']) {
      await client.fill('');
      await client.pressSequentially(typed);
      await client.press(key);
      expect(await client.inputValue()).toBe(typed);
    }
  // What is listed is taken by whoever goes to it.
  await client.fill('');
  await client.pressSequentially('tail');
  expect(await options.allTextContents()).toEqual(['tailspin']);
  await client.press('ArrowDown');
  await client.press('Enter');
  expect(await client.inputValue()).toBe('tailspin');
  await engagement.click();
  await options.filter({ hasText: 'datacenter' }).click();
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('tailspin • datacenter').waitFor();
});
