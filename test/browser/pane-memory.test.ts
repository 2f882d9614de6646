import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { ADMIN_KEY } from '../harness/service-harness.ts';
import { signIn } from './sign-in.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile, importFile, importSheet, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 404/ });

const file = csvFile('servers.csv', 'Hostname,Owner,Environment\nsrv-1,Ana Keller,PROD\nsrv-2,Ravi Shah,Wonderland\n');

const owner = () => pane.page.getByRole('row', { name: 'Owner', exact: true });

const openMappings = (client: string): Promise<unknown> => importFile(pane, client, file);

async function nextImport(): Promise<void> {
  await pane.page.getByRole('button', { name: 'Import another sheet' }).click();
  await importSheet(pane.page);
}

test('a wrong confirmation is remembered, shown for what it is, and un-learned in the pane', async () => {
  const { page } = pane;
  await openMappings('wrongly');
  await page.getByRole('button', { name: 'Change Owner' }).click();
  const picker = page.getByRole('combobox', { name: 'Target field of Owner' });
  await picker.click();
  await picker.pressSequentially('cost_center');
  await page.getByRole('option', { name: /^Cost center/ }).click();
  await owner().getByText('Your choice').waitFor();
  await reviewMappings(page);

  await nextImport();
  await owner().getByText('Remembered').waitFor();
  expect(await owner().textContent()).toContain('→ Cost center');
  expect(await owner().textContent()).toMatch(/Confirmed by first admin key on \d{4}\u2011\d\d\u2011\d\d, used once/);
  await page.getByRole('button', { name: 'Change Owner' }).click();
  await page.getByRole('button', { name: 'Forget this decision' }).click();
  await shoot(page, 'pane-memory-forget');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await owner().getByText('Remembered').waitFor({ state: 'detached' });
  expect(await owner().textContent()).toContain('→ Business owner');
});

test('a decision that was forgotten elsewhere is said to be forgotten, and nothing has failed', async () => {
  const { page } = pane;
  await openMappings('forgotten-elsewhere');
  await reviewMappings(page);
  await nextImport();
  await page.getByRole('button', { name: 'Approve Owner' }).click();
  await owner()
    .getByText(/Approved by/)
    .waitFor();
  const connection = pane.service.as('forgotten-elsewhere');
  const { items } = await fetchEndpoint(connection, endpoints.listMappingMemory, { query: { search: 'owner' } });
  await fetchEndpoint(connection, endpoints.forgetMapping, { params: { memory_id: items[0]?.memory_id ?? '' } });
  await page.getByRole('button', { name: 'Change Owner' }).click();
  await page.getByRole('button', { name: 'Forget this decision' }).click();
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await page
    .getByRole('status')
    .getByText(/^This was forgotten already\. Later imports/)
    .waitFor();
  await owner()
    .getByText(/^This was forgotten already\. Later imports/)
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Forget this decision' }).count()).toBe(0);
  await shoot(page, 'pane-memory-forgotten');
  expect(await seriousViolations(page)).toEqual([]);
});

