import { expect, test } from '@jest/globals';
import { ADMIN_KEY } from '../harness/service-harness.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect, connectHere } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 401/ });

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

test('a key stays remembered when another engagement is chosen, and is forgotten when that is said', async () => {
  const { page, service } = pane;
  const storage = (): Promise<string> => page.evaluate(() => JSON.stringify(localStorage));
  await page.goto(`${service.origin}/taskpane.html`);
  const box = page.getByRole('checkbox', { name: 'Remember the key on this computer' });
  expect(await box.isChecked()).toBe(false);
  await box.check();
  await connectHere(page, 'kept');
  await page.getByRole('button', { name: /^kept • main/ }).click();
  expect(await box.isChecked()).toBe(true);
  await page.getByRole('combobox', { name: 'Engagement' }).fill('wave-2');
  await page.getByRole('button', { name: 'Connect' }).click();
  const context = page.getByRole('button', { name: /^kept • wave-2/ });
  await context.waitFor();
  expect(await storage()).toContain('wave-2');
  await context.click();
  await box.uncheck();
  await page.getByRole('button', { name: 'Connect' }).click();
  await context.waitFor();
  expect(await storage()).not.toContain('wave-2');
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

test('a key that was not accepted says nothing of the one that is typed instead', async () => {
  pane.expected = /status of 401/;
  const { page, service } = pane;
  await page.goto(`${service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill('no-such-key');
  await page.getByRole('combobox', { name: 'Client account' }).fill('typed-anew');
  await page.getByRole('combobox', { name: 'Engagement' }).fill('main');
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('alert').getByText('Enter a valid key above.').waitFor();
  const key = page.getByRole('textbox', { name: 'API key' });
  await key.fill(ADMIN_KEY);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(await page.getByText('This key was not accepted.').count()).toBe(0);
  await key.press('Enter');
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

test('an engagement is known however many there are', async () => {
  const { page, service } = pane;
  const names = Array.from({ length: 1_050 }, (_, at) => `wave-${String(at).padStart(4, '0')}`);
  await service.db.collection<{ _id: string }>('engagements').insertMany(
    names.map((engagement_id) => ({
      _id: `many/${engagement_id}`,
      client_account_id: 'many',
      engagement_id,
      created_at: new Date(),
      created_by: 'test',
    })),
  );
  await page.goto(`${service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill(ADMIN_KEY);
  await page.getByLabel('API key').press('Enter');
  await page.getByRole('combobox', { name: 'Client account' }).fill('many');
  const engagement = page.getByRole('combobox', { name: 'Engagement' });
  await engagement.fill('wave-1051');
  await page.getByText('New: your first import creates').waitFor();
  await engagement.fill('wave-1049');
  await page.getByRole('button', { name: 'Open the list: Engagement' }).click();
  await page.getByRole('option', { name: 'wave-1049' }).waitFor();
  await page.getByText('New: your first import creates').waitFor({ state: 'detached' });
});
