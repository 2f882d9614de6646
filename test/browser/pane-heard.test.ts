// What becomes of an import while a dialog stands over it, or has just closed: told, and readers go on from what is there then.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { hear, heardOn, listen } from './pane-news.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, csvFile, importFile, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 409|net::ERR_CONNECTION_RESET/ });

const hosts = csvFile('hosts.csv', 'Hostname,Serial Number\nsrv-1,CZ1001XK\nsrv-2,CZ1002XK\n');

/** Imports a sheet, where dialogs take their time to close. */
async function openMappings(client: string): Promise<Page> {
  const { page } = pane;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await listen(page);
  return importFile(pane, client, hosts);
}

async function askForDeletion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Delete this import…' }).click();
}

test('why an import was not deleted is told once the dialog is gone', async () => {
  const page = await openMappings('heard-failed');
  await page.route('**/api/v1/flows/*', (route) =>
    route.request().method() === 'DELETE' ? route.abort('connectionreset') : route.fallback(),
  );
  await askForDeletion(page);
  await page.getByRole('button', { name: 'Delete the import', disabled: false }).click();
  await hear(page, /^The service cannot be reached/);
});

/** Imports a sheet to its end, and asks for its withdrawal. */
async function askForWithdrawal(client: string): Promise<Page> {
  const page = await openMappings(client);
  await reviewMappings(page);
  await page.getByRole('button', { name: 'Withdraw import' }).click();
  return page;
}

test('that an import was withdrawn is told without its phases, and readers go on from the step that is there then', async () => {
  const page = await askForWithdrawal('heard-withdrawn');
  const before = (await heardOn(page)).length;
  await page.getByRole('button', { name: 'Withdraw the import', disabled: false }).press('Enter');
  await hear(page, /^This import was withdrawn/);
  await focusIsAt(page, 'Step 3 of 4: Progress');
  expect((await heardOn(page)).slice(before).filter((text) => text.endsWith('done.'))).toEqual([]);
});

test('what was counted for a question before is no answer to whether an import is to be withdrawn', async () => {
  const page = await openMappings('heard-counted');
  await askForDeletion(page);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await reviewMappings(page);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/withdrawal*', async (route) => {
    await held;
    await route.fallback();
  });
  await page.getByRole('button', { name: 'Withdraw import' }).click();
  const question = page.getByRole('dialog');
  await question.waitFor();
  expect(await question.getByText('No asset changes').count()).toBe(0);
  expect(await question.getByRole('button', { name: 'Withdraw the import', disabled: true }).count()).toBe(1);
  letGo();
  await question.getByText('2 assets that only this import contains are removed.').waitFor();
});

test('a question whose import somebody else deleted closes, tells it, and leaves readers at the step', async () => {
  const page = await openMappings('heard-gone');
  await askForDeletion(page);
  await page.getByRole('dialog').waitFor();
  const connection = pane.service.as('heard-gone');
  const [flow] = (await fetchEndpoint(connection, endpoints.listFlows)).items;
  await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: flow?.flow_id ?? '' } });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await hear(page, /^This import was deleted/);
  expect((await heardOn(page)).filter((text) => text.includes('Back to the sheet'))).toEqual([]);
  await focusIsAt(page, 'Step 3 of 4: Progress');
});

test('a question whose import somebody else withdrew closes too', async () => {
  const page = await askForWithdrawal('heard-gone-too');
  await page.getByRole('dialog').waitFor();
  const connection = pane.service.as('heard-gone-too');
  const [flow] = (await fetchEndpoint(connection, endpoints.listFlows)).items;
  const params = { data_import_id: flow?.data_import_id ?? '' };
  await fetchEndpoint(connection, endpoints.withdrawImport, { params, body: { forget_mappings: false } });
  // The pane looks again at a flow that had ended once somebody comes back to it.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await hear(page, /^This import was withdrawn/);
  await focusIsAt(page, 'Step 3 of 4: Progress');
});

test('a notice is told without what its button says', async () => {
  const page = await openMappings('heard-buttons');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: CONTINUE }).click();
  await hear(page, /^Nothing is written yet\./);
  expect((await heardOn(page)).filter((text) => text.includes('Delete import'))).toEqual([]);
});

test('a question starts at what changes nothing, also where there is something to tick', async () => {
  const page = await openMappings('heard-ticks');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: CONTINUE }).click();
  const ask = page.getByRole('button', { name: 'Delete import', exact: true });
  await ask.press('Enter');
  const tick = page.getByLabel('Also forget 2 mappings learned from it');
  await tick.waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await ask.press('Enter');
  await tick.waitFor();
  await focusIsAt(page, 'Keep it');
});

test('a row that leaves the list gives the focus to its neighbour, from where the decision can be taken back', async () => {
  const page = await openMappings('heard-rows');
  await page
    .getByRole('group', { name: 'Show' })
    .getByRole('button', { name: /^Ready/ })
    .click();
  const last = page.getByRole('row', { name: 'Serial Number', exact: true });
  await last.press('Enter');
  await last.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Hostname');
  await page.keyboard.press('u');
  await hear(page, 'Decision on Serial Number undone');
  await last.waitFor();
});

const focusIsAt = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.activeElement?.textContent?.startsWith(text), words);
