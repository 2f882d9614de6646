import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { importWhole } from '../harness/import-whole.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const columns = ['Hostname', 'Serial Number', 'Location'];
const twins = Array.from({ length: 4 }, (_, at): Cell[][] => [
  [`mail${at}a`, `CZ900${at}XK`, 'Bonn'],
  [`mail${at}b`, `CZ900${at}XK`, 'Kiel'],
]).flat();

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    await importWhole(service.as('acme'), { sheet: { columns, rows: [['web01', 'CZ7712XK', 'Bonn'], ...twins] } });
  },
});

const acme = '&client=acme&engagement=main';

/** Waits until this has the focus. */
async function focusIsAt(selector: string): Promise<void> {
  await dashboard.page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
}

test('the focus goes back to a row whose panel closes, and to the list when the row is gone', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, `?page=conflicts${acme}`);
  await page.getByRole('table', { name: '4 conflicts' }).waitFor();
  const [first, second] = await page.getByRole('table').getByRole('link').all();
  await first?.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).waitFor();
  await focusIsAt('[role=dialog] *');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction((link) => document.activeElement === link, await first?.elementHandle());
  await second?.press('Enter');
  await page.getByRole('radio', { name: /leave them out/ }).press('Space');
  await page.getByText('Only withdrawing the import takes it back.').waitFor();
  await page.getByRole('button', { name: 'Decide' }).press('Enter');
  await page.getByText('Leave out').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('table', { name: '3 conflicts' }).waitFor();
  await focusIsAt('[role=table], [role=table] a');
});

test('the key is typed without a click where it is asked for, also after it was revoked', async () => {
  const { page } = dashboard;
  const { apiKey } = await dashboard.service.keyFor('viewer', 'acme', 'main');
  await page.goto(`${dashboard.service.origin}/dashboard/?page=assets${acme}`);
  await focusIsAt('input');
  await page.keyboard.type(apiKey);
  await page.keyboard.press('Enter');
  await page.getByRole('table').waitFor();
  const admin = dashboard.service.as('acme');
  const { items } = await fetchEndpoint(admin, endpoints.listApiKeys);
  const keyId = items.find(({ name }) => name === 'viewer of acme')?.key_id ?? '';
  await fetchEndpoint(admin, endpoints.revokeApiKey, { params: { key_id: keyId } });
  await page.getByText('This API key is unknown or revoked.').waitFor();
  await focusIsAt('input');
  const stored = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
  expect(stored).not.toContain(apiKey);
  const refusals = dashboard.complaints.splice(0);
  expect(refusals.every((complaint) => complaint.includes('status of 401'))).toBe(true);
});

test('the search of remembered mappings stands in the address, and the back button takes it back', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, `?page=memory${acme}`);
  await page.getByRole('table', { name: '3 remembered mappings' }).waitFor();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('loca');
  await search.press('Enter');
  await page.getByRole('table', { name: '1 remembered mapping' }).waitFor();
  expect(new URL(page.url()).searchParams.get('search')).toBe('loca');
  await page.reload();
  await page.getByRole('table', { name: '1 remembered mapping' }).waitFor();
  expect(await search.inputValue()).toBe('loca');
  await page.goBack();
  await page.getByRole('table', { name: '3 remembered mappings' }).waitFor();
  expect(await search.inputValue()).toBe('');
});

test('a question can be left by Enter, and what was asked about by keyboard goes on from where it was', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, `?page=memory${acme}`);
  await page.getByRole('button', { name: 'Forget Location' }).press('Enter');
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await focusIsAt('[role=alertdialog] button');
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  await focusIsAt('[aria-label="Forget Location"]');
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Forget' }).press('Enter');
  await page.getByRole('table', { name: '2 remembered mappings' }).waitFor();
  await focusIsAt('[role=table]');
});

test('what acts on selected conflicts gives the focus to what is around it when it goes', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, `?page=conflicts${acme}`);
  await page
    .getByRole('checkbox', { name: /^Select mail/ })
    .first()
    .press('Space');
  await page.getByRole('button', { name: 'Clear' }).press('Enter');
  await focusIsAt('[aria-label="Decide on selected conflicts"]');
});

test('a page that comes late still takes the focus to its heading', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, '?client=acme');
  await page.route('**/flows/flow_*', async (route) => {
    // Later than anything that looks after a lost focus by itself.
    await sleep(1_500);
    await route.continue();
  });
  await page.getByRole('table').getByRole('link').first().press('Enter');
  await page.getByRole('tab', { name: 'Tasks' }).waitFor();
  await focusIsAt('h1');
});

test('a page is gone to past the navigation, and its heading is where its link leads', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, `?page=assets${acme}`);
  await page.getByRole('table').waitFor();
  await page.getByRole('link', { name: 'Skip to the page' }).press('Enter');
  await focusIsAt('main');
  await page.getByRole('link', { name: 'Conflicts', exact: true }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Conflicts');
  await focusIsAt('h1');
});
