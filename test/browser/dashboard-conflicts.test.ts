import { describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { importWhole } from '../harness/import-whole.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const columns = ['Hostname', 'Serial Number', 'Location', 'Operating System', 'IP Address'];
const server = (name: string, serial: string, location: string, at: number): Cell[] => [
  name,
  serial,
  location,
  'Microsoft Windows Server 2019 Datacenter (64-bit)',
  `10.0.0.${at}`,
];
const known = Array.from({ length: 12 }, (_, at) => server(`app0${at}`, `CZ88${10 + at}XK`, 'Bonn', at + 20));

/** The import whose records are held. */
let flowId = '';

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async () => {
    await importSheet('before.xlsx', [server('web01', 'CZ7712XK', 'Bonn', 1), ...known]);
    flowId = await importSheet('after.xlsx', [
      server('web01', 'CZ7712XK', 'Bonn', 1),
      server('db01', 'CZ7712XK', 'Ulm', 2),
      server('mail01', 'CZ9001XK', 'Bonn', 3),
      server('mail02', 'CZ9001XK', 'Kiel', 4),
      ...known,
    ]);
  },
});

async function importSheet(filename: string, rows: Cell[][]): Promise<string> {
  const metadata = { filename, size: 1, type: 'text/csv', sheet_name: 'Servers', range: 'A1:E20', header_row: 1 };
  const sheet = { columns, rows };
  return (await importWhole(dashboard.service.as('acme'), { sheet, metadata })).flow_id;
}

const acme = 'client=acme&engagement=main';

describe('held records on the dashboard', () => {
  test('are reached from the assets, set beside the inventory, and decided after their impact was named', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, `?page=assets&${acme}`);
    await page.getByText('Records of 2 conflicts are held').waitFor();
    await shoot(page, 'dashboard-assets-held');
    await page.getByRole('link', { name: 'Decide them' }).click();
    await page.getByRole('table', { name: '2 conflicts' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-conflicts');
    await page.getByText('Rows 2, 3').waitFor();
    await page
      .getByText(/^\d fields$/)
      .first()
      .focus();
    await page
      .getByRole('tooltip')
      .getByText(/Location/)
      .waitFor();
    await page.getByRole('link', { name: /web01/ }).click();
    const panel = page.getByRole('dialog');
    const keys = panel.getByRole('region', { name: 'Side by side' });
    await keys.getByRole('row', { name: /Serial number.*Agrees/ }).waitFor();
    await keys
      .getByRole('row', { name: /Hostname.*(Contradicts|Partly agrees)/ })
      .first()
      .waitFor();
    // As a key and as a field it is one line.
    expect(await keys.getByRole('row', { name: /name/i }).count()).toBe(1);
    await keys.getByText('Servers!C3').waitFor();
    await panel.getByText('Rows 2, 3').first().waitFor();
    await panel.getByRole('radio', { name: 'The asset web01 of the inventory' }).click();
    await panel.getByRole('option', { name: 'Ulm (row 3)' }).waitFor({ state: 'attached' });
    await panel.getByLabel('Location').selectOption({ label: 'Bonn (the asset has it)' });
    await panel
      .getByText(/^web01 keeps its values/)
      .first()
      .waitFor();
    await panel.getByLabel('Location').selectOption('2');
    await panel.getByText('Location: Bonn → Ulm').waitFor();
    await shoot(page, 'dashboard-conflict');
    await panel.getByText('Location: Bonn → Ulm').scrollIntoViewIfNeeded();
    await shoot(page, 'dashboard-conflict-impact');
    expect(await seriousViolations(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Decide' }).click();
    await panel.getByText('Location from row 3').waitFor();
    await panel.getByText('1 conflict left to decide').waitFor();
    const asset = await panel.getByRole('link', { name: 'web01' }).getAttribute('href');
    expect(asset).toMatch(/page=assets&client=acme&engagement=main&item=/);
    await panel.getByRole('link', { name: 'Next conflict' }).click();
    await page.getByRole('dialog', { name: 'mail01, mail02' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
    await page.keyboard.press('Escape');
    await page.getByRole('table', { name: '1 conflict' }).waitFor();
    const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listAssets, {
      query: { search: 'web01' },
    });
    expect(items.map(({ values }) => values.find(({ field }) => field === 'location')?.values)).toEqual([['Ulm']]);
  });

  test('are only looked at by a viewer, in the dark and on a narrow screen too', async () => {
    const { page } = dashboard;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 768, height: 900 });
    const viewer = await dashboard.service.keyFor('viewer', 'acme', 'main');
    await signIn(dashboard.service, page, `?page=conflicts&${acme}`, viewer.apiKey);
    await page.getByRole('link', { name: /mail01/ }).click();
    await page.getByRole('dialog').getByText('An analyst has to decide; this key may only look.').waitFor();
    await page.getByRole('row', { name: /Location.*Differs/ }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-conflict-768-dark');
  });
});

describe('a completed flow on the dashboard', () => {
  const flow = () => `?flow_client=acme&flow_engagement=main&flow=${flowId}`;

  test('counts what came of it, and each count opens what it counts', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, flow());
    const tiles = page.getByRole('list', { name: 'This import' });
    await page
      .getByRole('list', { name: 'Engagement now' })
      .getByRole('link', { name: /^\d+ technical debts/ })
      .waitFor();
    await shoot(page, 'dashboard-flow-tiles');
    await tiles.getByRole('link', { name: /12 assets unchanged/ }).click();
    await page.getByRole('table', { name: '12 asset changes' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await tiles.getByRole('link', { name: /conflict/ }).click();
    await page.getByRole('heading', { name: 'Conflicts' }).waitFor();
    await page.getByRole('link', { name: /mail01/ }).waitFor();
  });

  test('keeps the place of its figures while they are read', async () => {
    const { page } = dashboard;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/tasks|summary|conflicts\/counts|findings/, async (route) => {
      await released;
      await route.continue();
    });
    await signIn(dashboard.service, page, flow());
    const tabs = page.getByRole('tab', { name: 'Tasks' });
    const before = await tabs.boundingBox();
    release();
    await page.getByRole('link', { name: /12 assets unchanged/ }).waitFor();
    await page.getByRole('link', { name: /^\d+ technical debts/ }).waitFor();
    expect((await tabs.boundingBox())?.y).toBe(before?.y);
  });

  test('is withdrawn only after the impact was counted', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, flow());
    await page.getByRole('button', { name: 'More acts' }).click();
    await page.getByRole('menuitem', { name: 'Withdraw import' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('The raw records stay stored for 90 days, then they are removed.').waitFor();
    await shoot(page, 'dashboard-withdraw');
    expect(await seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Withdraw import' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Withdrawn .* What came of it is taken back/).waitFor();
    await page.getByRole('button', { name: 'More acts' }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Hide from the list']);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Assets' }).click();
    await page.getByText(/^first admin key withdrew the import on /).waitFor();
    expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0);
  });

  test('says when its raw records were removed, instead of showing none', async () => {
    const { page } = dashboard;
    const removed = { $set: { raw_removed_at: new Date('2026-11-24T12:00:00Z') } };
    await dashboard.service.db.collection('data_imports').updateOne({ flow_id: flowId }, removed);
    await signIn(dashboard.service, page, `${flow()}&tab=records`);
    await page.getByRole('heading', { name: 'The raw records are removed' }).waitFor();
    await page.getByText(/were removed on 24 Nov 2026, after the retention time of withdrawn imports/).waitFor();
    await shoot(page, 'dashboard-records-removed');
    expect(await seriousViolations(page)).toEqual([]);
  });
});
