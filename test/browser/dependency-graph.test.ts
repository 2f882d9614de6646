import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { buildAsset, buildContext, buildInput } from '../builders/agent-inputs.ts';
import { dependencyAnalysis } from '#service/agents/dependency-analysis/dependency-analysis.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { AssetStore } from '#service/assets/asset-store.ts';
import { GraphEdges } from '#service/assets/graph-edges.ts';
import { GraphStore } from '#service/assets/graph-store.ts';
import type { Asset, AssetValue } from '#service/inventory/asset.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';
import type { EdgeDocument } from '#service/models/edge.model.ts';
import type { EngagementGraphDocument } from '#service/models/engagement-graph.model.ts';
import { systemClock } from '#service/platform/clock.ts';
import { inTransaction } from '#service/platform/database/mongo.ts';
import { storeImport } from '../harness/store-import.ts';
import { eventually } from './eventually.ts';
import { nextFrame, openPage, seriousViolations, shoot } from '../harness/browser.ts';
import { storedInventoryAsset } from '../harness/stored-inventory.ts';
import { ADMIN_KEY } from '../harness/service-harness.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const tenant = { clientAccountId: 'contoso', engagementId: 'main' };

function asset(id: string, assetClass: Asset['asset_class'], values: Record<string, string>): Asset {
  const valueOf = (value: string): AssetValue => ({
    value,
    raw: value,
    rule: 'text',
    data_import_id: 'imp_test',
    row_number: 1,
    column_index: 0,
    decided_by: null,
  });
  return buildAsset(`ast_${id}`, {
    client_account_id: 'contoso',
    asset_class: assetClass,
    name: id,
    keys: [`name:${id}`],
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [valueOf(value)]])),
  });
}

/** Forty machines on four hosts in two clusters, an application, a database, a circle, hosts nobody imported. */
function inventory(): Asset[] {
  const hosts = [1, 2, 3, 4].map((n) => asset(`esx-${n}`, 'server', { cluster: n < 3 ? 'Prod' : 'DMZ' }));
  const machines = Array.from({ length: 40 }, (_, n) =>
    asset(`vm-${String(n).padStart(2, '0')}`, 'virtual_machine', {
      host_server: n < 36 ? `esx-${1 + (n % 4)}` : `old-esx-${n}`,
      ...(n < 6 ? { application_name: 'Payroll' } : {}),
      ...(n === 7 ? { dependencies: 'vm-08; paydb' } : {}),
      ...(n === 8 ? { dependencies: 'vm-07' } : {}),
    }),
  );
  return [...hosts, ...machines, asset('paydb', 'database', { host_server: 'esx-2' })];
}

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    await storeImport(service.as('contoso'));
    const documents = inventory().map((one) => storedInventoryAsset(tenant, one));
    await service.mongo.model<AssetDocument>('Asset').insertMany(documents);
    const store = new GraphStore({
      engagementGraphs: new TenantCollection(service.mongo.model<EngagementGraphDocument>('EngagementGraph')),
      graphEdges: new GraphEdges(service.mongo.model<EdgeDocument>('Edge')),
      clock: systemClock,
    });
    const assets = new AssetStore(new TenantCollection(service.mongo.model<AssetDocument>('Asset')));
    const input = buildInput(['Host'], [], { inventory: assets.inventoryOf(tenant), graph: store.graphOf(tenant) });
    const { graph } = await runAgent(dependencyAnalysis, input, buildContext());
    if (graph)
      await inTransaction(service.mongo, (session) => store.publish({ tenant, flowId: 'flw_1' }, graph, session));
  },
});

async function openGraph(page: Page): Promise<void> {
  await page.goto(`${dashboard.service.origin}/dashboard/?page=graph`);
  await page.getByLabel('API key').fill(ADMIN_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('img', { name: /Picture of the dependencies/ }).waitFor();
}

/** The focus stands on the picture's middle line. */
async function pointAtNode(page: Page, saying: string): Promise<void> {
  const tip = page.getByText(saying);
  // The first sweep may come before the picture that is meant.
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const box = await page.getByRole('img', { name: /Picture of the dependencies/ }).boundingBox();
    if (box === null) throw new Error('The picture is not on the page.');
    for (let y = box.y; y < box.y + box.height; y += 10) {
      await page.mouse.move(box.x + box.width / 2, y);
      await nextFrame(page);
      if (await tip.isVisible()) return;
    }
  }
  throw new Error(`No node says "${saying}".`);
}

