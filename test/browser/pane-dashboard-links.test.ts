import { expect, test } from '@jest/globals';
import { storeImport } from '../builders.ts';
import { installExcelHost, type HostBehaviour } from '../excel-host/install-excel-host.ts';
import { eventually } from '../harness/eventually.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { signIn } from '../harness/sign-in.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect, reviewMappings } from './pane-steps.ts';

/** Where the dashboard opens from the pane. */
const env = pagePerTest();

const opened = async (): Promise<string[]> =>
  (await env.page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost)).opened;

test('is the browser of the computer where Excel can open it', async () => {
  const { page, service } = env;
  const { flow_id: flowId, data_import_id: dataImportId } = await storeImport(service.as('links', 'main'));
  const settings = { 'cmdbImport.flow': JSON.stringify({ flowId, dataImportId }) };
  await installExcelHost(page, {
    url: 'C:\\servers.xlsx',
    settings,
    sheets: [{ name: 'Servers', values: [['Name']] }],
  });
  await connect(page, service, 'links');
  await reviewMappings(page);
  let windows = 0;
  page.on('popup', () => (windows += 1));
  const dashboard = `${service.origin}/dashboard/`;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).click();
  await eventually(async () => expect(await opened()).toEqual([dashboard]));
  await page.getByRole('link', { name: 'Open in the dashboard' }).click();
  await eventually(async () => expect((await opened())[1]).toContain(`${dashboard}?flow=${flowId}`));
  await page.getByRole('link', { name: '3 rows stored, in the dashboard' }).click();
  await eventually(async () => expect((await opened())[2]).toMatch(/^http.+tab=records$/));
  expect(windows).toBe(0);
});

test('is another tab of the browser that the pane is in', async () => {
  const { page, service } = env;
  await connect(page, service, 'tabs');
  await page.getByRole('button', { name: 'Menu' }).click();
  const another = page.waitForEvent('popup');
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).click();
  expect((await another).url()).toBe(`${service.origin}/dashboard/`);
});

test('the dashboard leads to the mappings that wait, in the pane and with its own key', async () => {
  const { page, service } = env;
  const connection = service.as('waiting');
  const { flow_id: flowId } = await storeImport(connection);
  await waitForFlow(connection, flowId, ['waiting_for_approval']);
  await signIn(service, page, `?flow=${flowId}&flow_client=waiting&flow_engagement=main`);
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Review mappings' }).click();
  const pane = await opening;
  await pane.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
  expect(new URL(pane.url()).search).toBe('');
  await pane.reload();
  await pane.getByRole('heading', { name: /Step 2 of 4: Mapping/ }).waitFor();
});
