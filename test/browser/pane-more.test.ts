import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { hear, listen } from './pane-news.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 400/ });

/** Twenty-five hosts whose addresses are none. */
const rows = Array.from({ length: 25 }, (_, at) => `srv-${at},CZ10${at + 10}XK,10.0.0.${at + 900},${at}/${at}/99`);
const file = {
  name: 'hosts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Hostname,Serial Number,IP Address,Purchase Date', ...rows].join('\n')),
};

async function openSheet(client: string): Promise<Page> {
  const { page } = pane;
  await listen(page);
  await connect(page, pane.service, client);
  await chooseFile(page, file);
  return page;
}

const focusIsAt = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.activeElement?.textContent?.includes(text), words);

async function press(page: Page, name: string | RegExp): Promise<void> {
  const more = page.getByRole('button', { name });
  await more.focus();
  await more.press('Enter');
}

test('more assets, findings and cells are told, readers go on at the first that is new, and what was opened stays', async () => {
  const page = await openSheet('more');
  await page.route('**/findings*', (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', '1');
    return route.continue({ url: url.href });
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('checkbox', { name: 'Show the changes before they are written' }).click();
  await page.getByRole('button', { name: CONTINUE }).click();

  const assets = page.getByRole('list', { name: 'Assets to be created' }).getByRole('listitem');
  await assets.first().waitFor({ timeout: 60_000 });
  await press(page, 'Show more assets to be created');
  await hear(page, '10 more assets');
  await focusIsAt(page, (await assets.nth(10).textContent()) ?? '');
  await shoot(page, 'pane-more-assets');
  await press(page, 'Show more assets to be created');
  await hear(page, '5 more assets');
  await focusIsAt(page, (await assets.nth(20).textContent()) ?? '');

  const findings = page.getByRole('region', { name: 'Findings' });
  const messages = findings.getByRole('heading', { level: 4 }).or(findings.locator('.fui-AccordionHeader'));
  await press(page, 'Show more findings');
  await hear(page, '1 more finding');
  expect(await messages.count()).toBeGreaterThan(1);
  await page.waitForFunction(() => document.activeElement?.matches('.fui-AccordionHeader__button') === true);

  await findings.locator('.fui-AccordionHeader__button', { hasText: /address/i }).click();
  await press(page, 'Show more of 25 cells');
  await hear(page, '13 more cells');
  await focusIsAt(page, '10.0.0.912');
  await shoot(page, 'pane-more-cells');
  expect(await seriousViolations(page)).toEqual([]);

  const shown = await messages.count();
  await page.getByRole('button', { name: 'Apply the changes' }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
  await messages.nth(shown - 1).waitFor();
});

test('more problems of a refused sheet are told, and readers go on at the first that is new', async () => {
  const page = await openSheet('problems');
  const problems = Array.from({ length: 30 }, (_, at) => ({
    code: 'invalid_cell',
    field: 'sheet.rows',
    row: at + 1,
    column: null,
    message: `Problem ${at + 1}.`,
  }));
  await page.route('**/store-import', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      json: {
        type: 'about:blank',
        title: 'Refused',
        status: 400,
        detail: 'Some cells cannot be stored.',
        code: 'import_rejected',
        request_id: 'r',
        problems,
        problems_total: 30,
      },
    }),
  );
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await press(page, 'Show more of 30 problems');
  await hear(page, '10 more problems');
  await focusIsAt(page, 'Problem 21.');
});
