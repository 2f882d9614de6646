import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { paneAddress } from '#shared/pages/pane-link.ts';
import { storeImport } from '../harness/store-import.ts';
import { installExcelHost, type HostBehaviour } from '../excel-host/install-excel-host.ts';
import { seriousViolations } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { ADMIN_KEY, waitForFlow } from '../harness/service-harness.ts';
import { signIn } from './sign-in.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect, connectHere, reviewMappings } from './pane-steps.ts';

/** Where the dashboard opens from the pane. */
const env = pagePerTest();

const opened = async (): Promise<string[]> =>
  (await env.page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost)).opened;

test('is the browser of the computer where Excel can open it', async () => {
  const { page, service } = env;
  const { flow_id: flowId, data_import_id: dataImportId } = await storeImport(service.as('links', 'main'));
  const settings = { 'cmdbImport.flow': JSON.stringify({ flowId, dataImportId }) };
  await installExcelHost(page, {
    url: 'C:\\servers.xlsx',
    settings,
    sheets: [{ name: 'Servers', values: [['Name']] }],
  });
  await connect(page, service, 'links');
  await reviewMappings(page);
  let windows = 0;
  page.on('popup', () => (windows += 1));
  const dashboard = `${service.origin}/dashboard/`;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).click();
  await eventually(async () => expect(await opened()).toEqual([dashboard]));
  await page.getByRole('link', { name: 'Open in the dashboard' }).click();
  await eventually(async () => expect((await opened())[1]).toContain(`${dashboard}?flow=${flowId}`));
  await page.getByRole('link', { name: '3 rows stored, in the dashboard' }).click();
  await eventually(async () => expect((await opened())[2]).toMatch(/^http.+tab=records$/));
  expect(windows).toBe(0);
});

test('is another tab of the browser that the pane is in', async () => {
  const { page, service } = env;
  await connect(page, service, 'tabs');
  await page.getByRole('button', { name: 'Menu' }).click();
  const another = page.waitForEvent('popup');
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).click();
  expect((await another).url()).toBe(`${service.origin}/dashboard/`);
});

async function openDashboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).click();
}

test('opens signed in, in one tab, and keeps nothing of the pane there', async () => {
  const { page, service } = env;
  await connect(page, service, 'one-tab');
  const opening = page.waitForEvent('popup');
  await openDashboard(page);
  const dashboard = await opening;
  const signOut = dashboard.getByRole('button', { name: 'Sign out' });
  await signOut.waitFor();
  expect(await dashboard.evaluate(() => Object.keys(sessionStorage))).toEqual(['cmdb-import-dashboard-key']);
  expect(await dashboard.evaluate(() => Object.keys(localStorage))).not.toContain('cmdb-import-dashboard-key');
  await dashboard.goto(`${service.origin}/dashboard/?page=keys`);
  await openDashboard(page);
  await dashboard.waitForURL(`${service.origin}/dashboard/`);
  await signOut.waitFor();
  expect(page.context().pages()).toHaveLength(2);
});

test('signed out in one tab of the dashboard is signed out in all, until the pane opens it again', async () => {
  const { page, service } = env;
  await connect(page, service, 'all-tabs');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.waitFor();
  const [first, second] = [await page.context().newPage(), await page.context().newPage()];
  const signOutOf = (tab: Page) => tab.getByRole('button', { name: 'Sign out' });
  for (const tab of [first, second]) {
    await tab.goto(`${service.origin}/dashboard/`);
    await signOutOf(tab).waitFor();
  }
  await signOutOf(first).click();
  for (const tab of [first, second]) {
    await tab.getByRole('button', { name: 'Sign in' }).waitFor();
    await tab.reload();
    await tab.getByRole('button', { name: 'Sign in' }).waitFor();
  }
  const opening = page.waitForEvent('popup');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).click();
  await signOutOf(await opening).waitFor();
});

