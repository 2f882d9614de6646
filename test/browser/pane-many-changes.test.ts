import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect } from './pane-steps.ts';

const pane = pagePerTest(/status of 412/);

/** Connects, imports columns of these headers, and waits for the mappings. */
async function openMappings(client: string, headers: readonly string[]): Promise<Page> {
  const { page } = pane;
  await connect(page, pane.service, client);
  const lines = [headers, headers.map((_header, at) => `v${at}`), headers.map((_header, at) => `w${at}`)];
  const buffer = Buffer.from(lines.map((cells) => cells.join(',')).join('\n'));
  await chooseFile(page, { name: 'wide.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  return page;
}

test('N goes to the next column to review, however far down it is', async () => {
  const known = Array.from({ length: 70 }, (_, at) => `Qwertz ${at}`);
  const page = await openMappings('far', [...known, 'Kind']);
  const list = page.getByRole('grid', { name: 'Field mappings' });
  const review = await list.getByRole('row').count();
  expect(review).toBe(60);
  await list.focus();
  await page.keyboard.press('N');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Kind');
});

test('changes that waited behind one that failed are told, each of them', async () => {
  const page = await openMappings('behind', ['Hostname', 'Serial Number', 'Location']);
  let goOn = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/field-mappings', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    await isHeld;
    const json = {
      type: 'about:blank',
      title: 'Changed',
      status: 412,
      detail: 'Read again.',
      code: 'precondition_failed',
      request_id: 'r1',
    };
    return route.fulfill({ status: 412, contentType: 'application/problem+json', json });
  });
  for (const column of ['Hostname', 'Serial Number', 'Location'])
    await page.getByRole('button', { name: `Approve ${column}` }).click();
  goOn();
  await page.getByText('What you see now is theirs; your last 3 changes were not made.').waitFor();
});
