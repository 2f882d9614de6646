import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { glimpse, seriousViolations, shoot } from '../harness/browser.ts';
import { importWhole } from '../harness/import-whole.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const columns = ['Hostname', 'Serial Number', 'Location', 'Operating System', 'Host Server'];
const server = (name: string, serial: string, location: string, host: string | null = null): Cell[] => [
  name,
  serial,
  location,
  'Microsoft Windows Server 2019 Datacenter (64-bit)',
  host,
];
const known = Array.from({ length: 12 }, (_, at) => server(`app0${at}`, `CZ88${10 + at}XK`, 'Bonn', 'mail01'));

const dashboard = pagePerTest({
  ...DESKTOP,
  expected: /status of 409/,
  before: async () => {
    await importSheet('before.xlsx', [server('web01', 'CZ7712XK', 'Bonn'), ...known]);
    await importSheet('after.xlsx', [
      server('web01', 'CZ7712XK', 'Bonn'),
      server('db01', 'CZ7712XK', 'Ulm'),
      server('mail01', 'CZ9001XK', 'Bonn'),
      server('mail02', 'CZ9001XK', 'Kiel'),
      server('file01', 'CZ9100XK', 'Bonn'),
      server('file02', 'CZ9100XK', 'Kiel'),
      server('ftp01', 'CZ9200XK', 'Bonn'),
      server('ftp02', 'CZ9200XK', 'Kiel'),
      ...known,
    ]);
  },
});

async function importSheet(filename: string, rows: Cell[][]): Promise<void> {
  const metadata = { filename, size: 1, type: 'text/csv', sheet_name: 'Servers', range: 'A1:E22', header_row: 1 };
  await importWhole(dashboard.service.as('acme'), { sheet: { columns, rows }, metadata });
}

const conflicts = '?page=conflicts&client=acme&engagement=main';

test('what somebody else decided meanwhile is said, nothing of the request is decided, and the rest can be', async () => {
  const { page } = dashboard;
  const acme = dashboard.service.as('acme');
  await signIn(dashboard.service, page, conflicts);
  await page.getByRole('checkbox', { name: /Select ftp01/ }).click();
  await page.getByRole('checkbox', { name: /Select file01/ }).click();
  await page.getByRole('button', { name: 'New assets' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('4 assets are created.').waitFor();
  const { items } = await fetchEndpoint(acme, endpoints.listHeldCases, { query: { state: 'open' } });
  const ftp = items.find(({ things }) => things.some(({ name }) => name === 'ftp01'));
  await fetchEndpoint(acme, endpoints.decideConflicts, {
    params: { flow_id: ftp?.origin.flow_id ?? '' },
    body: { decisions: [{ conflict_id: ftp?.conflict_id ?? '', action: 'leave_out' }] },
  });
  await dialog.getByRole('button', { name: 'Decide on 2' }).click();
  await dialog.getByText(/The conflict of row 8 was decided by first admin key/).waitFor();
  await dialog.getByText('0 of 2 conflicts decided').waitFor();
  await dialog.getByText('ftp01, ftp02: no longer open.').waitFor();
  await shoot(page, 'dashboard-conflicts-refused');
  await dialog.getByRole('button', { name: 'Ask again about 1' }).click();
  await dialog.getByText('2 assets are created.').waitFor();
  await dialog.getByRole('button', { name: 'Decide on 1' }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('status').getByText('1 conflict selected').waitFor();
});

test('several conflicts are decided at once, after what all of them come to was named', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, conflicts);
  await page.getByRole('table', { name: '3 conflicts' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all 3 listed conflicts' }).click();
  await page.getByRole('status').getByText('3 conflicts selected').waitFor();
  await page.getByRole('button', { name: 'Merge 1 into the only candidate' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Merge 1 conflict into its only candidate?').waitFor();
  await dialog.getByText('2 selected conflicts stay open: no candidate, or more than one.').waitFor();
  await dialog.getByText(/1 asset keeps its values and gets one more source|value.* changes?, in 1 asset/).waitFor();
  await shoot(page, 'dashboard-conflicts-bulk');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('checkbox', { name: /Select web01/ }).press('Space');
  await page.getByRole('status').getByText('2 conflicts selected').waitFor();
  await shoot(page, 'dashboard-conflicts-selected');
  await page.getByRole('button', { name: 'New assets' }).click();
  await dialog.getByText('4 assets are created.').waitFor();
  await dialog.getByRole('checkbox', { name: /Remember/ }).click();
  await dialog.getByRole('button', { name: 'Decide on 2' }).click();
  await page.getByText('2 conflicts decided').first().waitFor();
  await page.getByRole('table', { name: '1 conflict' }).waitFor();
  const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listAssets, {
    query: { search: 'mail0' },
  });
  expect(items.map(({ name }) => name).sort()).toEqual(['mail01', 'mail02']);
  const rules = dashboard.service.db.collection('conflict_rules');
  expect(await rules.countDocuments({ client_account_id: 'acme' })).toBe(2);
});

test('what was remembered is listed, says what forgetting it means, and is forgotten', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, conflicts);
  await page.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'Remembered' }).click();
  await page.getByRole('table', { name: '2 remembered decisions' }).waitFor();
  await shoot(page, 'dashboard-conflicts-remembered');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget mail01, mail02' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Such records are decided so until now: Separate assets, one for each.').waitFor();
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('table', { name: '1 remembered decision' }).waitFor();
});

