import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { openPage, seriousViolations, shoot, type TestPage } from '../harness/browser.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { signIn } from '../harness/sign-in.ts';
import { storeImport } from '../builders.ts';

let service: TestService;
let view: TestPage;
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(async () => {
  view = await openPage({ width: 1280, height: 800 });
});
afterEach(async () => {
  const { complaints } = view;
  await view.close();
  expect(complaints).toEqual([]);
});
afterAll(() => service?.stop());

const rowWith = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('an admin makes a key that works, sees it once and revokes it', async () => {
  const { page } = view;
  await storeImport(service.as('keys'));
  await signIn(service, page);
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Create key' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('Give it a name of up to 100 characters.').waitFor();
  await dialog.getByLabel('Name').fill('nightly <script>');
  await dialog.getByLabel('Client').fill('keys');
  await dialog.getByLabel('Engagement').fill('main');
  await dialog.getByRole('radio', { name: 'After 30 days' }).check();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const apiKey = await dialog.getByLabel('New API key').inputValue();
  const session = () => fetchEndpoint({ origin: service.origin, apiKey }, endpoints.getSession);
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
  await dialog.getByText('No other key with the role Analyst for keys / main is left.').waitFor();
  await dialog.getByRole('button', { name: 'Revoke key' }).click();
  await rowWith(page, 'nightly').getByText('Revoked').waitFor();
  await expect(session()).rejects.toThrow(/unknown or revoked/);
  await page.getByRole('button', { name: 'Revoke first admin key' }).click();
  await dialog.getByText('It is the key you are signed in with: you are signed out.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Audit log of first admin key' }).click();
  await rowWith(page, 'Revoked an API key').getByText('Name: nightly <script>').waitFor();
  await rowWith(page, 'Created an API key').first().getByText('first admin key').waitFor();
  await rowWith(page, 'Stored a sheet').first().getByRole('link', { name: /^…/ }).click();
  await page.getByRole('tab', { name: 'Findings' }).waitFor();
  await page.goBack();
  expect(await seriousViolations(page)).toEqual([]);
});
