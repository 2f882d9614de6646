import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { AgentError } from '#service/agents/agent.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { ADMIN_KEY, waitForFlow } from '../harness/service-harness.ts';
import { signIn } from './sign-in.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

/** Clients of this name have a field mapping agent that fails for good while this is set. */
let mappingIsBroken = false;

const dashboard = pagePerTest({
  ...DESKTOP,
  service: {
    agentFor: disturbedAgents('field_mapping', () => {
      if (!mappingIsBroken) return;
      throw new AgentError('unreadable_record', 'Row 2 has no <b>cells</b>.', {
        rowNumber: 2,
        isFinal: true,
        cause: new Error('cells is undefined'),
      });
    }),
  },
});
beforeEach(() => {
  mappingIsBroken = false;
});

function addressOf(connection: Connection, flowId: string, rest = ''): string {
  return `?flow_client=${connection.clientAccountId}&flow_engagement=${connection.engagementId}&flow=${flowId}${rest}`;
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const rowWith = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

describe('signing in', () => {
  test('refuses an unknown key with the reason and keeps no key', async () => {
    dashboard.expected = /status of 401/;
    const { page } = dashboard;
    await page.goto(`${dashboard.service.origin}/dashboard/`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter your API key.').waitFor();
    await page.getByLabel('API key').fill('cmdb_not-a-key');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('No valid API key').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('survives a reload and an outage, is shared with another tab that is opened meanwhile, and ends in both with signing out', async () => {
    dashboard.expected = /ERR_FAILED/;
    const { page } = dashboard;
    await signIn(dashboard.service, page);
    await page.route('**/api/v1/session', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('The service cannot be reached').waitFor();
    await page.unroute('**/api/v1/session');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${dashboard.service.origin}/dashboard/`);
    await other.getByRole('button', { name: 'Sign out' }).click();
    for (const tab of [other, page]) {
      await tab.getByLabel('API key').waitFor();
      expect(await tab.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('cmdb_');
    }
    await other.close();
  });

  test('ends as soon as the key is revoked', async () => {
    dashboard.expected = /status of 401/;
    const { page } = dashboard;
    const admin = { origin: dashboard.service.origin, apiKey: ADMIN_KEY };
    const grant = { client_account_id: null, engagement_id: null };
    const made = await fetchEndpoint(admin, endpoints.createApiKey, {
      body: { name: 'short-lived', role: 'viewer', grant },
    });
    await storeImport(dashboard.service.as('revoking'));
    await signIn(dashboard.service, page, '', made.api_key);
    await fetchEndpoint(admin, endpoints.revokeApiKey, { params: { key_id: made.key_id } });
    await page.getByRole('alert').getByText('No valid API key').waitFor();
  });
});

describe('the flows list', () => {
  test('shows flows of all engagements, newest first, and follows a new one without a reload', async () => {
    const { page } = dashboard;
    await storeImport(dashboard.service.as('list-one'), named('first.xlsx'));
    await signIn(dashboard.service, page);
    await rowWith(page, 'first.xlsx').waitFor();
    await storeImport(dashboard.service.as('list-two', 'second-wave'), named('second.xlsx'));
    await rowWith(page, 'second.xlsx').getByText('Mappings to approve').waitFor();
    const files = await page.getByRole('row').getByRole('link').allTextContents();
    expect(files.slice(0, 2)).toEqual(['second.xlsx', 'first.xlsx']);
    expect(await rowWith(page, 'second.xlsx').textContent()).toContain('list-twosecond-wave');
    await page.getByText(/Live · updated/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('keeps its filters in the address', async () => {
    const { page } = dashboard;
    await storeImport(dashboard.service.as('filter-a'), named('a.xlsx'));
    const { flow_id } = await storeImport(dashboard.service.as('filter-b'), named('b.xlsx'));
    await fetchEndpoint(dashboard.service.as('filter-b'), endpoints.deleteFlow, { params: { flow_id } });
    await signIn(dashboard.service, page);
    await page.getByRole('combobox', { name: 'Client' }).click();
    await page.getByRole('option', { name: 'filter-b' }).click();
    await page.getByRole('row').filter({ hasText: 'a.xlsx' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Failed' }).click();
    await page.getByRole('status').getByText('No flow matches the filters').waitFor();
    expect(new URL(page.url()).search).toBe('?client=filter-b&status=failed');
    await page.goBack();
    await page.getByRole('heading', { name: 'No flow matches the filters' }).waitFor();
    await page.goto(`${dashboard.service.origin}/dashboard/?client=filter-b&status=deleted`);
    await rowWith(page, 'b.xlsx').waitFor();
    await page.goto(`${dashboard.service.origin}/dashboard/?client=filter-a&status=inventory_to_apply`);
    await page.getByRole('heading', { name: 'No flow matches the filters' }).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Mappings to approve' }).click();
    await rowWith(page, 'a.xlsx').waitFor();
    expect(new URL(page.url()).search).toBe('?client=filter-a&status=mappings_to_approve');
  });

  test('finds flows by file or sheet, and keeps the search in the address', async () => {
    const { page } = dashboard;
    await storeImport(dashboard.service.as('search-a'), named('Racks (Ulm).xlsx'));
    await storeImport(dashboard.service.as('search-b'), named('hosts.xlsx'));
    await signIn(dashboard.service, page);
    await rowWith(page, 'hosts.xlsx').waitFor();
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('racks (u');
    await page.keyboard.press('Enter');
    await page.getByRole('row').filter({ hasText: 'hosts.xlsx' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?search=racks+%28u');
    await page.getByRole('link', { name: 'Racks (Ulm).xlsx' }).click();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Flows' }).click();
    await eventually(async () => expect(await search.inputValue()).toBe('racks (u'));
    await search.fill('no such file');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No flow matches the filters' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await rowWith(page, 'hosts.xlsx').waitFor();
    await eventually(async () => expect(await search.inputValue()).toBe(''));
  });

  test('loads further pages of several engagements in one order', async () => {
    const { page } = dashboard;
    const numbers = Array.from({ length: 130 }, (_, index) => index);
    await seedEndedFlows('many', numbers);
    await signIn(dashboard.service, page, '?client=many');
    await page.getByRole('link', { name: 'flow-129.xlsx' }).waitFor();
    const seen = new Set<string>();
    const table = page.getByRole('table');
    while (seen.size < numbers.length) {
      const before = seen.size;
      for (const name of await table.getByRole('link').allTextContents()) seen.add(name);
      await table.getByRole('link').last().focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(seen.size === before ? 100 : 20);
    }
    expect([...seen]).toEqual(numbers.map((number) => `flow-${number}.xlsx`).reverse());
    await page.getByRole('link', { name: 'flow-0.xlsx' }).click();
    await page.getByRole('tab', { name: 'Tasks' }).waitFor();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Flows' }).click();
    await page.getByRole('link', { name: 'flow-0.xlsx' }).waitFor();
  });

  test('says that it is not live when the service does not answer, keeps what it has and recovers', async () => {
    dashboard.expected = /ERR_FAILED|Failed to load resource/;
    const { page } = dashboard;
    await storeImport(dashboard.service.as('stale'), named('stale.xlsx'));
    await signIn(dashboard.service, page, '?client=stale');
    await rowWith(page, 'stale.xlsx').waitFor();
    await page.route('**/api/v1/flows**', (route) => route.abort());
    await page.getByText(/Not live · as of/).waitFor();
    await page.getByRole('alert').getByText('The service cannot be reached').waitFor();
    await rowWith(page, 'stale.xlsx').waitFor();
    // The list is read again by itself too, and the button is gone with the first answer: it is pressed before there is one.
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('The service cannot be reached').waitFor();
    await page.unroute('**/api/v1/flows**');
    await page.getByText(/Live · updated/).waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});

describe('a flow', () => {
  test('that failed says which agent failed on which record and why, and is retried with its impact named', async () => {
    const { page } = dashboard;
    mappingIsBroken = true;
    const connection = dashboard.service.as('broken');
    const { flow_id } = await storeImport(connection, named('broken.xlsx'));
    await waitForFlow(connection, flow_id, ['failed']);
    await signIn(dashboard.service, page, '?client=broken');
    await page.getByRole('link', { name: 'broken.xlsx' }).click();
    await page
      .getByText('Field mapping failed at row 3 in attempt 1: Row 2 has no <b>cells</b>. It blocks the next import')
      .waitFor();
    await page.getByRole('link', { name: 'Field mapping' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('cells is undefined').first().waitFor();
    expect(await panel.getByLabel('Error', { exact: true }).textContent()).toContain('"row_number": 2');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Field mapping');
    mappingIsBroken = false;
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('Field mapping runs again as attempt 2, over 3 rows; parts of them').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('An analyst has to approve the field mappings in the pane').waitFor();
    await rowWith(page, 'Field mapping').filter({ hasText: 'Completed' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('flow-status');
  });

  test('shows findings with their cells, mappings with their reasons and jobs', async () => {
    const { page } = dashboard;
    const connection = dashboard.service.as('tabs');
    const { flow_id } = await storeImport(connection, { sheet: hostileSheet() });
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    await signIn(dashboard.service, page, addressOf(connection, flow_id));
    await tab(page, 'Findings');
    await rowWith(page, 'Identifier repeated').getByRole('link').click();
    await page.getByRole('dialog').getByRole('cell', { name: 'srv-1' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('rowheader', { name: /^In the sheet \d+$/ }).waitFor();
    const shown = await page.getByRole('row').count();
    await page.getByRole('button', { name: /^\d+ notes?$/, expanded: false }).press('Enter');
    await page.getByRole('button', { name: /^\d+ notes?$/, expanded: true }).waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(shown);
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'dashboard-findings');
    await tab(page, 'Mappings');
    await rowWith(page, 'hostname').getByRole('link').click();
    await page.getByRole('dialog').getByText('the header is the name of the field').waitFor();
    await page.keyboard.press('Escape');
    await tab(page, 'Jobs');
    await rowWith(page, 'Data validation').getByText('Completed').waitFor();
    await shoot(page, 'dashboard-jobs');
    expect(await overflowing(page)).toEqual([]);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('shows raw cells as text whatever they contain, with dates and errors marked', async () => {
    const { page } = dashboard;
    const connection = dashboard.service.as('hostile');
    const { flow_id } = await storeImport(connection, { sheet: hostileSheet() });
    await signIn(dashboard.service, page, addressOf(connection, flow_id, '&tab=records'));
    const first = page.getByRole('row').filter({ has: page.getByRole('link', { name: '2', exact: true }) });
    await first.getByText('<img src=x onerror=alert(1)>').waitFor();
    await first.getByLabel('Date').waitFor();
    await first.getByText('2024-03-15', { exact: true }).waitFor();
    await first.getByLabel('Excel error').waitFor();
    await first.getByText('own value', { exact: true }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await page.getByLabel('Go to row').fill('400');
    await page.getByRole('link', { name: '400' }).click();
    await page.getByRole('dialog', { name: 'Row 400' }).getByText('srv-398').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Go to row').fill('402');
    await page.getByText('The import has rows 2 to 401.').waitFor();
  });

  test('that this key cannot see is not found, whoever has the link', async () => {
    dashboard.expected = /status of (403|404)/;
    const { page } = dashboard;
    const { flow_id } = await storeImport(dashboard.service.as('secret'));
    const stranger = await dashboard.service.keyFor('analyst', 'stranger', 'main');
    await signIn(dashboard.service, page, addressOf(stranger, flow_id), stranger.apiKey);
    await page.getByRole('alert').getByText('Not found').waitFor();
    await page.goto(`${dashboard.service.origin}/dashboard/${addressOf(dashboard.service.as('secret'), flow_id)}`);
    await page.getByRole('alert').getByText('This key may not do that').waitFor();
  });
});

describe('roles', () => {
  test('a viewer reads, and neither acts nor sees jobs and keys', async () => {
    const { page } = dashboard;
    const connection = dashboard.service.as('roles');
    const { flow_id } = await storeImport(connection);
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    const viewer = await dashboard.service.keyFor('viewer', 'roles', 'main');
    await signIn(dashboard.service, page, addressOf(viewer, flow_id), viewer.apiKey);
    await page.getByText('An analyst has to approve').waitFor();
    expect(await page.getByRole('button', { name: /Delete|Retry|Pause|Withdraw/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'API keys' }).count()).toBe(0);
    await tab(page, 'Jobs');
    await page.getByText('Only admins see jobs').waitFor();
    await page.goto(`${dashboard.service.origin}/dashboard/?page=keys`);
    await page.getByText('Only admins manage API keys').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe('at 768 pixels, in the dark', () => {
  test('nothing is wider than the window and everything can be reached by keyboard', async () => {
    const { page } = dashboard;
    const connection = dashboard.service.as('narrow');
    const { flow_id } = await storeImport(connection, named('a-very-long-file-name-'.repeat(5) + '.xlsx'));
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await signIn(dashboard.service, page, '?client=narrow');
    await page.getByRole('link', { name: 'a-very-long' }).focus();
    expect(await overflowing(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('An analyst has to approve').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    for (const name of ['Tasks', 'Findings', 'Mappings', 'Jobs']) {
      await tab(page, name);
      await page.getByRole('tabpanel').getByRole('status').waitFor({ state: 'detached' });
      expect([name, await overflowing(page)]).toEqual([name, []]);
      expect(await seriousViolations(page)).toEqual([]);
    }
  });
});

const named = (filename: string) => ({
  metadata: { filename, size: 1, type: 'text/csv', sheet_name: 'Servers', range: 'A1:F4', header_row: 1 },
});

/** 400 rows with headers and cells that would do harm if they were anything but text. */
function hostileSheet(): { columns: string[]; rows: Cell[][] } {
  const { columns, rows } = buildSheet({ rows: 400 });
  const date: Cell = { type: 'date', iso: '2024-03-15T00:00:00', serial: 45366, format: 'dd/mm/yyyy' };
  const extra: Cell[] = ['<img src=x onerror=alert(1)>', date, { type: 'error', code: '#N/A' }, 'own value '];
  rows[5] = rows[1] ?? [];
  return {
    columns: ['Hostname', '<script>alert(1)</script>', 'Bought', 'Broken', '__proto__', ...columns.slice(1)],
    rows: rows.map((row) => [row[0] ?? null, ...extra, ...row.slice(1)]),
  };
}

/** Ended flows as the service stores them, so that a list has more than one page without as many imports. */
async function seedEndedFlows(clientAccountId: string, numbers: readonly number[]): Promise<void> {
  const flows = dashboard.service.db.collection('crewai_flow_state_extensions');
  for (const engagement of ['left', 'right']) {
    const { flow_id } = await storeImport(dashboard.service.as(clientAccountId, engagement));
    await waitForFlow(dashboard.service.as(clientAccountId, engagement), flow_id, ['waiting_for_approval']);
    const model = await flows.findOneAndDelete({ _id: flow_id as never });
    const mine = numbers.filter((number) => (number % 3 === 0) === (engagement === 'left'));
    await flows.insertMany(
      mine.map((number) => ({
        ...model,
        _id: `flow_0seed${String(number).padStart(6, '0')}${engagement}` as never,
        data_import_id: `imp_seed_${engagement}_${number}`,
        status: 'completed',
        is_open: false,
        filename: `flow-${number}.xlsx`,
        created_at: new Date(Date.UTC(2026, 0, 1, 0, number)),
      })),
    );
  }
}

/** Elements that make the page scroll sideways: wider than the box that shows them. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
  );
}
