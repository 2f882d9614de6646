import type { Page } from 'playwright-core';
import { ADMIN_KEY, type TestService } from '../harness/service-harness.ts';

/** What an analyst does in the pane, by the names people and screen readers see. */
export async function connect(page: Page, service: Pick<TestService, 'origin'>, client: string): Promise<void> {
  await page.goto(`${service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill(ADMIN_KEY);
  await page.getByRole('combobox', { name: 'Client account' }).fill(client);
  await page.getByRole('combobox', { name: 'Engagement' }).fill('main');
  await page.getByRole('button', { name: 'Connect' }).click();
}

export async function chooseFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

/** Approves everything that is ready, lets the flow go on, and waits until its last agent is done. */
export async function reviewMappings(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('button', { name: 'Approve and continue' }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
}

/** The value of a tile of the results. */
export async function tile(page: Page, label: string): Promise<string> {
  return (
    (await page
      .locator('dl div', { has: page.getByText(label, { exact: true }) })
      .locator('dd')
      .textContent()) ?? ''
  );
}
