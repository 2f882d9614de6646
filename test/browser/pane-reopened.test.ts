import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile } from './pane-steps.ts';

const pane = pagePerTest();

const file = csvFile('list.csv', 'Hostname,Location\nsrv-1,Berlin 1\nsrv-2,Paris 2\n');

test('from the changes that are shown the pane leads back to the mappings, and on with other ones', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'back');
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('checkbox', { name: 'Show the changes before they are written' }).click();
  await page.getByRole('button', { name: CONTINUE }).click();
  const changes = page.getByRole('region', { name: 'Changes to be applied' });
  await changes.getByText('Berlin 1').waitFor();
  await shoot(page, 'pane-preview-back');

  await page.getByRole('button', { name: 'Mapping (done)' }).click();
  await page.getByText('They can be changed and approved again.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'pane-approved-mappings');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Change mappings' }).click();
  await page.getByRole('button', { name: CONTINUE }).waitFor();
  await shoot(page, 'pane-reopened-mappings');
  await page.getByRole('button', { name: 'Undo the decision on Location' }).click();
  await page.getByRole('button', { name: 'Leave out Location' }).click();
  await page.getByText('1 to be left out').waitFor();
  await page.getByRole('button', { name: CONTINUE }).click();
  await changes.getByText('srv-1').waitFor();
  expect(await changes.getByText('Berlin 1').count()).toBe(0);
  await page.getByRole('button', { name: 'Apply the changes' }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor();
  const { items } = await fetchEndpoint(pane.service.as('back'), endpoints.listAssets);
  expect(items.flatMap(({ values }) => values.map(({ field }) => field))).toEqual(['hostname', 'hostname']);
});
