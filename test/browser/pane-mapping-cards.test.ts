import { expect, test } from '@jest/globals';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { csvFile, importFile } from './pane-steps.ts';

const pane = pagePerTest();

const servers = csvFile(
  'servers.csv',
  [
    'Hostname,RAM,Memory Size,Purchase Date,Serial Number',
    'a-1,16384,16384 MB,25/04/2024,CZ1001XK',
    'a-2,8192,8 GB,03/04/2024,n/a',
    '',
  ].join('\n'),
);

test('a card says how its samples will be read, anew after an answer and after another field', async () => {
  const page = await importFile(pane, 'cards', servers);
  const card = (header: string) => page.getByRole('row', { name: header, exact: true });
  await card('Memory Size').getByText('Read as: 16384 MB → 16 GB', { exact: true }).waitFor();
  await card('Purchase Date').getByText('Read as: 25/04/2024 → 2024-04-25 · 03/04/2024 → 2024-04-03').waitFor();
  await card('Serial Number').getByText('Read as: n/a → nothing').waitFor();
  expect(await card('Hostname').getByText('Read as').count()).toBe(0);

  await card('RAM').getByText('Say in which unit the numbers are.').waitFor();
  expect(await card('RAM').getByText('Read as').count()).toBe(0);
  await page.getByRole('button', { name: 'Change RAM' }).click();
  await card('RAM').getByLabel('Unit of numbers without one').selectOption('MB');
  await card('RAM').getByText('Read as: 16384 → 16 GB · 8192 → 8 GB').waitFor();
  await shoot(page, 'pane-mapping-cards');
  expect(await seriousViolations(page)).toEqual([]);

  const picker = card('RAM').getByRole('combobox', { name: 'Target field of RAM' });
  await picker.click();
  await picker.pressSequentially('purchase date');
  await page.getByRole('option', { name: /^Purchase date/ }).click();
  await card('RAM').getByText('Read as: 16384 → nothing · 8192 → nothing').waitFor();
});

test('the unit that RVTools leaves out is proposed with its reason, and can be chosen otherwise', async () => {
  const rows =
    'VM,Powerstate,CPUs,Memory,Provisioned,Host\nvm-1,poweredOn,4,16384,102400,esx-1\nvm-2,poweredOn,2,8192,51200,esx-1\n';
  const page = await importFile(pane, 'rvtools', csvFile('RVTools_tabvInfo.csv', rows));
  const memory = page.getByRole('row', { name: 'Memory', exact: true });
  await memory.getByText('Numbers in MiB. RVTools writes MiB.').waitFor();
  await memory.getByText('Read as: 16384 → 16 GB · 8192 → 8 GB').waitFor();
  await page.getByRole('button', { name: 'Change Memory' }).click();
  await memory.scrollIntoViewIfNeeded();
  await shoot(page, 'pane-mapping-proposed');
  await memory.getByLabel('Unit of numbers without one').selectOption('GB');
  await memory.getByText('Numbers in GB.').waitFor();
  expect(await memory.getByText('Read as').count()).toBe(0);
});

test('of two columns for one field each says which goes first and why, and the other can be let go first', async () => {
  const page = await importFile(pane, 'order', servers);
  const ram = page.getByRole('row', { name: 'RAM', exact: true });
  const size = page.getByRole('row', { name: 'Memory Size', exact: true });
  await ram.getByText('Goes first. Memory Size fills in where it is empty.').waitFor();
  await size.getByText('RAM goes first, as it fits Memory GB at least as well.').waitFor();
  await shoot(page, 'pane-mapping-order');
  await size.getByRole('button', { name: 'Let it go first' }).click();
  await size.getByText('Goes first. RAM fills in where it is empty.').waitFor();
  await ram.getByText('Memory Size goes first. This column fills in where it is empty.').waitFor();
  expect(await size.getByText('Approved by').count()).toBe(0);
  await page.getByRole('status').filter({ hasText: 'Memory Size goes first for Memory GB' }).waitFor();

  await page.getByRole('button', { name: 'Approve RAM' }).click();
  await page.getByRole('button', { name: 'Approve Memory Size' }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
});