test('a viewer sees the same conflicts without anything to select', async () => {
  const { page } = dashboard;
  const viewer = await dashboard.service.keyFor('viewer', 'acme', 'main');
  await signIn(dashboard.service, page, conflicts, viewer.apiKey);
  await page.getByRole('table', { name: '1 conflict' }).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Rebuild/ }).count()).toBe(0);
});

test('what was decided reaches dependencies and debts by a button that says what it does', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, conflicts);
  await page.getByText('2 decisions are in the assets, but not yet in dependencies').waitFor();
  await shoot(page, 'dashboard-conflicts-rebuild');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rebuild dependencies and technical debt' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/of the engagement are computed again/).waitFor();
  await shoot(page, 'dashboard-rebuild');
  await dialog.getByRole('button', { name: 'Rebuild' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('2 decisions are in the assets').waitFor({ state: 'detached', timeout: 60_000 });
  const graph = await fetchEndpoint(dashboard.service.as('acme'), endpoints.getGraphSummary);
  expect(graph?.by_state).toMatchObject({ resolved: 12, unresolved: 0 });
});

test('a completed flow offers the same, and says when and for whom it was done', async () => {
  const { page } = dashboard;
  const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listFlows, {});
  await signIn(dashboard.service, page, `?flow_client=acme&flow_engagement=main&flow=${items[0]?.flow_id ?? ''}`);
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Rebuild dependencies and technical debt' }).click();
  await Promise.all([
    glimpse(page, /Opened again/),
    page.getByRole('alertdialog').getByRole('button', { name: 'Rebuild' }).click(),
  ]);
  await page.getByText(/Dependencies and technical debt were rebuilt .*, as first admin key asked/).waitFor();
  const details = page.getByRole('button', { name: 'Details', expanded: false });
  await details.click();
  const debts = page.getByRole('list', { name: 'Phases' }).getByRole('listitem').last();
  await debts.getByText(/3 runs/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'dashboard-flow-rebuilt');
});

test('what a newer file asks again is no decision, and leads to where it is decided', async () => {
  const { page } = dashboard;
  const twice = [server('nas01', 'CZ9300XK', 'Bonn'), server('nas02', 'CZ9300XK', 'Kiel')];
  await importSheet('nas_2026-10.csv', twice);
  await importSheet('nas_2026-11.csv', twice);
  await signIn(dashboard.service, page, conflicts);
  await page.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: /^Decided 3$/ }).waitFor();
  await page.getByRole('option', { name: 'Asked again' }).click();
  await page.getByRole('table', { name: '1 conflict' }).getByText('nas_2026-11.csv').waitFor();
  await page.getByRole('link', { name: /nas01/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('A newer file asks this again: nas_2026-11.csv. It is decided there.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await panel.getByRole('link', { name: 'nas_2026-11.csv' }).click();
  await page
    .getByRole('combobox', { name: 'Decision' })
    .getByText(/^To decide/)
    .waitFor();
  await page.getByRole('table', { name: '1 conflict' }).getByText('nas_2026-11.csv').waitFor();
});
