import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installExcelHost } from '../excel-host/install-excel-host.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile, importSheet } from './pane-steps.ts';

/** How the pane comes up where something is late, denied or gone. Of denied storage office.js itself complains. */
const env = pagePerTest({ expected: /ERR_FAILED|Access is denied for this document/ });

const workbook = { url: 'C:\\CMDB.xlsx', sheets: [{ name: 'Sheet1', values: [['Name'], ['a'], ['b']] }] };

/** Opens the pane in Excel with an office.js that comes when the test says so, on a clock that the test moves. */
async function openWithLateOffice(page: Page): Promise<() => Promise<void>> {
  let letCome = (): void => undefined;
  const isDue = new Promise<void>((resolve) => (letCome = resolve));
  await page.route('**/officejs/office.js', async (route) => {
    await isDue;
    await route.continue();
  });
  await page.clock.install();
  await page.goto(`${env.service.origin}/taskpane.html`, { waitUntil: 'domcontentloaded' });
  await page.getByText('Connecting to Excel').waitFor();
  return async () => {
    const loaded = page.waitForResponse('**/officejs/office.js');
    letCome();
    await loaded;
  };
}

test('works without remembering anything where the browser denies its storage', async () => {
  const { page, service } = env;
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
  });
  await connect(page, service, 'denied');
  await chooseFile(page, csvFile('a.csv', 'Name,IP\na,10.0.0.1\n'));
  await importSheet(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Disconnect and forget the key' }).click();
  await page.getByLabel('API key').waitFor();
});

test('is dark with Excel from the moment Excel answers, however late', async () => {
  const { page } = env;
  await installExcelHost(page, { ...workbook, isDark: true });
  const letOfficeCome = await openWithLateOffice(page);
  await page.clock.fastForward(3_000);
  await letOfficeCome();
  await page.getByLabel('API key').waitFor();
  await page.waitForFunction(() => {
    const provider = document.querySelector('main')?.closest('.fui-FluentProvider');
    return (
      provider !== null &&
      provider !== undefined &&
      getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1').trim().toLowerCase() === '#292929'
    );
  });
});

test('takes an answer of Excel that comes after it was said that there is none', async () => {
  const { page } = env;
  await installExcelHost(page, workbook);
  const letOfficeCome = await openWithLateOffice(page);
  await page.clock.fastForward(11_000);
  await page.getByText('Excel does not answer').waitFor();
  await letOfficeCome();
  await page.getByLabel('API key').waitFor();
  expect(await page.getByText('Excel does not answer').count()).toBe(0);
});

test('says so when a part of it that reads the workbook cannot be loaded', async () => {
  const { page, service } = env;
  await installExcelHost(page, workbook);
  await page.route('**/excel-workbook*.js', (route) => route.abort());
  await connect(page, service, 'upgraded');
  await page.getByText('The workbook cannot be opened').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'pane-part-missing');
  await page.unroute('**/excel-workbook*.js');
  await page.getByRole('button', { name: 'Reload the pane' }).click();
  await page.getByText('2 rows · 1 column').first().waitFor();
});
