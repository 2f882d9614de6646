// Whether an import is to be deleted: asked over whatever the pane shows, which may change meanwhile.
import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { buildSheet, storeImport } from '../builders.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect } from './pane-steps.ts';

const pane = pagePerTest(/status of 409|net::ERR_CONNECTION_RESET/);

/** Imports a sheet, and asks for its deletion while its mappings are reviewed. */
async function askAtMappings(client: string) {
  const { page } = pane;
  await connect(page, pane.service, client);
  const csv = 'Hostname,Serial Number\nsrv-1,CZ1001XK\nsrv-2,CZ1002XK\n';
  await chooseFile(page, { name: 'hosts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
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
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
});

const IN_THE_WAY = 'An import is still open for this engagement';

/** Presses Import where another import of the engagement is open. */
async function meetOpenImport(client: string, rows: number) {
  const { page } = pane;
  const open = await storeImport(pane.service.as(client), { sheet: buildSheet({ rows: 4 }) });
  await connect(page, pane.service, client);
  const lines = Array.from({ length: rows }, (_, row) => `srv-${row},10.0.${row >> 8}.${row & 255}`);
  const buffer = Buffer.from(['Name,IP', ...lines].join('\n'));
  await chooseFile(page, { name: 'next.csv', mimeType: 'text/csv', buffer });
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
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
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

test('an import deleted at its preview teaches no longer, if that is wanted', async () => {
  const { page } = pane;
  await (await askAtMappings('unlearned')).getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByLabel('Show the changes before they are written').check();
  await page.getByRole('button', { name: 'Approve and continue' }).click();
  await page.getByText('The inventory is not written yet').waitFor();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const question = page.getByRole('dialog');
  const forgetting = question.getByLabel('Also forget 2 mappings learned from it');
  await forgetting.check();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  // What was ticked for the question before is no answer to this one.
  expect(await forgetting.isChecked()).toBe(false);
  await forgetting.check();
  await question.getByRole('button', { name: 'Delete the import' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const row = page.getByRole('row', { name: 'Hostname', exact: true });
  await row.waitFor();
  expect(await row.textContent()).not.toContain('Remembered');
});
