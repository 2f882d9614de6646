import { expect, test } from '@jest/globals';
import { ADMIN_KEY } from '../harness/service-harness.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect } from './pane-steps.ts';

const pane = pagePerTest(/status of 401/);

test('a key entered instead of another one is joined with its own client and engagement', async () => {
  const { page, service } = pane;
  const [first, second] = [
    await service.keyFor('analyst', 'old', 'wave-1'),
    await service.keyFor('analyst', 'new', 'wave-2'),
  ];
  await page.goto(`${service.origin}/taskpane.html`);
  const key = page.getByLabel('API key');
  await key.fill(first.apiKey);
  await key.press('Enter');
  await page.getByText('Fixed by your key.').first().waitFor();
  await key.fill(second.apiKey);
  await key.press('Enter');
  await page.getByText('new • wave-2').waitFor();
});

test('a key that was refused once and is accepted now connects', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'refused-once');
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'No', status: 401, detail: 'No.', code: 'unauthenticated', request_id: 'r' },
    }),
  );
  await page.reload();
  await page.getByText('This key was not accepted.').waitFor();
  await page.unroute('**/api/v1/session');
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
});

test.each([
  ['a dash', '\u2013'],
  ['a zero-width space', '\u200b'],
])('a key with %s of a chat in it is told, and never sent', async (_what, character) => {
  const { page, service } = pane;
  await page.goto(`${service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill(ADMIN_KEY.slice(0, 5) + character + ADMIN_KEY.slice(5));
  await page.getByLabel('API key').press('Enter');
  await page.getByText('This key holds a character no key has.').waitFor();
  expect(await page.getByText('The service cannot be reached').count()).toBe(0);
  await page.goto(`${service.origin}/dashboard`);
  await page.getByLabel('API key').fill(ADMIN_KEY.slice(0, 5) + character + ADMIN_KEY.slice(5));
  await page.getByLabel('API key').press('Enter');
  await page.getByText('This key holds a character no key has.').waitFor();
});