test('values of a closed vocabulary are shown, changed and approved with their field', async () => {
  const { page } = pane;
  await openMappings('values');
  await page.getByRole('button', { name: 'Change Environment' }).click();
  const values = page.getByRole('list', { name: 'Values of Environment' });
  await values.waitFor();
  expect(await page.getByLabel('Meaning of PROD').inputValue()).toBe('production');
  expect(await page.getByLabel('Meaning of Wonderland').inputValue()).toBe('');
  await page.getByText('1 without a meaning yet').first().waitFor();
  const shown = page.getByRole('group', { name: 'Show' });
  await shown.getByRole('button', { name: 'Review 1' }).waitFor();
  const row = page.getByRole('row', { name: 'Environment', exact: true });
  await row.getByText('Say what "Wonderland" means, or its 1 cell stays empty.').waitFor();
  await shoot(page, 'pane-values');
  await page.getByLabel('Meaning of Wonderland').selectOption('sandbox');
  await page.getByText('1 without a meaning yet').first().waitFor({ state: 'detached' });
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByLabel('Meaning of Wonderland').selectOption({ label: 'Leave it empty' });
  await shown.getByRole('button', { name: 'Ready 3' }).waitFor();
  await page.getByLabel('Meaning of Wonderland').selectOption('sandbox');
  await reviewMappings(page);

  await nextImport();
  const environment = page.getByRole('row', { name: 'Environment', exact: true });
  await environment.getByText(/1 meaning of values remembered/).waitFor();
  await page.getByRole('button', { name: 'Change Environment' }).click();
  await values.getByText(/^Decided by first admin key on \d{4}\u2011\d\d\u2011\d\d, remembered$/).waitFor();
  expect(await page.getByLabel('Meaning of Wonderland').inputValue()).toBe('sandbox');
  await page.getByLabel('Meaning of Wonderland').scrollIntoViewIfNeeded();
  await shoot(page, 'pane-values-remembered');
  expect(await seriousViolations(page)).toEqual([]);

  await signIn(pane.service, page, '?page=memory&client=values');
  await page.getByText('1 meaning of values').click();
  await page.getByText('Wonderland').waitFor();
  await shoot(page, 'dashboard-memory-meanings');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget Environment' }).click();
  await page.getByText('1 meaning of their values is forgotten too.').waitFor();
  await shoot(page, 'dashboard-memory-forget-meanings');
});

test('dates that can be read both ways are asked about, and the answer is kept with the column', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'dates');
  await chooseFile(page, {
    ...file,
    buffer: Buffer.from('Hostname,Purchase Date,Owner\nsrv-1,03/04/2024,"Lee, Ann"\nsrv-2,05/06/2024,"Shah, Ravi"\n'),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const column = page.getByRole('row', { name: 'Purchase Date', exact: true });
  await column.getByText('Say whether day or month comes first.').waitFor();
  await page.getByRole('button', { name: 'Change Purchase Date' }).click();
  const order = page.getByLabel('Order of day and month');
  await page.getByText('For example "03/04/2024"').waitFor();
  await shoot(page, 'pane-cleansing');
  await order.selectOption('day-first');
  await column.getByText('Say whether day or month comes first.').waitFor({ state: 'detached' });
  expect(await order.inputValue()).toBe('day-first');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('checkbox', { name: 'Show the changes before they are written' }).click();
  await shoot(page, 'pane-approval');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: CONTINUE }).click();
  await page.getByText('Nothing is written yet.').waitFor();
  await page.getByRole('region', { name: 'Changes to be applied' }).getByText('assets to be created').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Change mappings' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-inventory-preview-dark');
  expect((await fetchEndpoint(pane.service.as('dates'), endpoints.listAssets)).items).toEqual([]);
  await page.getByRole('button', { name: 'Apply the changes' }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor();
  const { items } = await fetchEndpoint(pane.service.as('dates'), endpoints.listAssets);
  const bought = items.flatMap(({ values }) => values.filter(({ field }) => field === 'purchase_date'));
  expect(new Set(bought.flatMap(({ values }) => values))).toEqual(new Set(['2024-04-03', '2024-06-05']));
});

test('the dashboard lists what a client remembers, and forgets after saying what that means', async () => {
  const { page } = pane;
  await openMappings('listed');
  await reviewMappings(page);
  await page.goto(`${pane.service.origin}/dashboard?page=memory&client=listed`);
  await page.getByLabel('API key').fill(ADMIN_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('table', { name: /^2 remembered mappings/ }).waitFor();
  await shoot(page, 'dashboard-memory');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Forget Owner' }).click();
  await page.getByText(/The 1 import it was used in stays as approved/).waitFor();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('table', { name: /^1 remembered mapping\b/ }).waitFor();
});
