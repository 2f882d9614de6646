import type { Page } from 'playwright-core';
import { ADMIN_KEY, type TestService } from '../harness/service-harness.ts';
import type { PagePerTest } from './page-per-test.ts';

/** What an analyst does in the pane, by the names people and screen readers see. */
export async function connect(
  page: Page,
  service: Pick<TestService, 'origin'>,
  client: string,
  apiKey = ADMIN_KEY,
): Promise<void> {
  await page.goto(`${service.origin}/taskpane.html`);
  await connectHere(page, client, apiKey);
}

/** In the form as it is. */
export async function connectHere(page: Page, client: string, apiKey = ADMIN_KEY): Promise<void> {
  await page.getByLabel('API key').fill(apiKey);
  await page.getByRole('combobox', { name: 'Client account' }).fill(client);
  await page.getByRole('combobox', { name: 'Engagement' }).fill('main');
  await page.getByRole('button', { name: 'Connect' }).click();
}

/** With a key that fixes client and engagement, which cannot be typed once it was looked up. */
export async function connectBound(
  page: Page,
  service: Pick<TestService, 'origin'>,
  { apiKey }: { apiKey: string },
): Promise<void> {
  await page.goto(`${service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill(apiKey);
  await page.getByLabel('API key').blur();
  await page.getByRole('textbox', { name: 'Client account' }).waitFor();
  await page.getByRole('textbox', { name: 'Engagement' }).waitFor();
  await page.getByRole('button', { name: 'Connect' }).click();
}

export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const csvFile = (name: string, text: string): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

export async function chooseFile(page: Page, file: string | ChosenFile): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

/** The button that ends the review. */
export const CONTINUE = /^(Approve and continue|Continue)$/;

/** Imports the sheet in sight, and waits for its mappings. */
export async function importSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await showAllColumns(page);
}

/** The review opens on the columns that ask something, where there are any. */
export async function showAllColumns(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  const review = page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^Review/, pressed: true });
  if ((await review.count()) > 0) await review.click();
}

/** Connects, imports the file, and waits for its mappings. */
export async function importFile(
  { page, service }: Pick<PagePerTest, 'page' | 'service'>,
  client: string,
  file: string | ChosenFile,
): Promise<Page> {
  await connect(page, service, client);
  await chooseFile(page, file);
  await importSheet(page);
  return page;
}

/** Approves everything that is ready, lets the flow go on, and waits until its last agent is done. */
export async function reviewMappings(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('button', { name: CONTINUE }).click();
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
