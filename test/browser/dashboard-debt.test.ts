import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '../harness/store-import.ts';
import { AssessedEngagement } from '../harness/assessed-engagement.ts';
import { shoot, seriousViolations } from '../harness/browser.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

/** A client's import that waits to be approved. */
async function storeWaiting(client: string): Promise<string> {
  const { flow_id, data_import_id } = await storeImport(dashboard.service.as(client));
  await waitForFlow(dashboard.service.as(client), flow_id, ['waiting_for_approval']);
  return data_import_id;
}

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    const [dataImportId] = await Promise.all(['acme', 'globex'].map(storeWaiting));
    const engagement = new AssessedEngagement(service, { clientAccountId: 'acme', engagementId: 'main' }, dataImportId);
    const systems = [
      'Windows Server 2008 R2 SP1',
      'Windows Server 2022',
      'Red Hat Enterprise Linux 7.9',
      'HP-UX B.11.23',
    ];
    await engagement.storeAssets([
      ...Array.from({ length: 60 }, (_, at) => ({
        assetClass: 'server' as const,
        cells: { asset_name: `erp-app-${at + 1}`, operating_system: systems[at % 4] ?? '' },
      })),
      {
        assetClass: 'virtual_machine',
        cells: {
          asset_name: 'loose-1',
          operating_system: 'SUSE Linux Enterprise 15 (64-bit)',
          business_owner: 'Ana Keller',
        },
      },
      {
        assetClass: 'application',
        cells: {
          asset_name: '<b>Shop</b>',
          technology_stack: 'PHP 5.6, MySQL 5.7, Tomcat 7',
          business_owner: 'Ravi Shah',
        },
      },
    ]);
    await engagement.publish(await engagement.assess('2026-11-25'));
  },
});

const acme = '?page=debt&client=acme&engagement=main';

describe('technical debt on the dashboard', () => {
  test('counts by kind and treatment, and says how old the lifecycle data is', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, acme);
    await page.getByText('Lifecycle data of 2026-08-22, 95 days old then.').waitFor();
    await page.getByRole('button', { name: 'End of life 46' }).waitFor();
    await page.getByRole('button', { name: 'Rehost 15' }).waitFor();
    await page.getByText('ended 2020-01-14').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-debt');
  });

  test('lists what support ends when, by address and in the export', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, `${acme}&ends=2020-01-14`);
    const query = { support_ends_by: '2020-01-14', limit: 1_000 };
    const { items } = await fetchEndpoint(dashboard.service.as('acme'), endpoints.listAssessments, { query });
    await page.getByRole('table', { name: `${items.length} assets` }).waitFor();
    expect(items.length).toBeLessThan(62);
    expect(await page.getByLabel('Day').inputValue()).toBe('2020-01-14');
    await page.getByLabel('Day').fill('2000-01-01');
    await page.getByRole('status').getByText('No asset fits').waitFor();
    await page.getByRole('combobox', { name: 'Support ends' }).click();
    await page.getByRole('option', { name: 'Already ended' }).click();
    await page.getByText('ended 2020-01-14').first().waitFor();
    expect(new URL(page.url()).searchParams.get('ends')).toBe('ended');
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-debt-ended');
    await page.getByRole('button', { name: 'Export' }).click();
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().includes('/exports/technical-debt.csv')),
      page.getByRole('menuitem', { name: 'Assets as they are filtered, CSV' }).click(),
    ]);
    expect(new URL(asked.url()).search).toMatch(/^\?support_ends_by=20\d\d-\d\d-\d\d$/);
  });

  test('lists only what a count counts, by address too', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, acme);
    await page.getByRole('button', { name: 'Rehost 15' }).click();
    await page.getByRole('table', { name: '15 assets' }).waitFor();
    expect(new URL(page.url()).searchParams.get('treatment')).toBe('rehost');
    await page.getByRole('button', { name: 'Rehost 15' }).click();
    await page.getByRole('button', { name: 'Refactor 1' }).click();
    await page.getByRole('table', { name: '1 asset' }).waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Assets as they are filtered, CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('technical-debt.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('<b>Shop</b>');
  });

  test('shows of one asset the cells, dates and sources, and what would change the treatment', async () => {
    const { page } = dashboard;
    await signIn(dashboard.service, page, `${acme}&treatment=refactor`);
    await page.getByRole('link', { name: '<b>Shop</b>' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('endoflife.date/php, as of 2026-08-22').first().waitFor();
    await panel.getByText('It is a bought product: then repurchase.').waitFor();
    await panel.getByText('Technology stack · Servers!B63 in servers.xlsx:').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-debt-asset');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  test('marks weak sources, and says of what is undecided what is missing', async () => {
    const { page } = dashboard;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 768, height: 900 });
    await signIn(dashboard.service, page, `${acme}&treatment=replatform`);
    await page.getByText('ended 2013-12-31 (weak source)').first().waitFor();
    await shoot(page, 'dashboard-debt-768-dark');
    await page.goto(`${dashboard.service.origin}/dashboard/${acme}&item=ast_00061`);
    await page.getByRole('dialog').getByText('OS version (service pack)').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('says that nothing has been assessed yet', async () => {
    await signIn(dashboard.service, dashboard.page, '?page=debt&client=globex&engagement=main');
    await dashboard.page.getByText('Nothing has been assessed yet').waitFor();
    await dashboard.page.goto(`${dashboard.service.origin}/dashboard/?page=debt`);
    await dashboard.page.getByText('Choose a client and an engagement').waitFor();
  });
});