test('signed out reaches tabs whose service was away and tabs that slept', async () => {
  env.expected = /status of 503/;
  const { page: first, service } = env;
  const [away, asleep] = [await first.context().newPage(), await first.context().newPage()];
  const dashboard = `${service.origin}/dashboard/`;
  await signIn(service, first);
  for (const tab of [away, asleep]) {
    await tab.goto(dashboard);
    await tab.getByRole('button', { name: 'Sign out' }).waitFor();
  }
  await asleep.goto('about:blank');
  await away.route('**/api/v1/session', (route) => route.fulfill({ status: 503 }));
  await away.reload();
  await away.getByRole('button', { name: 'Try again' }).waitFor();
  await away.unroute('**/api/v1/session');
  await first.getByRole('button', { name: 'Sign out' }).click();
  await away.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
  await asleep.goBack();
  for (const tab of [first, away, asleep]) {
    await tab.getByLabel('API key').waitFor();
    expect(await tab.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('cmdb_');
  }
});

test('signed out of one key leaves a tab that sleeps with another one signed in', async () => {
  const { page: first, service } = env;
  await signIn(service, first);
  const other = await createViewer('asleep');
  const asleep = await first.context().newPage();
  await asleep.goto(`${service.origin}/dashboard/`);
  await asleep.getByRole('button', { name: 'Sign out' }).waitFor();
  await asleep.evaluate(keepInTab, other);
  await asleep.reload();
  await asleep.getByText('asleep · Viewer').waitFor();
  await asleep.goto('about:blank');
  await first.getByRole('button', { name: 'Sign out' }).click();
  await first.getByLabel('API key').waitFor();
  await asleep.goBack();
  await asleep.getByText('asleep · Viewer').waitFor();
  await asleep.reload();
  await asleep.getByText('asleep · Viewer').waitFor();
  await asleep.getByRole('button', { name: 'Sign out' }).click();
  await asleep.getByLabel('API key').waitFor();
});

/** A key beside that of the pane, as a tab keeps it. */
async function createViewer(name: string): Promise<string> {
  const { api_key, key_id } = await fetchEndpoint(env.service.as(name), endpoints.createApiKey, {
    body: { name, role: 'viewer', grant: { client_account_id: null, engagement_id: null } },
  });
  return `${Date.now()} ${api_key} ${key_id}`;
}

const keepInTab = (kept: string): void => sessionStorage.setItem('cmdb-import-dashboard-key', kept);

test('a tab that was signed out of takes no other key, but by opening it from the pane', async () => {
  const { page, service } = env;
  await connect(page, service, 'other-key');
  await page.getByRole('button', { name: 'Menu' }).waitFor();
  const other = await createViewer('other-key');
  const opening = page.waitForEvent('popup');
  await openDashboard(page);
  const dashboard = await opening;
  const signOut = dashboard.getByRole('button', { name: 'Sign out' });
  await signOut.waitFor();
  await dashboard.evaluate(keepInTab, other);
  await dashboard.reload();
  await signOut.click();
  await dashboard.getByLabel('API key').waitFor();
  await dashboard.reload();
  await dashboard.getByLabel('API key').fill('half a k');
  const another = await page.context().newPage();
  await another.goto(`${service.origin}/dashboard/`);
  await another.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await dashboard.getByLabel('API key').inputValue()).toBe('half a k');
  await openDashboard(page);
  await signOut.waitFor();
});

