import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hear, heardOn, listen } from './pane-news.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

const csv = 'Hostname,Serial Number,Environment,Qwertz\nsrv-1,CZ1001XK,Production,x\nsrv-2,CZ1002XK,Test,y\n';
const file = { name: 'hosts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };

async function openMappings(client: string): Promise<Page> {
  const { page } = pane;
  await listen(page);
  await connect(page, pane.service, client);
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('list', { name: 'Field mappings' }).waitFor();
  return page;
}

const focusIsAt = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.activeElement?.textContent?.startsWith(text), words);

test('each phase and the end are told once, to whoever does not see them', async () => {
  const page = await openMappings('told-phases');
  await reviewMappings(page);
  await hear(page, 'Import completed. 2 created.');
  const heard = await heardOn(page);
  for (const phase of ['Field mapping', 'Data cleansing', 'Asset inventory', 'Dependency analysis', 'Technical debt'])
    expect(heard.filter((text) => text.includes(phase))).toHaveLength(1);
  await page.getByRole('button', { name: 'Mapping' }).click();
  await page.getByRole('button', { name: 'Results' }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor();
  expect((await heardOn(page)).filter((text) => text.startsWith('Import completed'))).toHaveLength(1);
});

test('readers go on from the step once changes are applied, and where an import was deleted', async () => {
  const page = await openMappings('told-applied');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: 'Approve and continue' }).click();
  const apply = page.getByRole('button', { name: 'Apply the changes' });
  await apply.focus();
  await apply.press('Enter');
  await page.waitForFunction(() => /^Step [34] of 4/.test(document.activeElement?.textContent ?? ''));
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
  await focusIsAt(page, 'Step 4 of 4: Results');
});

test('a deleted import is told, and readers go on from the step that is there then', async () => {
  const page = await openMappings('told-deleted');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete this import…' }).press('Enter');
  await page.getByRole('button', { name: 'Delete the import' }).press('Enter');
  await hear(page, 'Import deleted');
  await focusIsAt(page, 'Step 1 of 4: Sheet');
});
