// Whether an import is to be deleted or withdrawn: asked over whatever the pane shows, which may change meanwhile.
import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { until } from '../harness/until.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile, importFile, importSheet, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 409|net::ERR_CONNECTION_RESET/ });

const hosts = csvFile('hosts.csv', 'Hostname,Serial Number\nsrv-1,CZ1001XK\nsrv-2,CZ1002XK\n');

/** Imports a sheet, and asks for its deletion while its mappings are reviewed. */
async function askAtMappings(client: string) {
  const { page } = pane;
  await importFile(pane, client, hosts);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Delete this import…' }).click();
  const question = page.getByRole('dialog');
  await question.waitFor();
  return question;
}

test('the question can stand while somebody else lets the flow go on; answered, it leaves the pane to everybody', async () => {
  const { page } = pane;
  const question = await askAtMappings('asked');
  const connection = pane.service.as('asked');
  const [flow] = (await fetchEndpoint(connection, endpoints.listFlows)).items;
  const params = { data_import_id: flow?.data_import_id ?? '' };
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
  await page.getByText('Import completed', { exact: true }).waitFor();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Import another sheet' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
});

test('the sheet is there for everybody when the import is deleted, also where things move', async () => {
  const { page } = pane;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const question = await askAtMappings('deleted');
  await question.getByRole('button', { name: 'Delete the import' }).click();
  await importSheet(page);
});

/** Imports a sheet to the end, withdraws it, and goes back to the sheet. */
async function withdrawImport(client: string): Promise<void> {
  const { page } = pane;
  await importFile(pane, client, hosts);
  await reviewMappings(page);
  await page.getByRole('button', { name: 'Withdraw import' }).click();
  await page.getByRole('button', { name: 'Withdraw the import', disabled: false }).click();
  await page.getByRole('button', { name: 'Back to the sheet' }).click();
}

async function deleteImport(client: string): Promise<void> {
  const question = await askAtMappings(client);
  await question.getByRole('button', { name: 'Delete the import' }).click();
}

test.each([
  ['withdrawn', withdrawImport],
  ['deleted', deleteImport],
])('another file goes its way alone after an import was %s', async (what, end) => {
  const { page } = pane;
  await end(`other-file-${what}`);
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ ...hosts, name: 'other.csv' });
  await page.getByLabel('Read from other.csv').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Step 2 of 4: Mapping' }).waitFor();
  expect(await page.getByRole('main').count()).toBe(1);
});

test('whether an import is to be withdrawn is not asked again of the next one', async () => {
  const { page } = pane;
  await withdrawImport('asked-of-one');
  await importSheet(page);
  await reviewMappings(page);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Import another sheet' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
});

const IN_THE_WAY = 'An import is still open for this engagement';

/** Presses Import where another import of the engagement is open. */
async function meetOpenImport(client: string, rows: number) {
  const { page } = pane;
  const open = await storeImport(pane.service.as(client), { sheet: buildSheet({ rows: 4 }) });
  await connect(page, pane.service, client);
  const lines = Array.from({ length: rows }, (_, row) => `srv-${row},10.0.${row >> 8}.${row & 255}`);
  await chooseFile(page, csvFile('next.csv', ['Name,IP', ...lines].join('\n')));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText(IN_THE_WAY).waitFor();
  return open;
}

async function deleteOpenImport(): Promise<void> {
  const { page } = pane;
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the import' }).click();
}

test('the sheet is there for everybody when the import in its way is deleted, also where things move', async () => {
  const { page } = pane;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await meetOpenImport('in-the-way', 2);
  await deleteOpenImport();
  await page.getByText(IN_THE_WAY).waitFor({ state: 'detached' });
  await importSheet(page);
});

