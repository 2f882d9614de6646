import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { storeImport } from '../harness/store-import.ts';
import { glimpse } from '../harness/browser.ts';
import { waitForFlow } from '../harness/service-harness.ts';
import { signIn } from './sign-in.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

const dashboard = pagePerTest(DESKTOP);

const addressOf = (client: string, flowId: string): string =>
  `?flow_client=${client}&flow_engagement=main&flow=${flowId}`;

test('an open flow is deleted only after its impact was named; cancelling changes nothing', async () => {
  const { page } = dashboard;
  const connection = dashboard.service.as('deleting');
  const { flow_id } = await storeImport(connection);
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  await signIn(dashboard.service, page, addressOf('deleting', flow_id));
  const ask = async (act: string) => {
    await page.getByRole('button', { name: 'More acts' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  await ask('Delete flow');
  await page.getByText('deleting / main can start its next import.').waitFor();
  await page.getByText('3 raw records, the mappings and the findings are kept.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect((await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } })).status).toBe(
    'waiting_for_approval',
  );
  await ask('Delete flow');
  await Promise.all([
    glimpse(page, /Deleted\. .* 3 raw records kept\./),
    page.getByRole('alertdialog').getByRole('button', { name: 'Delete flow' }).click(),
  ]);
  await page.getByText('Nothing runs any more; its 3 raw records are kept.').waitFor();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'More acts' }).count()).toBe(0);
});

test('a flow that has ended is hidden from the list without alarm, and found by its status', async () => {
  const { page } = dashboard;
  const connection = dashboard.service.as('hiding');
  const { flow_id } = await storeImport(connection, {
    metadata: {
      filename: 'done.xlsx',
      size: 1,
      type: 'text/csv',
      sheet_name: 'Servers',
      range: 'A1:F4',
      header_row: 1,
    },
  });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const ended = { $set: { status: 'completed', is_open: false } };
  await dashboard.service.db.collection('crewai_flow_state_extensions').updateOne({ _id: flow_id as never }, ended);
  await signIn(dashboard.service, page, '?client=hiding');
  await page.getByRole('link', { name: 'done.xlsx' }).click();
  await page.getByRole('button', { name: 'More acts' }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual([
    'Rebuild dependencies and technical debt',
    'Withdraw import',
    'Hide from the list',
  ]);
  await page.getByRole('menuitem', { name: 'Hide from the list' }).click();
  const question = page.getByRole('alertdialog', { description: /it is only listed no more.*3 raw records/ });
  await question.getByRole('button', { name: 'Hide' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Flows' }).click();
  await page.getByRole('heading', { name: 'No flow matches the filters' }).waitFor();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Deleted', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'done.xlsx' }).getByText('Deleted').waitFor();
});