describe('the dependencies page', () => {
  test.each([false, true])('draws the graph and is readable without seeing it (dark: %s)', async (isDark) => {
    const page = await dashboard.openAnew({ isDark });
    await openGraph(page);
    const legend = page.getByRole('list', { name: 'Legend' });
    await legend.getByText('Virtual machine').waitFor();
    expect(await legend.getByText('Storage').count()).toBe(0);
    await shoot(page, `dashboard-graph${isDark ? '-dark' : ''}`);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Measures' }).click();
    await page.getByText('9 assets fall with it').first().waitFor();
    await shoot(page, `dashboard-graph-measures${isDark ? '-dark' : ''}`);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('says that dependencies are still loading, and shows no asset as if it had none meanwhile', async () => {
    const { page } = dashboard;
    await openGraph(page);
    const before = await page.getByRole('img', { name: /Picture of the dependencies/ }).getAttribute('aria-label');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/v1/graph?*focus=*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('combobox', { name: 'Asset' }).pressSequentially('vm-03');
    await page.getByRole('option', { name: 'vm-03' }).click();
    const loading = page.getByText('Loading the dependencies. The picture is still the one before.');
    await loading.waitFor();
    expect(await page.getByText('Around vm-03').count()).toBe(0);
    expect(await page.getByText(/leads? to nothing in this picture/).count()).toBe(0);
    expect(await page.getByRole('img', { name: /Picture of the dep/ }).getAttribute('aria-label')).toBe(before);
    expect(await seriousViolations(page)).toEqual([]);
    letGo();
    await page.getByText('Around vm-03', { exact: true }).waitFor();
    await loading.waitFor({ state: 'detached' });
  });

  test('says that no name begins so only once it was looked for', async () => {
    const { page } = dashboard;
    await openGraph(page);
    const search = page.getByRole('combobox', { name: 'Asset' });
    await search.pressSequentially('x');
    await page.getByText('No name begins like this').waitFor();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/graph/nodes?*search=xv*', async (route) => {
      await held;
      await route.continue();
    });
    await search.pressSequentially('v');
    await page.getByText('Looking for it').waitFor();
    expect(await page.getByText('No name begins like this').count()).toBe(0);
    letGo();
    await page.getByText('No name begins like this').waitFor();
  });

  test('finds an asset by its name, and goes on from asset to asset with the keyboard', async () => {
    const { page } = dashboard;
    await openGraph(page);
    expect(await page.getByRole('combobox', { name: 'Reach' }).count()).toBe(0);
    // Until the last answer is there, the list shows what an earlier letter found, and is made anew.
    const found = page.waitForResponse((response) => response.url().endsWith('search=PAYD'));
    await page.getByRole('combobox', { name: 'Asset' }).pressSequentially('PAYD');
    await found;
    await page.getByRole('option', { name: 'Payroll' }).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: 'paydb' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-activedescendant]').filter({ hasText: 'paydb' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Around paydb', { exact: true }).waitFor();
    await page.getByRole('status').getByText('Around paydb: 3 names, 2 dependencies').waitFor();
    expect(new URL(page.url()).searchParams.get('item')).toBe('ast_paydb');
    await shoot(page, 'dashboard-graph-focus');
    await page.getByRole('combobox', { name: 'Reach' }).waitFor();
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('button', { name: 'Look down' }).click();
    await pointAtNode(page, 'paydb · Database · 2 dependencies');
    await page.getByRole('tab', { name: 'Not in the inventory: 4' }).click();
    expect(await page.getByRole('combobox', { name: 'Asset' }).count()).toBe(0);
    await page.getByRole('row').filter({ hasText: 'old-esx-36' }).getByRole('link', { name: 'vm-36' }).focus();
    await shoot(page, 'dashboard-graph-unresolved');
    await page.keyboard.press('Enter');
    await page.getByText('Around vm-36', { exact: true }).waitFor();
  });

  test.each([false, true])('is looked around in, and left, with the keyboard (dark: %s)', async (isDark) => {
    const view = await openPage({ width: 1280, height: 800, isDark });
    const { page } = view;
    await openGraph(page);
    await page.goto(`${page.url()}&item=ast_paydb`);
    await page.getByText('Around paydb', { exact: true }).waitFor();
    const picture = page.getByRole('application', { name: 'Look around in the picture' });
    const canvas = page.getByRole('img', { name: /Picture of the dependencies/ });
    const seen = async (): Promise<string> => (await canvas.screenshot()).toString('base64');
    await picture.focus();
    await shoot(page, `dashboard-graph-keys${isDark ? '-dark' : ''}`);
    expect(await seriousViolations(page)).toEqual([]);
    const atFirst = await seen();
    for (const [key, back] of [
      ['ArrowLeft', 'ArrowRight'],
      ['ArrowUp', 'ArrowDown'],
      ['+', '-'],
    ] as const) {
      await page.keyboard.press(key);
      await eventually(async () => expect(await seen()).not.toBe(atFirst));
      await page.keyboard.press(back);
      await eventually(async () => expect(await seen()).toBe(atFirst));
    }
    await page.keyboard.press('Escape');
    await page.getByText('Around paydb', { exact: true }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('item')).toBeNull();
    expect(await picture.evaluate((one) => one === document.activeElement)).toBe(true);
    await view.close();
    expect(view.complaints).toEqual([]);
  });

  test('saves the graph as a file', async () => {
    const { page } = dashboard;
    await openGraph(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Dependencies, GraphML' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('dependencies.graphml');
    expect(await readFile(await download.path(), 'utf8')).toContain('<graphml');
  });
});
