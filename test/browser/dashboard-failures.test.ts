import { expect, test } from '@jest/globals';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { importWhole } from '../harness/import-whole.ts';
import { shoot } from '../harness/browser.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const dashboard = pagePerTest({ ...DESKTOP, expected: /Failed to load resource|dynamically imported module/ });

test('a page of a list that cannot be read is asked for once, and again on request', async () => {
  const { page } = dashboard;
  const stored = await storeImport(dashboard.service.as('list'), { sheet: buildSheet({ rows: 400 }) });
  let asked = 0;
  let isBroken = true;
  await page.route('**/records?*cursor=*', (route) => {
    asked += 1;
    const json = {
      type: 'about:blank',
      title: 'It failed',
      status: 500,
      detail: 'No.',
      code: 'internal_error',
      request_id: 'r1',
    };
    return isBroken ? route.fulfill({ status: 500, contentType: 'application/problem+json', json }) : route.continue();
  });
  await signIn(dashboard.service, page, `?flow_client=list&flow_engagement=main&flow=${stored.flow_id}&tab=records`);
  const grid = page.getByRole('region', { name: 'Raw records' });
  await grid.getByText('srv-0', { exact: true }).waitFor();
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await page.getByText('It failed').waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(asked).toBe(1);
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('It failed').waitFor({ state: 'detached' });
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await grid.getByText('srv-399', { exact: true }).waitFor();
});

test('a page whose code is gone since an upgrade says so, and the others stay in reach', async () => {
  const { page } = dashboard;
  await importWhole(dashboard.service.as('gone'), {});
  await page.route('**/assets/GraphPage-*.js', (route) => route.fulfill({ status: 404 }));
  await signIn(dashboard.service, page, '?client=gone&engagement=main');
  await page.getByRole('link', { name: 'Dependencies' }).click();
  await page.getByText('This page cannot be shown').waitFor();
  await shoot(page, 'dashboard-page-gone');
  await page.getByRole('link', { name: 'Assets' }).click();
  await page.getByRole('table').getByText('srv-0').waitFor();
});

test('what a decision changes is read before it can be made', async () => {
  const { page } = dashboard;
  const columns = ['Hostname', 'Serial Number'];
  await importWhole(dashboard.service.as('decide'), {
    sheet: {
      columns,
      rows: [
        ['mail01', 'CZ9001XK'],
        ['mail02', 'CZ9001XK'],
      ],
    },
  });
  await signIn(dashboard.service, page, '?page=conflicts&client=decide&engagement=main');
  await page.getByRole('link', { name: /mail01/ }).click();
  const panel = page.getByRole('dialog');
  const decide = panel.getByRole('button', { name: 'Decide' });
  await panel.getByRole('radio').first().click();
  await panel.getByRole('region', { name: 'What this changes' }).waitFor();
  expect(await decide.getAttribute('aria-disabled')).not.toBe('true');
  const effect = await panel.getByText(/^Creates .* Written at once\.$/).boundingBox();
  expect((effect?.y ?? Infinity) + (effect?.height ?? 0)).toBeLessThanOrEqual(800);
  await shoot(page, 'dashboard-decide');
  let answer = (): void => undefined;
  const isAsked = new Promise<void>((asked) => {
    void page.route('**/preview', async (route) => {
      asked();
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
  });
  await panel.getByRole('radio').last().click();
  await isAsked;
  expect(await panel.getByRole('region', { name: 'What this changes' }).count()).toBe(0);
  expect(await decide.getAttribute('aria-disabled')).toBe('true');
  answer();
  await panel.getByRole('region', { name: 'What this changes' }).waitFor();
});

test('a lost network is told, and nothing is live or goes on without answers', async () => {
  const { page } = dashboard;
  const stored = await storeImport(dashboard.service.as('offline'), {});
  await signIn(dashboard.service, page, `?flow_client=offline&flow_engagement=main&flow=${stored.flow_id}`);
  await page.getByText(/Live · updated/).waitFor();
  await page.getByText(/An analyst has to approve the field mappings .* it has waited for/).waitFor();
  await page.context().setOffline(true);
  await page.getByText(/Not live · as of/).waitFor();
  const standing = page.getByText(/An analyst has to approve the field mappings/);
  const told = await standing.textContent();
  // Time passes, and nothing is known of it.
  await page.waitForTimeout(2_500);
  expect(await standing.textContent()).toBe(told);
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByText('The service cannot be reached').first().waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('table').getByText('first admin key').waitFor();
});
