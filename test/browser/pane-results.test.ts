import { expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest(/status of 500|net::ERR_/);

/** One of its findings is that an address is none. */
const file = {
  name: 'hosts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Hostname,Serial Number,IP Address\nsrv-1,CZ1001XK,10.0.0.1\nsrv-2,CZ1002XK,10.0.0.999\n'),
};

async function openMappings(client: string): Promise<Page> {
  const { page } = pane;
  await connect(page, pane.service, client);
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  return page;
}

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
  const approve = page.getByRole('button', { name: 'Approve and continue' });
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
  await page.unroute('**/findings*');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: /^\d+ findings$/ }).waitFor();
  expect(await notice.count()).toBe(0);
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
