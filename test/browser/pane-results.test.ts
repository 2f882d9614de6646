import { expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, csvFile, importFile, reviewMappings, tile } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 500|net::ERR_/ });

/** One of its findings is that an address is none. */
const file = csvFile(
  'hosts.csv',
  'Hostname,Serial Number,IP Address\nsrv-1,CZ1001XK,10.0.0.1\nsrv-2,CZ1002XK,10.0.0.999\n',
);

const openMappings = (client: string): Promise<Page> => importFile(pane, client, file);

const refuse = (route: Route): Promise<void> =>
  route.fulfill({
    status: 500,
    contentType: 'application/problem+json',
    json: {
      type: 'about:blank',
      title: 'No',
      status: 500,
      detail: 'Not now.',
      code: 'internal_error',
      request_id: 'r',
    },
  });

/** Polls of the flow are answered as long as they are not held. */
async function holdPolls(page: Page): Promise<{ hold(): void; letGo(): void }> {
  let letGo = (): void => undefined;
  let held = Promise.resolve();
  await page.route(/\/flows\/flow_\w+(?:\?.*)?$/, async (route) => {
    try {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    } catch {
      // The pane has been closed meanwhile.
    }
  });
  return { hold: () => void (held = new Promise((resolve) => (letGo = resolve))), letGo: () => letGo() };
}

test('what was asked for is not offered again before the flow shows it', async () => {
  const polls = await holdPolls(pane.page);
  const page = await openMappings('asked-once');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  const approve = page.getByRole('button', { name: CONTINUE });
  await approve.waitFor();
  polls.hold();
  const approved = page.waitForResponse(/approve/);
  await approve.click();
  await approved;
  // What is not to happen would have happened by the time the service has answered this.
  await page.evaluate(() => fetch('/taskpane.html').then(({ status }) => status));
  expect(await approve.getAttribute('aria-disabled')).toBe('true');
  polls.letGo();

  await page.getByRole('button', { name: 'Withdraw import' }).click({ timeout: 60_000 });
  const withdraw = page.getByRole('button', { name: 'Withdraw the import' });
  await page.getByRole('dialog').getByRole('list').waitFor();
  polls.hold();
  const withdrawn = page.waitForResponse(/withdraw/);
  await withdraw.click();
  await withdrawn;
  await page.evaluate(() => fetch('/taskpane.html').then(({ status }) => status));
  expect(await withdraw.getAttribute('aria-disabled')).toBe('true');
  polls.letGo();
  await page.getByText('This import was withdrawn').waitFor();
  expect(await page.getByText(/raw records/).innerText()).toContain('as long as the service keeps those of withdrawn');
});

test('a withdrawal whose answer is lost may have been done, as the pane says, and is followed where it was', async () => {
  const page = await openMappings('withdrawn-unheard');
  await reviewMappings(page);
  let isStored = false;
  await page.route('**/withdraw', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    if (isStored) await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Withdraw import' }).click();
  await page.getByRole('dialog').getByRole('list').waitFor();
  await page.getByRole('button', { name: 'Withdraw the import' }).click();
  await page.getByText('It may have been withdrawn.').waitFor();
  expect(await page.getByText('Nothing was withdrawn').count()).toBe(0);
  isStored = true;
  await page.getByRole('button', { name: 'Withdraw the import' }).click();
  await page.getByText('This import was withdrawn').waitFor();
});

test('findings that cannot be read are told beside the results, and read when asked for again', async () => {
  const page = await openMappings('no-findings');
  await page.route('**/findings*', refuse);
  await reviewMappings(page);
  const notice = page.getByRole('alert').filter({ hasText: 'Not now.' });
  await notice.waitFor();
  expect(await page.getByRole('button', { name: /^\d+ findings?$/ }).count()).toBe(0);
  await page.unroute('**/findings*');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: /^\d+ findings?$/ }).waitFor();
  await notice.waitFor({ state: 'detached' });
});

