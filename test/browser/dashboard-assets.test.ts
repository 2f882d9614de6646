import { describe, expect, test } from '@jest/globals';
import { fetchEndpoint, fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { buildAsset } from '../builders/agent-inputs.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { glimpse, seriousViolations, shoot } from '../harness/browser.ts';
import { importWhole } from '../harness/import-whole.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { signIn } from './sign-in.ts';
import { storedInventoryAsset, storedLargeAsset } from '../harness/stored-inventory.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    const sheet = buildSheet({ rows: 30 });
    await importWhole(service.as('acme'), {
      sheet: {
        ...sheet,
        columns: [...sheet.columns, 'Serial Number'],
        rows: sheet.rows.map((row, index) => [...row, `CZ${1000 + index * 7}XK`]),
      },
    });
    const waiting = await storeImport(service.as('globex'));
    await waitForFlow(service.as('globex'), waiting.flow_id, ['waiting_for_approval']);
  },
});

const acme = '?page=assets&client=acme&engagement=main';

describe('the assets on the dashboard', () => {
  test('are listed, found by name or key, and filtered by class', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, acme);
    await page.getByRole('table', { name: '30 assets' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-assets');
    const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listAssets);
    await page.getByRole('searchbox', { name: 'Search' }).fill(items[0]?.name ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: '1 asset' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('no such thing');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No matching assets' }).waitFor();
    await page.goBack();
    await page.getByRole('table', { name: '1 asset' }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe(items[0]?.name);
  });

  test('are narrowed to an environment and an import, in the address and in the export', async () => {
    const { page } = dashboard;
    const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listAssets, {
      query: { environment: 'production' },
    });
    const [{ data_import_id: imported = '' } = {}] = (
      await fetchEndpoint(dashboard.service.as('acme'), endpoints.listImports)
    ).items;
    await signIn(dashboard.service, page, acme);
    const choose = async (label: string, option: string) => {
      await page.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await choose('Environment', 'Production');
    await page.getByRole('status').getByText(`${items.length} matching assets`).waitFor();
    await choose('Import', 'servers.xlsx Servers');
    await page.getByRole('status').getByText(`${items.length} matching assets`).waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('environment'), searchParams.get('import')]).toEqual(['production', imported]);
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-assets-narrowed');
    await page.getByRole('button', { name: 'Export' }).click();
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().includes('/exports/assets.csv')),
      page.getByRole('menuitem', { name: 'Assets as they are filtered, CSV' }).click(),
    ]);
    expect(new URL(asked.url()).search).toBe(`?environment=production&data_import_id=${imported}`);
    await choose('Environment', 'Not said');
    await page.getByRole('table', { name: `${30 - items.length} assets` }).waitFor();
    await choose('Environment', 'Test');
    await page.getByText('No asset of this engagement has this environment and this import.').waitFor();
  });

  test('are counted though only some of them are loaded, and sorted by name either way', async () => {
    const { page } = dashboard;
    await storeImport(dashboard.service.as('initech'));
    const tenant = { clientAccountId: 'initech', engagementId: 'main' };
    const assets = Array.from({ length: 1_234 }, (_, at) =>
      storedInventoryAsset(
        tenant,
        buildAsset(`ast_initech_${String(at).padStart(7, '0')}`, {
          asset_class: 'server',
          name: `srv${String((at * 7) % 1_234).padStart(4, '0')}`,
          values: {},
        }),
      ),
    );
    await dashboard.service.db.collection('assets').insertMany(assets as never[]);
    await signIn(dashboard.service, page, '?page=assets&client=initech&engagement=main');
    await page.getByText('1,234 assets', { exact: true }).waitFor();
    const header = page.getByRole('columnheader', { name: 'Asset' });
    const first = page.getByRole('row').nth(1).getByRole('link');
    expect([await header.getAttribute('aria-sort'), await first.textContent()]).toEqual(['ascending', 'srv0000']);
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'srv1233' }).waitFor();
    expect([await header.getAttribute('aria-sort'), await first.textContent()]).toEqual(['descending', 'srv1233']);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-name');
    await page.getByRole('searchbox', { name: 'Search' }).fill('srv00');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('100 matching assets').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-assets-sorted');
  });

  test('show of each value the cell it came from, what stood there and the rule that read it', async () => {
    const { page } = dashboard;
    const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listAssets);
    await signIn(dashboard.service, page, acme);
    await page.getByRole('link', { name: items[0]?.name ?? '', exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('From servers.xlsx · Servers').waitFor();
    // What stood in a cell is said only where the value is not the same.
    expect(await panel.getByText(/"CZ\d+XK"/).count()).toBe(0);
    const cell = panel.getByRole('link', { name: /^G\d+$/ });
    expect(await cell.getAttribute('href')).toMatch(/flow=flow_.*&tab=records&item=\d+/);
    await panel.getByText('Its operating system', { exact: true }).waitFor();
    await panel.getByRole('heading', { name: 'Sources (1)' }).waitFor();
    await panel.getByText(/^Serial number cz\d+xk$/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-asset');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await Promise.all([glimpse(page, /Copied/), panel.getByRole('button', { name: 'Copy asset' }).click()]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(items[0]?.asset_id);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await panel.getByRole('button', { name: 'Copy asset' }).click();
    await panel
      .getByRole('status')
      .getByText(`copy ${items[0]?.asset_id ?? ''} by hand`)
      .waitFor();
    // The first Escape may be the tooltip's.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  test('lead from a value to the raw record it came from', async () => {
    const { page } = dashboard;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 720 });
    await signIn(dashboard.service, page, acme);
    await page.getByRole('link', { name: 'srv-12', exact: true }).click();
    await page.locator('#dashboard[aria-hidden]').waitFor();
    await shoot(page, 'dashboard-asset-dark');
    await page.getByRole('dialog').getByRole('link', { name: 'G14' }).click();
    await page.getByRole('dialog', { name: 'Row 14' }).getByText('CZ1084XK').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Go to row').inputValue()).toBe('14');
    // Readers hear the page again, though another page was behind the first panel.
    await page.locator('#dashboard:not([aria-hidden])').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-record-dark');
  });

  test('with thousands of records and parts show the first of them and the way to the others', async () => {
    const { page } = dashboard;
    const size = { records: 1_300, parts: 700, imports: 1 };
    const tenant = { clientAccountId: 'hooli', engagementId: 'main' };
    await storeImport(dashboard.service.as('hooli'));
    await dashboard.service.db.collection('assets').insertOne(storedLargeAsset(tenant, 'ast_huge', size) as never);
    await signIn(dashboard.service, page, '?page=assets&client=hooli&engagement=main&item=ast_huge');
    const panel = page.getByRole('dialog');
    await panel.getByRole('heading', { name: 'Parts (700)' }).waitFor();
    expect(await panel.getByText(/^Disk disk \d+$/).count()).toBe(100);
    await panel.getByRole('button', { name: '600 more parts' }).press('Enter');
    await page.getByRole('status').getByText('400 more parts shown').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Disk disk 101');
    await panel.getByRole('button', { name: '200 more parts' }).click();
    await panel.getByText('Disk disk 700').waitFor();
    expect(await panel.getByRole('button', { name: /more parts/ }).count()).toBe(0);
    await panel.getByRole('button', { name: '1,200 more records' }).click();
    await panel.getByRole('button', { name: '800 more records' }).click();
    await panel.getByRole('button', { name: '300 more records' }).press('Enter');
    await panel.getByText(/, 1299, 1300 · imported/).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes(', 1299, 1300 · imported'));
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('are those of the engagement whose import one comes from, as are the other pages about one', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page);
    await page.getByRole('row').filter({ hasText: 'acme' }).getByRole('link').click();
    const pages = page.getByRole('navigation', { name: 'Pages' });
    for (const name of ['Assets', 'Dependencies', 'Technical debt', 'Conflicts']) {
      await pages.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('client'), searchParams.get('engagement')]).toEqual(['acme', 'main']);
    }
    await pages.getByRole('link', { name: 'Flows' }).click();
    await page.getByRole('row').filter({ hasText: 'acme' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Client' }).textContent()).toBe('acme');
  });

  test('of an engagement without any are said to be missing, not drawn as an empty list', async () => {
    await signIn(dashboard.service, dashboard.page, '?page=assets&client=globex&engagement=main');
    await dashboard.page.getByText('No assets yet').waitFor();
    await dashboard.page.goto(`${dashboard.service.origin}/dashboard/?page=assets`);
    await dashboard.page.getByText('Choose a client and an engagement').waitFor();
    expect(await dashboard.page.getByRole('combobox', { name: 'Client' }).textContent()).toBe('Choose a client');
    expect(await dashboard.page.getByRole('combobox', { name: 'Engagement' }).textContent()).toBe(
      'Choose an engagement',
    );
  });
});

