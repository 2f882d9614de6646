import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { importWhole } from '../harness/import-whole.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';
import { signIn } from './sign-in.ts';

const columns = ['Hostname', 'Serial Number', 'Location'];
const pairs = (...serials: string[]): Cell[][] =>
  serials.flatMap((serial) => ['01', '02'].map((end): Cell[] => [`${serial}-${end}`, `CZ${serial}XK`, 'Bonn']));

const dashboard = pagePerTest({
  ...DESKTOP,
  expected: /status of 409/,
  before: async () => {
    await importSheet('servers.xlsx', pairs('9100', '9200', '9300', '9400'));
    await importSheet('monitoring.xlsx', pairs('9200', '9300', '9400'));
  },
});

async function importSheet(filename: string, rows: Cell[][]): Promise<void> {
  const metadata = { filename, size: 1, type: 'text/csv', sheet_name: 'Servers', range: 'A1:C22', header_row: 1 };
  await importWhole(dashboard.service.as('acme'), { sheet: { columns, rows }, metadata });
}

async function openOf(filename: string): Promise<HeldCase[]> {
  const acme = dashboard.service.as('acme');
  const { items } = await fetchEndpoint(acme, endpoints.listHeldCases, { query: { state: 'open' } });
  return items.filter(({ origin }) => origin.filename === filename);
}

/** What one import holds becomes assets: the same records of the other one may be those from then on. */
async function separate(serial: string): Promise<void> {
  const held = (await openOf('monitoring.xlsx')).find(({ things }) => things[0]?.name === `${serial}-01`);
  await fetchEndpoint(dashboard.service.as('acme'), endpoints.decideConflicts, {
    params: { flow_id: held?.origin.flow_id ?? '' },
    body: { decisions: [{ conflict_id: held?.conflict_id ?? '', action: 'separate', version: held?.version }] },
  });
}

async function servers(): Promise<string> {
  const [first] = await openOf('servers.xlsx');
  return `?page=conflicts&client=acme&engagement=main&import=${first?.origin.data_import_id ?? ''}`;
}

test('what changed after it was asked about is shown, and decided only after it was asked anew', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, await servers());
  await page.getByRole('checkbox', { name: /Select 9100/ }).click();
  await page.getByRole('checkbox', { name: /Select 9200/ }).click();
  await page.getByRole('button', { name: 'New assets' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('4 assets are created.').waitFor();
  await dialog.getByRole('checkbox', { name: /Remember/ }).click();
  await separate('9200');
  await dialog.getByRole('button', { name: 'Decide on 2' }).click();
  await dialog.getByText(/since it was listed, the inventory has got 9200-01/).waitFor();
  await dialog.getByText('9200-01, 9200-02: may now be 9200-01, 9200-02.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Decide/ }).count()).toBe(0);
  expect(await dialog.getByText('4 assets are created.').count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'dashboard-conflicts-changed');
  await dialog.getByRole('button', { name: 'Ask again about 2' }).click();
  await dialog.getByText('2 assets keep their values and get one more source.').waitFor();
  expect(await dialog.getByRole('checkbox', { name: /Remember/ }).isChecked()).toBe(false);
  expect(await openOf('servers.xlsx')).toHaveLength(4);
  await dialog.getByRole('button', { name: 'Decide on 2' }).click();
  await page.getByRole('table', { name: '2 conflicts' }).waitFor();
  expect(await openOf('servers.xlsx')).toHaveLength(2);
});

test('a choice for one conflict is not carried over to what it has become', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, await servers());
  await page.getByRole('link', { name: /9300/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('radio', { name: 'Separate assets, one for each' }).click();
  await panel.getByText(/^Creates 2 assets/).waitFor();
  await separate('9300');
  await panel.getByRole('button', { name: 'Decide' }).click();
  await panel.getByText(/Look again, and repeat what is still wanted/).waitFor();
  await panel.getByRole('radio', { name: 'The asset 9300-01 of the inventory' }).waitFor();
  await panel.getByText('Choose what these records are.').waitFor();
  expect(await panel.getByRole('radio', { checked: true }).count()).toBe(0);
  await panel.getByRole('radio', { name: 'The asset 9300-01 of the inventory' }).click();
  await panel.getByText(/Look again, and repeat/).waitFor({ state: 'detached' });
});

test('a choice that came too late to be counted is asked anew', async () => {
  const { page } = dashboard;
  await signIn(dashboard.service, page, await servers());
  await page.getByRole('link', { name: /9400/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('radio', { name: 'One new asset' }).waitFor();
  await separate('9400');
  await panel.getByRole('radio', { name: 'Separate assets, one for each' }).click();
  await panel.getByText(/has changed since you chose/).waitFor();
  expect(await panel.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
});
