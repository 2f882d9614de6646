import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { signIn } from './sign-in.ts';
import { storeImport } from '../harness/store-import.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const dashboard = pagePerTest(DESKTOP);

const rowWith = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('an admin makes a key that works, sees it once and revokes it', async () => {
  const { page } = dashboard;
  await storeImport(dashboard.service.as('keys'));
  await signIn(dashboard.service, page);
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Create key' }).click();
  const form = page.getByRole('dialog', { name: 'Create API key' });
  await form.getByRole('button', { name: 'Create key' }).click();
  await form.getByText('Give it a name of up to 100 characters.').waitFor();
  await form.getByLabel('Name').fill('nightly <script>');
  await form.getByLabel('Client').fill('keys');
  await form.getByLabel('Engagement').fill('main');
  await form.getByRole('radio', { name: 'After 30 days' }).check();
  expect(await seriousViolations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Create key' }).click();
  const dialog = page.getByRole('dialog');
  const apiKey = await dialog.getByLabel('New API key').inputValue();
  const session = () => fetchEndpoint({ origin: dashboard.service.origin, apiKey }, endpoints.getSession);
  expect(await session()).toMatchObject({ key_name: 'nightly <script>', role: 'analyst', client_account_id: 'keys' });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(apiKey);
  await page.reload();
  await rowWith(page, 'nightly')
    .getByText(/^now$|^\d+ s ago$/)
    .nth(1)
    .waitFor();
  await rowWith(page, 'nightly')
    .getByText(/^\d+ \w{3} \d{4}$/)
    .waitFor();
  await rowWith(page, 'first admin key').getByText('Never', { exact: true }).waitFor();
  await shoot(page, 'dashboard-keys');
  await page.getByRole('button', { name: 'Revoke nightly <script>' }).click();
  const question = page.getByRole('alertdialog', { description: /is refused from its next call on/ });
  await question.getByText('No other key with the role Analyst for keys / main is left.').waitFor();
  await question.getByRole('button', { name: 'Revoke key' }).click();
  await rowWith(page, 'nightly').getByText('Revoked').waitFor();
  await expect(session()).rejects.toThrow(/unknown or revoked/);
  await page.getByRole('button', { name: 'Revoke first admin key' }).click();
  await question.getByText('It is the key you are signed in with: you are signed out.').waitFor();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Audit log of first admin key' }).click();
  await rowWith(page, 'Revoked an API key').getByText('Name: nightly <script>').waitFor();
  await rowWith(page, 'Created an API key').first().getByText('first admin key').waitFor();
  await rowWith(page, 'Stored a sheet').first().getByRole('link', { name: /^…/ }).click();
  await page.getByRole('tab', { name: 'Findings' }).waitFor();
  await page.goBack();
  expect(await seriousViolations(page)).toEqual([]);
});

test('a name that a key has already is said at its field, which has the focus', async () => {
  const { page } = dashboard;
  await dashboard.service.keyFor('viewer', 'twice', 'main');
  await signIn(dashboard.service, page, '?page=keys');
  await page.getByRole('button', { name: 'Create key' }).click();
  const form = page.getByRole('dialog', { name: 'Create API key' });
  const name = form.getByRole('textbox', { name: 'Name' });
  await name.fill('viewer of twice');
  await page.keyboard.press('Enter');
  await form.getByText(/^The name "viewer of twice" is taken, or looks like one that is/).waitFor();
  expect(dashboard.complaints.splice(0)).toEqual([expect.stringContaining('status of 409')]);
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await form.getByRole('alert').filter({ hasText: 'There is a key' }).count()).toBe(0);
  await name.fill('another');
  expect(await name.getAttribute('aria-invalid')).not.toBe('true');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});
