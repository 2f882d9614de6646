import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hear, heardOn, listen } from './pane-news.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile, importFile, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 409/ });

const csv = 'Hostname,Serial Number,Environment,Qwertz\nsrv-1,CZ1001XK,Production,x\nsrv-2,CZ1002XK,Test,y\n';
const file = csvFile('hosts.csv', csv);

async function openMappings(client: string): Promise<Page> {
  const { page } = pane;
  await listen(page);
  return importFile(pane, client, file);
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

test('readers go on from the step once changes are applied, before the flow shows it and after', async () => {
  const page = await openMappings('told-applied');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: CONTINUE }).click();
  const apply = page.getByRole('button', { name: 'Apply the changes' });
  await apply.focus();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/flows\/flow_\w+(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await apply.press('Enter');
  await focusIsAt(page, 'Step 3 of 4: Progress');
  letGo();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
  await focusIsAt(page, 'Step 4 of 4: Results');
});

test('a deleted import is told, and readers go on from the step that is there then', async () => {
  const page = await openMappings('told-deleted');
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete this import…' }).press('Enter');
  await page.getByRole('button', { name: 'Delete the import', disabled: false }).press('Enter');
  await hear(page, 'Import deleted');
  await focusIsAt(page, 'Step 1 of 4: Sheet');
});

test('an import in the way that is deleted is told too', async () => {
  const page = await openMappings('told-in-the-way');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Start with another sheet' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const ask = page.getByRole('button', { name: 'Delete', exact: true });
  await ask.focus();
  await ask.press('Enter');
  await page.getByRole('button', { name: 'Delete the import', disabled: false }).press('Enter');
  await hear(page, 'Import deleted');
  await focusIsAt(page, 'Step 1 of 4: Sheet');
});

const row = (page: Page, header: string) => page.getByRole('row', { name: header, exact: true });

async function pickSerialNumber(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change Qwertz' }).click();
  const picker = page.getByRole('combobox', { name: 'Target field of Qwertz' });
  await picker.click();
  await picker.pressSequentially('serial number');
  await page.getByRole('option', { name: /^Serial number/ }).click();
}

test('each decision is told once with how many there are, however it is made', async () => {
  const page = await openMappings('told-decisions');
  await row(page, 'Serial Number').focus();
  await page.keyboard.press('Enter');
  await hear(page, 'Serial Number approved as Serial number, 1 of 4');
  await page.keyboard.press('u');
  await hear(page, 'Decision on Serial Number undone');
  await page.keyboard.press('Delete');
  await hear(page, 'Serial Number left out');
  await pickSerialNumber(page);
  await hear(page, 'Qwertz approved as Serial number, 1 of 4');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await hear(page, /^\d columns approved, \d of 4$/);
  const decisions = (await heardOn(page)).filter((text) => /Serial|Qwertz|approved/.test(text));
  expect(decisions).toHaveLength(5);
});

test('that a field is asked for twice is told with the decision, once', async () => {
  const page = await openMappings('told-doubled');
  await row(page, 'Serial Number').focus();
  await page.keyboard.press('Enter');
  await pickSerialNumber(page);
  await hear(page, /^Qwertz approved as Serial number, 2 of 4\. Serial number takes one column, but/);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a row says what its column is, how sure that is and what was decided', async () => {
  const page = await openMappings('told-rows');
  const session = await page.context().newCDPSession(page);
  const described = async (header: string): Promise<string> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const found = nodes.find(({ role, name }) => role?.value === 'row' && name?.value === header);
    return String(found?.description?.value);
  };
  expect(await described('Serial Number')).toMatch(/^Serial number High \.\d\d not decided yet /);
  await row(page, 'Serial Number').focus();
  await page.keyboard.press('Enter');
  await hear(page, /^Serial Number approved/);
  expect(await described('Serial Number')).toMatch(/^Serial number High \.\d\d Approved by /);
});

test('a grid takes one stop of the Tab key, and arrows reach its rows and their buttons', async () => {
  const page = await openMappings('told-arrows');
  await page.getByLabel('Ready from').focus();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Hostname');
  const ring = await row(page, 'Hostname').evaluate((one) => {
    const { width, height } = getComputedStyle(one, '::after');
    return { width: Number.parseFloat(width) - one.clientWidth, height: Number.parseFloat(height) - one.clientHeight };
  });
  expect(Math.abs(ring.width)).toBeLessThan(10);
  expect(Math.abs(ring.height)).toBeLessThan(10);
  await page.keyboard.press('ArrowRight');
  await focusIsNamed(page, 'Approve Hostname');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await focusIsNamed(page, 'Qwertz');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await focusIsNamed(page, 'Serial Number');
  expect(await page.locator('[data-mapping][tabindex="0"]').count()).toBe(1);
});

const focusIsNamed = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, name);

test('more columns are shown from where the others ended, each with its place among all', async () => {
  const { page } = pane;
  await listen(page);
  await connect(page, pane.service, 'told-more');
  const headers = Array.from({ length: 70 }, (_, at) => `Qwertz ${at + 1}`);
  const buffer = Buffer.from(`${headers.join(',')}\n${headers.map(() => 'x').join(',')}\n`);
  await chooseFile(page, { ...file, buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const more = page.getByRole('button', { name: 'Show more of 70 columns' });
  await more.focus();
  await more.press('Enter');
  await focusIsNamed(page, 'Qwertz 61');
  await hear(page, '10 more columns');
  const grid = page.getByRole('grid', { name: 'Field mappings' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('70');
  expect(await row(page, 'Qwertz 61').getAttribute('aria-rowindex')).toBe('61');
});

test('what a search and a group show is told after a pause, not at each letter', async () => {
  const page = await openMappings('told-found');
  await page.getByRole('searchbox').pressSequentially('zzz');
  await hear(page, 'No column matches.');
  await page.getByRole('searchbox').fill('');
  await hear(page, '4 columns found');
  await page.getByRole('group', { name: 'Show' }).getByRole('button').first().click();
  await hear(page, /^\d columns? found$/);
  expect((await heardOn(page)).filter((text) => text === 'No column matches.')).toHaveLength(1);
});
