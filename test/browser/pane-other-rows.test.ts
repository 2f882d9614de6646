import { expect, test } from '@jest/globals';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { signIn } from './sign-in.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, csvFile, importFile, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

const REPORT = `Asset Name,IP Address,Operating System
Datacenter Berlin,,
app-01,10.0.0.1,Windows Server 2019
app-02,10.0.0.2,Windows Server 2019
Datacenter Hamburg,,
db-01,10.0.0.3,RHEL 8
db-02,10.0.0.4,RHEL 8
Total: 4,,
-- end of report --,,
`;

test('headings, footers and totals of a report are no assets, and the analyst reads how many there were and which', async () => {
  const { page } = pane;
  await importFile(pane, 'report', csvFile('report.csv', REPORT));
  await reviewMappings(page);
  await page.getByRole('heading', { name: 'Import completed' }).waitFor();
  await page.getByText(/^3 rows were taken for headings or footers and left out\. The findings list them/).waitFor();
  expect(await page.getByText('name no asset').count()).toBe(0);
  await shoot(page, 'pane-other-rows');
  await page.getByRole('button', { name: /3 rows were taken for headings or footers/ }).click();
  await page.getByText('Datacenter Hamburg').waitFor();
  await page.getByRole('button', { name: /1 row sums up others/ }).click();
  await page.getByText('Total: 4').last().waitFor();
  expect(await page.getByText(/looks like a total/).count()).toBe(0);
  await page.getByText('Datacenter Hamburg').scrollIntoViewIfNeeded();
  await shoot(page, 'pane-other-rows-listed');
  expect(await seriousViolations(page)).toEqual([]);

  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(pane.service, page, '?page=flows&client=report&engagement=main');
  await page.getByText('report.csv').first().click();
  await page.getByRole('tab', { name: /Findings/ }).click();
  await page.getByText('Heading or footer, not an asset').first().waitFor();
  await shoot(page, 'dashboard-other-rows');
});

test('are listed before the inventory is written, where that was asked for', async () => {
  const { page } = pane;
  await importFile(pane, 'shown-first', csvFile('report.csv', REPORT));
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('checkbox', { name: 'Show the changes before they are written' }).click();
  await page.getByRole('button', { name: CONTINUE }).click();
  await page.getByText('Nothing is written yet.').waitFor();
  await page.getByRole('button', { name: /3 rows were taken for headings or footers/ }).waitFor();
  await page.getByRole('button', { name: /3 rows were taken for headings or footers/ }).click();
  await page.getByText('Datacenter Hamburg').last().scrollIntoViewIfNeeded();
  await shoot(page, 'pane-other-rows-preview');
});
