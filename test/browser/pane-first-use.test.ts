import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openPage, type TestPage } from '../harness/browser.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { chooseFile, connect, reviewMappings } from './pane-steps.ts';

/** What somebody meets who has not seen the pane before. */
let service: TestService;
let view: TestPage;
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(async () => {
  view = await openPage();
});
afterEach(() => view.close());
afterAll(() => service?.stop());

const csvOf = (text: string) => ({ name: 'estate.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const servers = csvOf(
  [
    'Hostname,Serial Number,Operating System,Purchase Date,Wibble',
    'app-01,VM421001QQ,Windows Server 2019,03/04/2019,x',
    'app-02,VM421002QQ,RHEL 8.4,05/06/2020,y',
    'app-03,VM421003QQ,RHEL 8.4,07/08/2021,z',
  ].join('\n'),
);

async function importServers(client: string): Promise<void> {
  await connect(view.page, service, client);
  await chooseFile(view.page, servers);
  await view.page.getByRole('button', { name: 'Import', exact: true }).click();
  await view.page.getByRole('list', { name: 'Field mappings' }).waitFor();
}

test('finds its import again when its page is loaded anew in a browser, until another sheet is begun', async () => {
  const { page } = view;
  await importServers('reload');
  await page.reload();
  await page.getByRole('list', { name: 'Field mappings' }).waitFor();
  await reviewMappings(page);
  await page.reload();
  await page.getByText('Import completed').waitFor();
  await page.getByRole('button', { name: 'Import another sheet' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
});