test('the dashboard leads to the mappings that wait, in the pane and with its own key', async () => {
  const { page, service } = env;
  const connection = service.as('waiting');
  const { flow_id: flowId } = await storeImport(connection);
  await waitForFlow(connection, flowId, ['waiting_for_approval']);
  await signIn(service, page, `?flow=${flowId}&flow_client=waiting&flow_engagement=main`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Review mappings' }).click();
  const pane = await opening;
  await pane.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
  expect(new URL(pane.url()).search).toBe('');
  await pane.reload();
  await pane.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
});

describe('a link to an import of another client', () => {
  /** A tab in a browser that remembers the key for `link-home`. */
  async function openLink(path: string): Promise<Page> {
    const { page, service } = env;
    await page.goto(`${service.origin}/taskpane.html`);
    await page.getByRole('checkbox', { name: 'Remember the key on this computer' }).check();
    await connectHere(page, 'link-home');
    await page.getByText('link-home • main').waitFor();
    const opening = page.waitForEvent('popup');
    await page.evaluate((to) => void window.open(to, '_blank', 'noopener'), service.origin + path);
    return opening;
  }
  const leadsTo = (client: string, flowId: string): string =>
    `/taskpane.html?client=${client}&engagement=main&flow=${flowId}&data_import=any`;

  test('asks before the pane leaves its client, and stays when told so', async () => {
    const { flow_id: flowId } = await storeImport(env.service.as('link-away'));
    const pane = await openLink(leadsTo('link-away', flowId));
    await pane.getByText('This link leads to link-away • main. You are in link-home • main.').waitFor();
    expect(await seriousViolations(pane)).toEqual([]);
    expect(await pane.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await pane.getByRole('button', { name: 'Stay' }).click();
    await pane.getByText('link-home • main').waitFor();
    await pane.reload();
    await pane.getByText('link-home • main').waitFor();
  });

  test('opens it when told so, in this tab only', async () => {
    const { flow_id: flowId } = await storeImport(env.service.as('link-opened'));
    const pane = await openLink(leadsTo('link-opened', flowId));
    await pane.getByRole('button', { name: 'Open', exact: true }).click();
    await pane.getByText('link-opened • main').waitFor();
    await pane.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
    await env.page.reload();
    await env.page.getByText('link-home • main').waitFor();
    expect(await pane.evaluate(() => JSON.stringify(localStorage))).not.toContain('link-opened');
  });

  test('leads nowhere where there is no such import', async () => {
    const pane = await openLink(leadsTo('link-nobody', 'f1'));
    await pane.getByText('link-nobody • main has no such import, or your key may not see it.').waitFor();
    expect(await pane.getByRole('button', { name: 'Open', exact: true }).count()).toBe(0);
    await pane.getByRole('button', { name: 'Stay' }).click();
    await pane.getByText('link-home • main').waitFor();
  });
});

test('a link within the client and engagement of the pane is followed at once', async () => {
  const { page, service } = env;
  const { flow_id: flow, data_import_id } = await storeImport(service.as('link-same'));
  await connect(page, service, 'link-same');
  await page.getByText('link-same • main').waitFor();
  await page.goto(
    service.origin + paneAddress({ client: 'link-same', engagement: 'main', flow, data_import: data_import_id }),
  );
  await page.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

describe('a link whose key is refused', () => {
  /** The pane is in `client` with a key that is no longer valid, and follows a link to an import of `linked`. */
  async function openRefused(client: string, linked: string): Promise<Page> {
    env.expected = /status of 401/;
    const { page, service } = env;
    const { flow_id: flow, data_import_id } = await storeImport(service.as(linked));
    const admin = service.as(client);
    const { api_key, key_id } = await fetchEndpoint(admin, endpoints.createApiKey, {
      body: { name: 'soon gone', role: 'analyst', grant: { client_account_id: null, engagement_id: null } },
    });
    await connect(page, service, client, api_key);
    await page.getByText(`${client} • main`).waitFor();
    await fetchEndpoint(admin, endpoints.revokeApiKey, { params: { key_id } });
    await page.goto(
      service.origin + paneAddress({ client: linked, engagement: 'main', flow, data_import: data_import_id }),
    );
    return page;
  }

  test('leads to the form for another one, and with it to the import', async () => {
    const page = await openRefused('link-refused', 'link-refused');
    await page.getByText('The link leads to link-refused • main.').waitFor();
    await page.getByText('client and engagement stay as they are').waitFor();
    await page.getByRole('button', { name: 'Enter another key' }).click();
    await page.getByLabel('API key').fill(ADMIN_KEY);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
  });

  test('says first that another one leads out of the client of the pane', async () => {
    const page = await openRefused('link-stays', 'link-refused-away');
    const notice = page.getByRole('alert');
    await notice.getByText('The link leads to link-refused-away • main. You are in link-stays • main.').waitFor();
    await notice.getByText('what you import in this tab goes to link-refused-away • main').waitFor();
    expect(await notice.getByText('client and engagement stay as they are').count()).toBe(0);
    await page.getByRole('button', { name: 'Stay' }).click();
    await page.getByLabel('API key').waitFor();
    expect(await page.getByRole('combobox', { name: 'Client account' }).inputValue()).toBe('link-stays');
  });
});
