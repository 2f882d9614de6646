// What readers are told on the dashboard, once no dialog hides it from them, and where they go on after a dialog has closed.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { importWhole } from '../harness/import-whole.ts';
import { until } from '../harness/until.ts';
import { hear, heardOn, listen } from './pane-news.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const columns = ['Hostname', 'Serial Number', 'Location', 'Operating System'];
const server = (name: string, serial: string): Cell[] => [name, serial, 'Bonn', 'Windows Server 2019'];
const pair = (at: number): Cell[][] => [server(`web${at}a`, `CZ77${at}2XK`), server(`web${at}b`, `CZ77${at}2XK`)];
const others = Array.from({ length: 12 }, (_, at) => server(`app${10 + at}`, `CZ88${10 + at}XK`));

const dashboard = pagePerTest({
  ...DESKTOP,
  expected: /status of 40[149]|net::ERR_FAILED/,
  before: async () => {
    await importSheet('decided.xlsx', 'acme', [1, 2, 3, 4].flatMap(pair));
    await importSheet('withdrawn.xlsx', 'gone', [5, 6].flatMap(pair));
  },
});

async function importSheet(filename: string, client: string, held: Cell[][]): Promise<void> {
  const metadata = { filename, size: 1, type: 'text/csv', sheet_name: 'Servers', range: 'A1:D22', header_row: 1 };
  await importWhole(dashboard.service.as(client), { sheet: { columns, rows: [...held, ...others] }, metadata });
}

/** Opens the page, where dialogs take their time to close. */
async function open(search: string): Promise<Page> {
  const { page } = dashboard;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await listen(page);
  await signIn(dashboard.service, page, search);
  return page;
}

const focusIsAt = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.activeElement?.textContent === text, words);

test('how many conflicts were decided at once is told, and then that they are in the dependencies too', async () => {
  const page = await open('?page=conflicts&client=acme&engagement=main');
  await page.getByRole('table', { name: '4 conflicts' }).waitFor();
  await page.getByRole('checkbox', { name: /Select web1a/ }).click();
  await page.getByRole('button', { name: 'New assets' }).press('Enter');
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await focusIsAt(page, 'Cancel');
  await question.getByRole('button', { name: 'Decide on 1', disabled: false }).press('Enter');
  await hear(page, '1 conflict decided');
  await page.getByRole('button', { name: /^Rebuild/ }).press('Enter');
  await question.getByRole('button', { name: 'Rebuild' }).press('Enter');
  await hear(page, 'Rebuilding…');
  await focusIsAt(page, 'Conflicts');
  await page.getByText('1 decision is in the assets').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /web2a/ }).first().press('Enter');
  await page.getByRole('radio', { name: /^Separate assets/ }).press('Space');
  await page.getByRole('button', { name: 'Decide', disabled: false }).press('Enter');
  // The decision waits for a rebuild, which nobody asked for.
  await page.getByText('1 decision is in the assets').waitFor();
  expect(await question.count()).toBe(0);
  await page.keyboard.press('Escape');
  // The row that has come to where the decided one was.
  await page.waitForFunction(() => document.activeElement?.closest('[role=row]')?.textContent?.includes('web3a'));
});

test('a panel leaves the decision on records whose import was withdrawn meanwhile', async () => {
  const page = await open('?page=conflicts&client=gone&engagement=main');
  await page.getByRole('table', { name: '2 conflicts' }).getByRole('link').first().press('Enter');
  await page.getByRole('radio', { name: /leave them out/ }).waitFor();
  const connection = dashboard.service.as('gone');
  const [flow] = (await fetchEndpoint(connection, endpoints.listFlows)).items;
  const params = { data_import_id: flow?.data_import_id ?? '' };
  await fetchEndpoint(connection, endpoints.withdrawImport, { params, body: { forget_mappings: false } });
  const ended = async () => {
    const body = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: flow?.flow_id ?? '' } });
    return body.status === 'cancelled';
  };
  await until('the import is withdrawn', ended);
  await page.getByRole('radio', { name: /leave them out/ }).press('Space');
  await hear(page, /^These records are no longer held/);
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Decide' }).count()).toBe(0);
});

test('that a key was revoked is told', async () => {
  await dashboard.service.keyFor('viewer', 'acme', 'main');
  const page = await open('?page=keys');
  await page.getByRole('button', { name: 'Revoke viewer of acme' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke key' }).press('Enter');
  await hear(page, 'Key viewer of acme revoked');
  await page.getByRole('link', { name: 'Audit log', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Audit log' }).waitFor();
  expect(await page.getByText('Key viewer of acme revoked').count()).toBe(0);
});

test('another client is told when it is chosen, and so is what is missing yet', async () => {
  const page = await open('?page=assets&client=acme&engagement=main');
  await page.getByRole('table').waitFor();
  await page.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: 'gone' }).click();
  await hear(page, 'Showing gone / main');
  await page.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option').first().click();
  await hear(page, 'Choose a client and an engagement');
  expect(await heardOn(page)).not.toContain('Showing acme / main');
});

test('the title names what is there after everybody signed out, and the other tab says so', async () => {
  const page = await open('?page=memory&client=acme');
  const other = await page.context().newPage();
  await other.goto(`${dashboard.service.origin}/dashboard/`);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('alert').getByText('You were signed out in another tab.').waitFor();
  expect(await page.title()).toBe('Sign in – CMDB Import');
  await other.getByLabel('API key').waitFor();
  expect(await other.title()).toBe('Sign in – CMDB Import');
  expect(await other.getByRole('alert').count()).toBe(0);
});

test('a flow that cannot be loaded has a heading and a title', async () => {
  const page = await open('?page=flows');
  await page.route('**/flows/flow_*', (route) => route.abort('failed'));
  await page.getByRole('link', { name: /decided.xlsx/ }).press('Enter');
  await focusIsAt(page, 'Flow');
  expect(await page.title()).toBe('Flow – CMDB Import');
  await page.unroute('**/flows/flow_*');
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByRole('tab', { name: 'Tasks' }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('readers go on from the heading when a link in a row of the audit log narrows it', async () => {
  const page = await open('?page=audit');
  await page.getByRole('table').getByRole('link', { name: 'first admin key' }).first().press('Enter');
  await focusIsAt(page, 'Audit log');
});
