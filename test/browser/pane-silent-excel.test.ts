// Excel that leaves the pane without an answer, as while a cell is edited or a dialog is open.
import { expect, test } from '@jest/globals';
import { installExcelHost } from '../excel-host/install-excel-host.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect } from './pane-steps.ts';

const pane = pagePerTest();

interface HeldHost {
  excelHost: { waitsFor?: Promise<void> };
  letExcelAnswer(): void;
}

test('is said after a minute with what to do, and the pane goes on by itself when the answer comes', async () => {
  const { page } = pane;
  // A minute is over soon; a clock of the test's own would be office.js's too, which does not bear it.
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window) as (run: () => void, ms?: number) => number;
    Object.assign(window, { setTimeout: (run: () => void, ms?: number) => later(run, ms === 60_000 ? 1_000 : ms) });
  });
  const values = [
    ['Name', 'IP'],
    ['srv-1', '10.0.0.1'],
  ];
  await installExcelHost(page, { sheets: [{ name: 'Servers', values }] });
  await connect(page, pane.service, 'silent');
  await page.getByText('1 row · 2 columns').first().waitFor();
  await page.evaluate(() => {
    const held = window as unknown as HeldHost;
    held.excelHost.waitsFor = new Promise((resolve) => (held.letExcelAnswer = resolve));
  });
  await page.getByRole('button', { name: 'Read the workbook again' }).click();
  await page.getByRole('status').getByText('Excel does not answer').waitFor();
  await page.getByText('Finish editing the cell with Enter or Esc').waitFor();
  await shoot(page, 'pane-silent-excel');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-silent-excel-dark');
  expect(await seriousViolations(page)).toEqual([]);
  await page.evaluate(() => (window as unknown as HeldHost).letExcelAnswer());
  await page.getByText('Excel does not answer').waitFor({ state: 'detached' });
  await page.getByText('1 row · 2 columns').first().waitFor();
});