test('more findings that cannot be read leave those that were in sight', async () => {
  const { page } = pane;
  let isAway = true;
  await page.route('**/findings*', async (route) => {
    const isNextPage = new URL(route.request().url()).searchParams.has('cursor');
    if (isNextPage) return isAway ? refuse(route) : route.fulfill({ json: { items: [], next_cursor: null } });
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), next_cursor: 'next' } });
  });
  await openMappings('half-of-findings');
  await reviewMappings(page);
  const findings = page.getByRole('region', { name: 'Findings' });
  const first = findings
    .getByRole('button')
    .filter({ hasText: /Warning|Error|Note/ })
    .first();
  await first.waitFor();
  await findings.getByRole('button', { name: 'Show more findings' }).click();
  await findings.getByText('Not now.').waitFor();
  expect(await first.count()).toBe(1);
  isAway = false;
  await findings.getByRole('button', { name: 'Try again' }).click();
  await findings.getByText('Not now.').waitFor({ state: 'detached' });
  expect(await first.count()).toBe(1);
});

test('what is decided on the dashboard shows in the pane, whose one button then leads on', async () => {
  const { page, service } = pane;
  const held = csvFile('held.csv', 'Hostname,Serial Number,Location\nweb01,CZ7712XK,Bonn\ndb01,CZ7712XK,Ulm\n');
  await importFile(pane, 'decided', held);
  await reviewMappings(page);
  await page
    .getByText('1 pair of rows may be the same machine. They are not in the inventory until you decide.')
    .waitFor();
  const another = page.getByRole('button', { name: 'Import another sheet' });
  expect(await tile(page, 'conflict')).toBe('1');
  const decide = page.getByRole('link', { name: 'Decide 1 conflict' });
  expect(await decide.evaluate((link) => [link.getAttribute('target'), link.getAttribute('rel')])).toEqual([
    'cmdb-dashboard',
    null,
  ]);
  expect(await page.getByText('unchanged').count()).toBe(0);
  await page.getByText('2 rows stored').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'pane-results-conflict');
  const kept = await page.evaluate(() => sessionStorage.getItem('cmdb-import.connection'));
  const { apiKey } = await service.keyFor('viewer', 'decided', 'main');
  const viewer = JSON.stringify({ apiKey, clientAccountId: 'decided', engagementId: 'main' });
  await page.evaluate((of) => sessionStorage.setItem('cmdb-import.connection', of), viewer);
  await page.reload();
  await page.getByRole('link', { name: 'See 1 conflict' }).waitFor();
  await page.evaluate((of) => sessionStorage.setItem('cmdb-import.connection', of ?? ''), kept);
  await page.reload();
  await decide.waitFor();
  const connection = service.as('decided');
  const { items } = await fetchEndpoint(connection, endpoints.listHeldCases, { query: { state: 'open' } });
  const [conflict] = items;
  await fetchEndpoint(connection, endpoints.decideConflicts, {
    params: { flow_id: conflict?.origin.flow_id ?? '' },
    body: { decisions: [{ conflict_id: conflict?.conflict_id ?? '', action: 'leave_out' }] },
  });
  await page.getByText('Everything is stored.').waitFor();
  await eventually(async () => expect(await tile(page, 'conflict decided')).toBe('1'));
  expect(await page.getByText('may be the same machine').count()).toBe(0);
  expect(await decide.count()).toBe(0);
  expect(await another.count()).toBe(1);
});

test('while an import is withdrawn, nothing is said of one that goes on or in which nothing was found', async () => {
  const page = await openMappings('withdrawing');
  await reviewMappings(page);
  await page.route(/\/flows\/flow_\w+(?:\?.*)?$/, async (route) => {
    const response = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } });
    const flow = (await response.json()) as Flow;
    if (flow.status !== 'cancelled') return route.fulfill({ response });
    const phases = flow.phases.map((one) =>
      one.phase === 'dependency_analysis' ? { ...one, status: 'running' as const } : one,
    );
    return route.fulfill({
      response,
      json: { ...flow, phases, status: 'running', current_phase: 'dependency_analysis' } satisfies Flow,
    });
  });
  await page.getByRole('button', { name: 'Withdraw import' }).click();
  await page.getByRole('button', { name: 'Withdraw the import', disabled: false }).click();
  await page.getByText('You can close this pane; the withdrawal goes on.').waitFor();
  await page.getByText('What was found was taken back with the import.').waitFor();
  await shoot(page, 'pane-withdrawing');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
