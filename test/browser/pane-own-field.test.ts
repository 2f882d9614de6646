// A field of the client's own, added where a column needs it.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, connectBound, csvFile } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 4(?:00|09)/ });

async function openPicker(client: string): Promise<Page> {
  await connect(pane.page, pane.service, client);
  return importAndChange();
}

async function importAndChange(): Promise<Page> {
  const { page } = pane;
  await chooseFile(page, csvFile('list.csv', 'Hostname,Qwertz\nsrv-1,12.5\nsrv-2,7'));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Change Qwertz' }).click();
  return page;
}

const picker = (page: Page) => page.getByRole('combobox', { name: 'Target field of Qwertz' });
const form = (page: Page) => page.getByRole('form', { name: 'Add a field for Qwertz' });

test('is added with the keyboard alone, chosen at once and listed from then on', async () => {
  const page = await openPicker('own-field');
  await picker(page).focus();
  await page.keyboard.type('Rack power (W)');
  await page.getByRole('option', { name: 'No field matches' }).waitFor();
  await shoot(page, 'pane-own-field-search');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await form(page).waitFor();
  await eventually(async () =>
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Rack power (W)'),
  );
  await form(page).getByText('Stored as rack_power_w').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await form(page).scrollIntoViewIfNeeded();
  await shoot(page, 'pane-own-field');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-own-field-dark');
  await form(page).getByLabel('Type').selectOption('Number');
  await form(page).getByLabel('Name').press('Enter');
  await form(page).waitFor({ state: 'detached' });
  await eventually(async () => expect(await picker(page).inputValue()).toBe('Rack power w'));
  expect(await picker(page).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.getByRole('row', { name: 'Qwertz', exact: true }).getByText('Your choice').waitFor();
  const { items } = await fetchEndpoint(pane.service.as('own-field'), endpoints.listTargetFields);
  expect(items.find(({ name }) => name === 'rack_power_w')).toMatchObject({
    type: 'number',
    category: 'own',
    is_own: true,
    definition: 'What the column Qwertz holds',
  });
  await page.getByRole('button', { name: 'Change Hostname' }).click();
  const other = page.getByRole('combobox', { name: 'Target field of Hostname' });
  await other.click();
  await other.pressSequentially('rack power');
  await page.getByRole('option', { name: /^Rack power w .*Used for Qwertz/ }).waitFor();
});

test('that is refused says why at its part, and nothing is lost or chosen', async () => {
  const page = await openPicker('refused');
  await picker(page).focus();
  await page.keyboard.type('no such thing');
  await page.getByRole('option', { name: /^Add a field "no such thing"/ }).click();
  const name = form(page).getByLabel('Name');
  await name.fill('Hostname');
  await form(page).getByRole('button', { name: 'Add and use it' }).click();
  await form(page).getByText('There is a field hostname already').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await shoot(page, 'pane-own-field-refused');
  expect(await seriousViolations(page)).toEqual([]);
  await name.fill('機器');
  await form(page).getByLabel('What it means').fill('');
  await form(page).getByRole('button', { name: 'Add and use it' }).click();
  await form(page).getByText('Use lower case letters, digits and underscores').waitFor();
  expect(await form(page).getByLabel('What it means').getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Escape');
  await form(page).waitFor({ state: 'detached' });
  expect(await picker(page).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.getByText('→ not mapped').waitFor();
});

test('is for an admin to add, which others are told', async () => {
  await connectBound(pane.page, pane.service, await pane.service.keyFor('analyst', 'analyst-only', 'main'));
  const page = await importAndChange();
  await picker(page).focus();
  await page.keyboard.type('no such thing');
  const said = page.getByRole('option', { name: 'None fits? An admin can add a field for this client' });
  await said.waitFor();
  expect(await said.getAttribute('aria-disabled')).toBe('true');
  await shoot(page, 'pane-own-field-analyst');
});
