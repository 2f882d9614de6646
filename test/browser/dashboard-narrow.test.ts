import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { importWhole } from '../harness/import-whole.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

let flowId: string;
const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    const columns = ['Hostname', 'Serial Number', 'Host Server'];
    const hosts = ['esx-of-a-rather-long-name-01', 'CZ1001XK', null];
    const twins = ['mail01', 'mail02'].map((name) => [name, 'CZ9001XK', 'esx-of-a-rather-long-name-01']);
    ({ flow_id: flowId } = await importWhole(service.as('acme'), { sheet: { columns, rows: [hosts, ...twins] } }));
  },
});

/** What reaches beyond the window, or over what follows; tables scroll within themselves, and pictures are drawn. */
async function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => !element.parentElement?.closest(':has(> [role="table"]), canvas, [aria-hidden]'))
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const isCut =
          getComputedStyle(element).overflowY === 'visible' && element.scrollHeight > element.clientHeight + 4;
        return left < 0 || right > window.innerWidth || (element.matches('.fui-MessageBar') && isCut);
      })
      .map(
        ({ tagName, className, textContent }) => `${tagName} ${className.slice(0, 40)} ${textContent?.slice(0, 40)}`,
      ),
  );
}

test.each([
  ['flows', ''],
  ['flow', ''],
  ['assets', ''],
  ['conflicts', ''],
  ['graph', ''],
  ['graph', '&tab=measures'],
  ['debt', ''],
  ['memory', ''],
  ['keys', ''],
  ['audit', ''],
])('nothing of the page %s%s is beyond a window of 320 pixels', async (name, more) => {
  const page = await dashboard.openAnew({ width: 320, height: 640 });
  const address = name === 'flow' ? `flow=${flowId}&flow_client=acme&flow_engagement=main` : `page=${name}`;
  await signIn(dashboard.service, page, `?${address}&client=acme&engagement=main${more}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('main :is([role="table"], canvas, h2)').first().waitFor();
  // Notices find out how much room they have after they were drawn.
  await eventually(async () => expect(await misplaced(page)).toEqual([]));
});

test.each(['flows', 'assets', 'keys', 'audit'])(
  'no table of the page %s is wider than a window of 1280 pixels',
  async (name) => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, `?page=${name}&client=acme&engagement=main`);
    const table = page.locator('div:has(> [role="table"])');
    await table.getByRole('row').nth(1).waitFor();
    // Windows takes this of its width for a scrollbar, where there are many rows.
    await table.evaluate((element) => (element.style.paddingInlineEnd = '15px'));
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  },
);

test('a key is revoked in a window of 400 pixels without scrolling aside', async () => {
  const page = await dashboard.openAnew({ width: 400, height: 800 });
  await signIn(dashboard.service, page, '?page=keys');
  const revoke = await page.getByRole('button', { name: 'Revoke first admin key' }).boundingBox();
  expect((revoke?.x ?? Infinity) + (revoke?.width ?? 0)).toBeLessThan(400);
  await page.getByText('Admin · All clients').waitFor();
});

test('no table of keys or audit events is wider than half a window of 1280 pixels', async () => {
  const page = await dashboard.openAnew({ width: 640, height: 800 });
  await signIn(dashboard.service, page, '?page=keys');
  const table = page.locator('div:has(> [role="table"])');
  for (const name of ['API keys', 'Audit log', 'Flows']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await table.getByRole('row').nth(1).waitFor();
    expect([name, await table.evaluate((element) => element.scrollWidth - element.clientWidth)]).toEqual([name, 0]);
  }
});

test.each([320, 640])('an audit event and a key say all of themselves in a window of %s pixels', async (width) => {
  const page = await dashboard.openAnew({ width, height: 800 });
  await signIn(dashboard.service, page, '?page=audit');
  const stored = page.getByRole('row').filter({ hasText: 'Stored a sheet' });
  await stored.getByText('acme / main').waitFor();
  expect(await stored.getByRole('button', { name: 'Copy id' }).isVisible()).toBe(true);
  await page.getByRole('link', { name: 'API keys' }).click();
  const key = page.getByRole('row').filter({ hasText: 'first admin key' });
  await key.getByRole('link', { name: 'Audit log of first admin key' }).waitFor();
  await key.getByText(/Never/).waitFor();
});

test('says how live it is where the title above begins, once they share no line', async () => {
  const page = await dashboard.openAnew({ width: 390, height: 844 });
  await signIn(dashboard.service, page, '?page=flows');
  const dot = page.locator('[data-live] > [aria-hidden]');
  await dot.waitFor();
  const title = await page.getByRole('heading', { level: 1 }).boundingBox();
  await eventually(async () => expect((await dot.boundingBox())?.x).toBeCloseTo(title?.x ?? NaN, 0));
});