describe('the audit log', () => {
  test('lists what was done of one act, with one key and of late, by address too', async () => {
    const { page } = dashboard;
    const analyst = await dashboard.service.keyFor('analyst', 'acme', 'main');
    await fetchFile(analyst, endpoints.exportAssetsCsv);
    await signIn(dashboard.service, page, '?page=audit&action=file.export');
    await page.getByRole('table', { name: /^\d+ audit events?, newest first$/ }).waitFor();
    expect(await page.getByRole('combobox', { name: 'What' }).textContent()).toBe('Exported a file');
    await page.getByRole('searchbox', { name: 'Search' }).fill('analyst of acme');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: '1 audit event, newest first' }).waitFor();
    await page.getByRole('combobox', { name: 'When' }).click();
    await page.getByRole('option', { name: 'The last 7 days' }).click();
    await page.getByRole('table', { name: '1 audit event, newest first' }).waitFor();
    expect(new URL(page.url()).searchParams.get('since')).toBe('7d');
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-audit');
    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Deleted a flow' }).click();
    await page.getByRole('heading', { name: 'No event fits' }).waitFor();
    await page.goto(`${dashboard.service.origin}/dashboard/?page=audit&search=analyst+of+acme`);
    await page.getByRole('table', { name: '1 audit event, newest first' }).waitFor();
    await page.getByRole('link', { name: 'analyst of acme' }).click();
    expect(new URL(page.url()).searchParams.get('key')).toMatch(/^key_/);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Audit events as they are filtered, CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit-log.csv');
    await page.getByRole('combobox', { name: 'Who' }).getByText('analyst of acme').waitFor();
    await page.goto(`${dashboard.service.origin}/dashboard/?page=audit&client=nobody`);
    await page.getByRole('heading', { name: 'No event fits' }).waitFor();
  });
});
