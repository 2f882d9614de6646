import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { AgentError, type AgentContext } from '#service/agents/agent.ts';
import { aborted } from '../harness/aborted.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { until } from '../harness/until.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile, reviewMappings } from './pane-steps.ts';

/** What data validation does before it begins; set by each test. */
let before: (context: AgentContext) => Promise<void> = () => Promise.resolve();
const pane = pagePerTest({
  expected: /status of 429|net::ERR_/,
  service: {
    agentFor: disturbedAgents('data_validation', async (_input, context) => {
      context.reportProgress(1);
      await before(context);
    }),
  },
});

const csv = csvFile('list.csv', 'Server Name,IP Address\na-1,10.0.0.1\na-2,10.0.0.2\na-3,10.0.0.3\n');

describe('the progress step', () => {
  test('shows rows, rate and time left while an agent runs, says the pane may be closed, and goes on by itself', async () => {
    let finish = (): void => undefined;
    before = () => new Promise((resolve) => (finish = resolve));
    const { page } = pane;
    await connect(page, pane.service, 'running');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText(/1 of 3 rows · .*rows\/s · .* left/).waitFor();
    await page.getByText('You can close this pane; the import goes on.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-progress');
    finish();
    await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  });

  test('survives a lost connection: says that what it shows may be old, and catches up', async () => {
    let goOn = (): void => undefined;
    let finish = (): void => undefined;
    before = async (context) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      context.reportProgress(2);
      await new Promise<void>((resolve) => (finish = resolve));
    };
    const { page } = pane;
    await connect(page, pane.service, 'offline');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText(/1 of 3 rows/).waitFor();
    await page.route('**/api/v1/flows/**', (route) => route.abort());
    // Answers the poll that was under way; every later one is lost.
    goOn();
    await page.getByText('The connection is lost').waitFor();
    await shoot(page, 'pane-offline');
    finish();
    await page.unroute('**/api/v1/flows/**');
    await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
    await reviewMappings(page);
  });

  test('knocks again when the service has said to, and not before', async () => {
    let finish = (): void => undefined;
    let hasBegun = false;
    before = () => {
      hasBegun = true;
      return new Promise((resolve) => (finish = resolve));
    };
    const { page } = pane;
    await page.clock.install();
    await connect(page, pane.service, 'throttled');
    const body = { type: 'about:blank', title: 'Too many', status: 429, detail: 'Wait.', request_id: 'req-1' };
    let knocks = 0;
    await page.route('**/api/v1/flows/flow_*', (route) => {
      knocks += 1;
      return route.fulfill({
        status: 429,
        headers: { 'Retry-After': '60' },
        contentType: 'application/problem+json',
        json: { ...body, code: 'too_many_requests' },
      });
    });
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await until('it has knocked', () => Promise.resolve(knocks > 0));
    await page.getByText('The service is busy').waitFor();
    expect(await page.getByText('The connection is lost').count()).toBe(0);
    await page.clock.fastForward(30_000);
    // What is not to happen would have happened by the time the service has answered this.
    await page.evaluate(() => fetch('/taskpane.html').then(({ status }) => status));
    expect(knocks).toBe(1);
    await page.clock.fastForward(31_000);
    await until('it knocks again', () => Promise.resolve(knocks > 1));
    // It would go on with what the next test does before it begins.
    await until('its agent has begun', () => Promise.resolve(hasBegun));
    finish();
  });

  test('says that the connection is lost where nothing of the import was read yet', async () => {
    let finish = (): void => undefined;
    before = () => new Promise((resolve) => (finish = resolve));
    const { page } = pane;
    await connect(page, pane.service, 'opened-offline');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText(/1 of 3 rows/).waitFor();
    await page.route('**/api/v1/flows/**', (route) => route.abort());
    await page.reload();
    await page.getByText('The connection is lost').waitFor();
    await page.getByText('Nothing is known of the import yet.').waitFor();
    await page.unroute('**/api/v1/flows/**');
    await page.getByText(/1 of 3 rows/).waitFor();
    finish();
  });

  test('keeps what it knows of an import in sight when the poll after its withdrawal is lost', async () => {
    before = () => Promise.resolve();
    const { page } = pane;
    await connect(page, pane.service, 'withdrawn-offline');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    let lost = 0;
    await page.route('**/api/v1/flows/flow_*', (route) => {
      if (!/flow_\w+(?:\?.*)?$/.test(route.request().url())) return route.continue();
      lost += 1;
      return route.abort();
    });
    await page.getByRole('button', { name: 'Withdraw import' }).click();
    await page.getByRole('button', { name: 'Withdraw the import', disabled: false }).click();
    await until('a poll is lost', () => Promise.resolve(lost > 1));
    expect(await page.getByText('Import completed', { exact: true }).count()).toBe(1);
    await page.unroute('**/api/v1/flows/flow_*');
    await page.getByText('This import was withdrawn').waitFor();
  });

  test('says so when somebody deletes the import meanwhile, and leads back to the sheet', async () => {
    // The flow may be deleted before its agent comes to this.
    before = async ({ signal }) => {
      await aborted(signal);
      signal.throwIfAborted();
    };
    const { page } = pane;
    await connect(page, pane.service, 'deleted');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('You can close this pane; the import goes on.').waitFor();
    const [flow] = (await fetchEndpoint(pane.service.as('deleted'), endpoints.listFlows)).items;
    await fetchEndpoint(pane.service.as('deleted'), endpoints.deleteFlow, { params: { flow_id: flow?.flow_id ?? '' } });
    await page.getByText('This import was deleted').waitFor();
    await page.getByRole('button', { name: 'Back to the sheet' }).click();
    await page.getByRole('button', { name: 'Import' }).waitFor();
  });

  test('names agent, row and reason of a failure, and runs on when told so', async () => {
    before = () =>
      Promise.reject(new AgentError('unreadable_record', 'Row 2 cannot be read.', { rowNumber: 2, isFinal: true }));
    const page = await pane.openAnew({ isDark: true });
    await connect(page, pane.service, 'failing');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('Data validation failed at row 3').waitFor();
    await page.getByText('Row 2 cannot be read. Your rows are stored; nothing is lost.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-failed-dark');
    before = () => Promise.resolve();
    await page.getByRole('button', { name: 'Try again' }).click();
    await reviewMappings(page);
    const [flow] = (await fetchEndpoint(pane.service.as('failing'), endpoints.listFlows)).items;
    expect(flow).toMatchObject({ status: 'completed', error: null });
  });

  test('tells that there is no news in a notice that stands still, and beside it for how long', async () => {
    let finish = (): void => undefined;
    before = () => new Promise((resolve) => (finish = resolve));
    const { page } = pane;
    await page.clock.install();
    // With the time of the service in its answers, the hour that passes here would be known to be none.
    await page.route('**/api/v1/flows/**', async (route) => {
      const response = await route.fetch();
      const headers = Object.entries(response.headers()).filter(([name]) => name !== 'date');
      await route.fulfill({ response, headers: Object.fromEntries(headers) });
    });
    await connect(page, pane.service, 'quiet');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText(/1 of 3 rows/).waitFor();
    await page.clock.fastForward(3_600_000);
    const alert = page.getByRole('status').filter({ hasText: 'There is no news of this import' });
    await alert.waitFor();
    await page.getByText(/^No news for \d/).waitFor();
    expect(await alert.textContent()).not.toMatch(/\d/);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    finish();
  });

  test('asks once for what it is told to, and says no more of a try that failed before', async () => {
    before = () => Promise.reject(new AgentError('unreadable_record', 'No.', { rowNumber: 2, isFinal: true }));
    const { page } = pane;
    await connect(page, pane.service, 'asked-twice');
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    let asked = 0;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/flows/*/resume', async (route) => {
      asked += 1;
      if (asked === 1) return route.abort('connectionreset');
      await held;
      await route.continue();
    });
    const tryAgain = page.getByRole('button', { name: 'Try again' });
    await tryAgain.click();
    await page.getByText('The service cannot be reached').waitFor();
    before = () => Promise.resolve();
    await tryAgain.click();
    await until('it is asked again', () => Promise.resolve(asked === 2));
    expect(await tryAgain.getAttribute('aria-disabled')).toBe('true');
    await tryAgain.click({ force: true });
    expect(await page.getByText('The service cannot be reached').count()).toBe(0);
    letGo();
    await reviewMappings(page);
    expect(asked).toBe(2);
  });

  test.each<[how: string, client: string, pass: (page: Page) => Promise<unknown>]>([
    [
      'once the analyst comes back',
      'come-back',
      (page) => page.evaluate(() => window.dispatchEvent(new Event('focus'))),
    ],
    ['within a minute where nobody touches it', 'left-open', (page) => page.clock.fastForward(61_000)],
  ])('sees what became of an import that had ended, %s', async (_how, client, pass) => {
    before = () => Promise.resolve();
    const { page } = pane;
    await page.clock.install();
    await connect(page, pane.service, client);
    await chooseFile(page, csv);
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    const connection = pane.service.as(client);
    const [flow] = (await fetchEndpoint(connection, endpoints.listFlows)).items;
    const params = { data_import_id: flow?.data_import_id ?? '' };
    await fetchEndpoint(connection, endpoints.withdrawImport, { params, body: { forget_mappings: false } });
    await page.getByRole('heading', { name: 'Import completed' }).waitFor();
    await pass(page);
    await page.getByText('This import was withdrawn').waitFor();
  });
});