test.each([
  ['of one request', 'kept-small', 2],
  ['that is uploaded', 'kept-large', 60_000],
])('the import in the way of a sheet %s stays in question when it cannot be deleted', async (_what, client, rows) => {
  const { page } = pane;
  const open = await meetOpenImport(client, rows);
  const flow = `**/api/v1/flows/${open.flow_id}*`;
  await page.route(flow, (route) => route.abort('connectionreset'));
  await deleteOpenImport();
  await page.getByText('It may have been deleted; deleting it again is safe.').waitFor();
  expect(await page.getByText(IN_THE_WAY).count()).toBe(1);
  expect(await page.getByText(/of this sheet (was|is)|have been stored/).count()).toBe(0);
  await page.unroute(flow);
  await deleteOpenImport();
  await page.getByText(IN_THE_WAY).waitFor({ state: 'detached' });
  expect(await page.getByText('It may have been deleted').count()).toBe(0);
});

test("an import in the way that has ended meanwhile is in nobody's way, and is not asked about any more", async () => {
  const { page } = pane;
  const open = await meetOpenImport('ended-meanwhile', 2);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  const params = { data_import_id: open.data_import_id };
  await fetchEndpoint(pane.service.as('ended-meanwhile'), endpoints.approveFieldMappings, { params, body: {} });
  await page.getByText(/^"[^"]+" is completed\. Your sheet was not sent\.$/).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByText(IN_THE_WAY).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Delete', exact: true }).count()).toBe(0);
  await importSheet(page);
  expect((await flowOf('ended-meanwhile', open.flow_id)).status).toBe('completed');
});

test.each([
  ['completed', 'ended-unseen'],
  ['deleted', 'deleted-unseen'],
])(
  'deleting an import that is %s before the pane hears of it leads on, and changes nothing',
  async (status, client) => {
    const { page } = pane;
    const connection = pane.service.as(client);
    let isHeld = true;
    await page.route('**/api/v1/flows/*?wait_seconds=*', (route) => (isHeld ? undefined : route.continue()));
    const open = await meetOpenImport(client, 2);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the import', disabled: false }).waitFor();
    if (status === 'deleted')
      await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: open.flow_id }, query: {} });
    else {
      const params = { data_import_id: open.data_import_id };
      await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
      await until('the import is done', async () => (await flowOf(client, open.flow_id)).status === 'completed');
    }
    isHeld = false;
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the import' }).click();
    await page.getByText(`is ${status}. Your sheet was not sent.`).waitFor();
    expect((await flowOf(client, open.flow_id)).status).toBe(status);
    await importSheet(page);
  },
);

function flowOf(client: string, flowId: string) {
  return fetchEndpoint(pane.service.as(client), endpoints.getFlow, { params: { flow_id: flowId } });
}

test('an import deleted at its preview teaches no longer, if that is wanted', async () => {
  const { page } = pane;
  await (await askAtMappings('unlearned')).getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: CONTINUE }).click();
  await page.getByText('Nothing is written yet.').waitFor();
  await page.getByRole('button', { name: 'Delete import', exact: true }).click();
  const question = page.getByRole('dialog');
  const forgetting = question.getByLabel('Also forget 2 mappings learned from it');
  await forgetting.check();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete import', exact: true }).click();
  // What was ticked for the question before is no answer to this one.
  expect(await forgetting.isChecked()).toBe(false);
  await forgetting.check();
  await question.getByRole('button', { name: 'Delete the import' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const row = page.getByRole('row', { name: 'Hostname', exact: true });
  await row.waitFor();
  expect(await row.textContent()).not.toContain('Remembered');
});

test('while something else is done with an import, it says why it cannot be deleted yet', async () => {
  const { page } = pane;
  await (await askAtMappings('acting')).getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: CONTINUE }).click();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**${endpoints.applyInventory.path.replace('{flow_id}', '*')}`, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Apply the changes' }).click();
  await page.getByRole('button', { name: 'Menu' }).click();
  const deletion = page.getByRole('menuitem', { name: /^Delete this import…/ });
  await deletion.waitFor();
  expect(await deletion.isDisabled()).toBe(true);
  expect(await deletion.textContent()).toContain('Possible again once the pane shows what you asked for.');
  letGo();
  await page.getByText('Import completed', { exact: true }).waitFor();
});
