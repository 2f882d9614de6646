import { expect, test } from '@jest/globals';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile } from './pane-steps.ts';

const pane = pagePerTest();

const file = csvFile(
  'servers.csv',
  [
    'Hostname,Serial Number,Purchase Date,Status',
    'a-1,CZ1001XK,03/04/2024,Active',
    'a-2,CZ1002XK,05/06/2024,active',
    'a-3,CZ1003XK,07/08/2024,n/a',
    'a-4,CZ1004XK,09/10/2024,Frobnicated',
    '',
  ].join('\n'),
);

test('the review opens on what asks something, keeps the card that is answered, and ends on all columns', async () => {
  const { page, service } = pane;
  await connect(page, service, 'review');
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const shown = page.getByRole('group', { name: 'Show' });
  await shown.getByRole('button', { name: 'Review 2', pressed: true }).waitFor();
  const rows = page.getByRole('grid', { name: 'Field mappings' }).getByRole('row');
  expect(await rows.count()).toBe(2);
  const date = page.getByRole('row', { name: 'Purchase Date', exact: true });
  const asked = date.getByRole('gridcell').filter({ hasText: 'Say whether day or month comes first.' });
  expect(await asked.textContent()).toBe('Say whether day or month comes first. ');
  expect(await asked.locator('svg').count()).toBe(1);
  await page.getByText('Say what "Frobnicated" means, or its 1 cell stays empty.').waitFor();
  await shoot(page, 'pane-review');

  await page.getByRole('button', { name: 'Change Purchase Date' }).click();
  await date.getByLabel('Order of day and month').selectOption('day-first');
  await shown.getByRole('button', { name: 'Review 1', pressed: true }).waitFor();
  expect(await rows.count()).toBe(2);
  await page.getByRole('button', { name: 'Change Purchase Date' }).click();
  await eventually(async () => expect(await rows.count()).toBe(1));

  await page.getByRole('button', { name: 'Change Status' }).click();
  const lines = page.getByRole('list', { name: 'Values of Status' }).getByRole('listitem');
  await eventually(async () =>
    expect((await lines.allTextContents()).map((line) => line.split(' ×')[0])).toEqual([
      'Frobnicated',
      'Active, active',
      'n/a',
    ]),
  );
  expect(await page.getByLabel('Meaning of n/a').inputValue()).toBe('means nothing');
  await shoot(page, 'pane-review-values');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByLabel('Meaning of Frobnicated').selectOption({ label: 'Leave it empty' });
  await page.getByLabel('Meaning of Active, active').selectOption('retired');
  pane.expected = /status of 503/;
  await page.route('**/field-mappings', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 503 }),
  );
  await page.getByRole('button', { name: 'Approve 4 ready' }).click();
  await page.getByRole('alert').waitFor();
  expect(await shown.getByRole('button', { pressed: true }).textContent()).toMatch(/^Review/);
  await page.unroute('**/field-mappings');
  await page.getByRole('button', { name: 'Approve 4 ready' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
  expect(await rows.count()).toBe(4);
  expect(await page.getByText('No column matches.').count()).toBe(0);
});
