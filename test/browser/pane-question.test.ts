// Whether an import is to be deleted: asked over whatever the pane shows, which may change meanwhile.
import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect } from './pane-steps.ts';

const pane = pagePerTest();

/** Imports a sheet, and asks for its deletion while its mappings are reviewed. */
async function askAtMappings(client: string) {
  const { page } = pane;
  await connect(page, pane.service, client);
  const csv = 'Hostname,Serial Number\nsrv-1,CZ1001XK\nsrv-2,CZ1002XK\n';
  await chooseFile(page, { name: 'hosts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('list', { name: 'Field mappings' }).waitFor();
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
  await page.getByText('Import completed').waitFor();
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
  await page.getByRole('list', { name: 'Field mappings' }).waitFor();
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
  await question.getByLabel('Also forget 2 mappings learned from it').check();
  await question.getByRole('button', { name: 'Delete the import' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const row = page.getByRole('listitem', { name: 'Hostname', exact: true });
  await row.waitFor();
  expect(await row.textContent()).not.toContain('Remembered');
});
