import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot } from '../harness/browser.ts';
import { importWhole } from '../harness/import-whole.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile } from './pane-steps.ts';

const view = pagePerTest(DESKTOP);

const csv = 'Hostname,Serial Number,IP Address,Runs On\nsrv-1,CZ1001XK,10.0.0.999,srv-2\nsrv-2,CZ1002XK,10.0.0.2,\n';

/** What the service of tomorrow calls by names that the page of today has never heard of. */
const words: readonly (readonly [RegExp, string])[] = [
  [/"code":"invalid_ip_address"/g, '"code":"unrouted_address"'],
  [/"severity":"warning"/g, '"severity":"notable"'],
  [/"phase":"tech_debt_assessment"/g, '"phase":"cost_estimate"'],
  [/"match_type":"exact"/g, '"match_type":"overheard"'],
  [/"asset_class":"unknown"/g, '"asset_class":"mainframe"'],
  [/"relation":"runs_on"/g, '"relation":"replicates"'],
];

/** The page stays; the service behind it says more from now on, and calls some things by other names. */
async function upgrade(page: Page, more: readonly (readonly [RegExp, string])[] = []): Promise<void> {
  await page.route('**/api/v1/**', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (response.status() === 304 || !text.startsWith('{')) return route.fulfill({ response });
    const renamed = [...words, ...more].reduce((said, [word, later]) => said.replace(word, later), text);
    return route.fulfill({ response, body: JSON.stringify(JSON.parse(renamed, withMore)) });
  });
}

const withMore = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, added_later: 7 } : value;

test('a dashboard that is open during an upgrade shows every page, and new words by their names', async () => {
  const { page, service } = view;
  const stored = await importWhole(service.as('later'), {
    sheet: {
      columns: ['Hostname', 'IP Address', 'Runs On'],
      rows: [
        ['srv-1', '10.0.0.999', 'srv-2'],
        ['srv-2', '10.0.0.2', null],
      ],
    },
  });
  await signIn(service, page, '?client=later&engagement=main');
  await upgrade(page, [[/"status":"completed","current_phase"/g, '"status":"being_moved","current_phase"']]);
  const visit = async (address: string, sign: string): Promise<void> => {
    await page.evaluate((search) => {
      history.pushState(null, '', search);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `?client=later&engagement=main&${address}`);
    await page.getByText(sign).first().waitFor();
    expect(await page.getByText(/cannot be shown|not from the service|went wrong/).allTextContents()).toEqual([]);
  };
  const flow = `flow_client=later&flow_engagement=main&flow=${stored.flow_id}`;
  await visit('', 'Being moved');
  await visit(flow, 'The service says "Being moved"');
  await visit(`${flow}&tab=findings`, 'Notable');
  await shoot(page, 'dashboard-later-findings');
  await visit(`${flow}&tab=tasks`, 'Cost estimate');
  await visit(`${flow}&tab=jobs`, 'Cost estimate');
  for (const tab of ['mappings', 'records']) await visit(`${flow}&tab=${tab}`, 'Hostname');
  await visit(`${flow}&tab=assets`, 'srv-1');
  await visit('page=assets', 'srv-1');
  await visit('page=graph', 'Replicates');
  await visit('page=debt', 'srv-1');
  await visit('page=conflicts', 'conflict');
  for (const name of ['memory', 'keys', 'audit']) await visit(`page=${name}`, 'admin');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('technical debt of a kind that only the service knows is listed by its name', async () => {
  const { page, service } = view;
  await importWhole(service.as('later-debt'), {
    sheet: { columns: ['Hostname', 'Operating System'], rows: [['srv-1', 'Windows Server 2008 R2 SP1']] },
  });
  await page.route('**/api/v1/**', async (route) => {
    const url = route.request().url().replace('kind=unpatched', 'kind=end_of_life');
    const response = await route.fetch({ url });
    if (response.status() === 304) return route.fulfill({ response });
    const body = (await response.text()).replaceAll('"end_of_life"', '"unpatched"');
    return route.fulfill({ response, body });
  });
  await signIn(service, page, '?page=debt&client=later-debt&engagement=main');
  const kind = page.getByRole('group', { name: 'Debt' }).getByRole('button', { name: /^Unpatched 1$/ });
  const [asked] = await Promise.all([
    page.waitForRequest((request) => /assessments\?.*kind=/.test(request.url())),
    kind.click(),
  ]);
  expect(new URL(asked.url()).searchParams.get('kind')).toBe('unpatched');
  expect([await kind.getAttribute('aria-pressed'), new URL(page.url()).searchParams.get('kind')]).toEqual([
    'true',
    'unpatched',
  ]);
  await page.getByRole('table', { name: '1 asset' }).waitFor();
  await shoot(page, 'dashboard-later-debt');
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForRequest((request) => request.url().includes('/exports/')),
    page.getByRole('menuitem', { name: /CSV/ }).click(),
  ]);
  expect(new URL(file.url()).searchParams.get('kind')).toBe('unpatched');
  // Else the page asks this service for the kind it does not know.
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a pane that is open during an upgrade goes on to the results, and says what it does not know', async () => {
  const { page, service } = view;
  await connect(page, service, 'later-pane');
  await upgrade(page);
  await chooseFile(page, csvFile('hosts.csv', csv));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('button', { name: CONTINUE }).click();
  await page.getByRole('heading', { name: 'Results' }).waitFor({ timeout: 60_000 });
  await page.getByText('Notable').first().waitFor();
  await shoot(page, 'pane-later-results');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await upgrade(page, [[/"status":"completed","current_phase"/g, '"status":"being_moved","current_phase"']]);
  await page.reload();
  await page.getByText('Being moved').first().waitFor();
  await page.getByText('Cost estimate').waitFor();
  await shoot(page, 'pane-later-status');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
