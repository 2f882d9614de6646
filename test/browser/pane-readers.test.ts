import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations } from '../harness/browser.ts';
import { hear, heardOn, listen } from './pane-news.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile, importSheet, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

const csv = 'Hostname,Serial Number,Environment,Qwertz\nsrv-1,CZ1001XK,Production,x\nsrv-2,CZ1002XK,,y\n';
const file = csvFile('hosts.csv', csv);

async function openSheet(client: string): Promise<Page> {
  const { page } = pane;
  await listen(page);
  await connect(page, pane.service, client);
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
  return page;
}

async function openMappings(client: string): Promise<Page> {
  const page = await openSheet(client);
  await importSheet(page);
  return page;
}

/** What a reader hears of the element with that role after its name. */
async function describedOf(page: Page, role: string, name: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const found = nodes.find((node) => node.role?.value === role && String(node.name?.value).startsWith(name));
  return String(found?.description?.value);
}

test('the way in says why it is not open yet, and names its lists', async () => {
  const { page } = pane;
  await page.goto(`${pane.service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill('no key');
  const button = page.getByRole('button', { name: 'Connect' });
  expect(await describedOf(page, 'button', 'Connect')).toBe(
    'To connect, enter a valid API key, a client account and an engagement.',
  );
  await button.focus();
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  const arrow = page.getByRole('button', { name: 'Open the list: Client account' });
  const box = await arrow.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  expect(await page.title()).toBe('Connect – CMDB Import');
});

test('a sheet is told once it is read, and again with another header row', async () => {
  const page = await openSheet('readers-sheet');
  await hear(page, '2 rows, 4 columns, header in row 1');
  expect(await page.title()).toBe('Sheet – CMDB Import');
  await page.getByRole('table', { name: 'First rows as they will be stored' }).waitFor();
  await page.getByRole('columnheader', { name: /Environment Text 50\s%\s+filled/ }).waitFor();
  await page.getByLabel('Header row').selectOption({ index: 1 });
  await hear(page, '1 row, 4 columns, header in row 2');
  expect(await heardOn(page)).toHaveLength(2);
});

test('a header that is none and one of two rows are told as the sheet shows them', async () => {
  const page = await openSheet('readers-header');
  await page.getByLabel('Header row').selectOption({ label: 'No header row' });
  await hear(page, '3 rows, 4 columns, no header row');
  const workbook = new ExcelJS.Workbook();
  const rows = workbook.addWorksheet('Servers');
  rows.addRows([
    ['Hostname', 'Hardware', null],
    [null, 'CPU Cores', 'RAM (GB)'],
    ['web01', 4, 16],
    ['web02', 8, 32],
  ]);
  for (const area of ['A1:A2', 'B1:C1']) rows.mergeCells(area);
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'two-rows.xlsx', mimeType: '', buffer });
  await hear(page, '2 rows, 3 columns, header in rows 1–2');
});

test('steps say whether they are done, and the title which one is in sight', async () => {
  const page = await openMappings('readers-steps');
  await page.getByRole('button', { name: /^Sheet \(done\)$/ }).waitFor();
  await page.getByRole('button', { name: /^Progress \(reached\)$/ }).waitFor();
  await page.getByRole('button', { name: /^Results \(to come\)$/ }).waitFor();
  expect(await page.title()).toBe('Mapping – CMDB Import');
});

test('what deletes or withdraws says what that does before it is done', async () => {
  const page = await openMappings('readers-dialogs');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Delete this import…' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await describedOf(page, 'dialog', 'Delete the import')).toMatch(
    /^Its flow stops at .* This cannot be undone\.$/,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await reviewMappings(page);
  await page.getByRole('button', { name: 'Withdraw import' }).click();
  await page.getByRole('dialog').getByRole('list').waitFor();
  expect(await describedOf(page, 'dialog', 'Withdraw the import')).toContain('The raw records stay stored');
});

test('results name each figure before it, say where links lead and that files are being saved', async () => {
  const page = await openMappings('readers-results');
  await reviewMappings(page);
  const tiles = page.locator('dl > div');
  expect(await tiles.evaluateAll((all) => all.every((tile) => tile.firstElementChild?.tagName === 'DT'))).toBe(true);
  await page.getByRole('link', { name: '2 assets created, in the dashboard (opens in another tab)' }).waitFor();
  await page.getByRole('link', { name: 'Open in the dashboard (opens in another tab)' }).waitFor();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**${endpoints.exportAssetsXlsx.path}*`, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save all assets' }).click();
  await hear(page, 'Saving all assets');
  expect(await heardOn(page)).not.toContain('All assets saved');
  letGo();
  await hear(page, 'All assets saved');
  expect(await seriousViolations(page)).toEqual([]);
});

/** Names and descriptions that say an element which is not there. */
const lostNames = (page: Page, of: string) =>
  page.locator(of).evaluateAll((elements) =>
    elements
      .flatMap((one) => [one.getAttribute('aria-labelledby'), one.getAttribute('aria-describedby')])
      .flatMap((ids) => ids?.split(' ') ?? [])
      .filter((id) => document.getElementById(id) === null),
  );

test('a notice that is no error is read out when there is time, and an error at once', async () => {
  const page = await openMappings('readers-notices');
  expect(await lostNames(page, '[role=grid][aria-label="Field mappings"] [role=row]')).toEqual([]);
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: CONTINUE }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Nothing is written yet. Apply the changes, change the mappings' })
    .waitFor();
  expect(await lostNames(page, '[role=status] *')).toEqual([]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByRole('heading', { name: 'Changes to be applied' }).waitFor();
  await page.getByRole('heading', { name: 'New assets' }).waitFor();
  const bar = page.getByRole('progressbar').first();
  expect(await bar.getAttribute('aria-valuemax')).toBe('100');
  expect(await bar.getAttribute('aria-valuetext')).toMatch(/^\d+ % done$/);
});

test.each([
  [320, 256],
  [175, 350],
])('in a pane of %d × %d what is around the task scrolls along with it', async (width, height) => {
  await pane.page.setViewportSize({ width, height });
  const page = await openMappings(`readers-${width}`);
  const { scrolls, isWide } = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollHeight > innerHeight,
    isWide: document.documentElement.scrollWidth > innerWidth,
  }));
  expect(scrolls).toBe(true);
  expect(isWide).toBe(false);
  await page.getByRole('row', { name: 'Qwertz' }).focus();
  const box = await page.getByRole('row', { name: 'Qwertz' }).boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(
    await page.getByRole('heading', { level: 1 }).evaluate((one) => one.getBoundingClientRect().bottom),
  ).toBeLessThan(0);
});
