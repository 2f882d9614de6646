import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { importWhole } from '../harness/import-whole.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    for (const engagement of ['wave-1', 'wave-2']) {
      const columns = ['Hostname', 'Serial Number', 'Host Server'];
      const host = [`host-${engagement}`, `CZX${engagement.at(-1)}001AK`, null];
      // Two records that may be one asset, and one that runs on the host.
      const rows = [
        ['a', 'CZ9001XK', null],
        ['b', 'CZ9001XK', null],
        ['vm', 'VM420001QQ', `host-${engagement}`],
      ];
      await importWhole(service.as('switched', engagement), { sheet: { columns, rows: [host, ...rows] } });
    }
  },
});

async function chooseEngagement(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Engagement' }).click();
  await page.getByRole('option', { name }).click();
}

test('another engagement is shown whole, not through what was chosen in the one before', async () => {
  const { page } = dashboard;
  const owner = dashboard.service.as('switched', 'wave-1');
  const { items } = await fetchEndpoint(owner, endpoints.listAssets, { query: { search: 'host-wave-1' } });
  const [flow] = (await fetchEndpoint(owner, endpoints.listFlows)).items;
  const address = '&client=switched&engagement=wave-1';
  await signIn(dashboard.service, page, `?page=graph${address}&item=${items[0]?.asset_id}`);
  await page.getByText('Around host-wave-1', { exact: true }).waitFor();
  await chooseEngagement(page, 'wave-2');
  await page.getByText(/^2 assets, 1 dependency/).waitFor();
  await page.getByRole('img', { name: /Picture/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('item')).toBeNull();

  await page.goto(`${dashboard.service.origin}/dashboard/?page=conflicts${address}&import=${flow?.data_import_id}`);
  await page.getByRole('link', { name: 'a, b' }).waitFor();
  await chooseEngagement(page, 'wave-2');
  await page.getByRole('link', { name: 'a, b' }).waitFor();
  // Going back is going back to all of it.
  await page.goBack();
  await page.getByRole('link', { name: 'a, b' }).waitFor();
  expect(new URL(page.url()).searchParams.get('import')).toBe(flow?.data_import_id);
});
