/**
 * `npm run screenshots`: takes the pictures of docs/screenshots anew, of the real app over the sample workbook and made-up
 * sheets, in a database that is thrown away. Needs Chromium on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { AgentError } from '#service/agents/agent.ts';
import { startEmbeddedMongo } from '#service/platform/embedded-mongod/embedded-mongo.ts';
import { createLogger } from '#service/platform/logger.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { buildSheet } from '#test/builders/store-request.ts';
import { storeImport } from '#test/harness/store-import.ts';
import { chooseFile, connect, reviewMappings, showAllColumns } from '#test/browser/pane-steps.ts';
import { closeBrowser, openPage, type PageOptions } from '#test/harness/browser.ts';
import { disturbedAgents } from '#test/harness/disturbed-agent.ts';
import { importWhole } from '#test/harness/import-whole.ts';
import { startTestService, waitForFlow, type TestService } from '#test/harness/service-harness.ts';
import { signIn } from '#test/browser/sign-in.ts';

const root = path.resolve(import.meta.dirname, '..');
const SAMPLE = path.join(root, 'samples/northwind-cmdb.xlsx');
const wide: PageOptions = { width: 1280, height: 800 };

/** While set, field mapping fails as it does over a record that cannot be read. */
let isBroken = false;

async function main(): Promise<void> {
  process.env['TEST_CHROMIUM'] ??= execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cmdb-import-pictures-'));
  const mongo = await startEmbeddedMongo({ dataDir, cacheSizeGb: 0.5, logger: createLogger('warn') });
  process.env['TEST_MONGODB_URI'] = mongo.uri;
  const service = await startTestService({
    agentFor: disturbedAgents('field_mapping', () => {
      if (isBroken) throw new AgentError('unreadable_record', 'The record cannot be read.', { rowNumber: 37 });
    }),
  });
  try {
    await shootPane(service);
    await storeEstate(service);
    await shootDashboard(service);
  } finally {
    await closeBrowser();
    await service.stop();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  // Colours fade into those of another theme.
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(root, `docs/screenshots/${name}.png`) });
}

async function shootPane(service: TestService): Promise<void> {
  const view = await openPage();
  const { page } = view;
  await connect(page, service, 'Contoso');
  await chooseFile(page, {
    name: 'northwind-cmdb.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await readFile(SAMPLE),
  });
  await page.getByText('322 rows · 21 columns').first().waitFor();
  await shoot(page, 'pane-sheet');
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-mapping-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await reviewMappings(page);
  await page.getByText('assets created').waitFor();
  await shoot(page, 'pane-results');
  await page.getByRole('button', { name: 'Import another sheet' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await showAllColumns(page);
  await page.getByRole('button', { name: 'Change Server Name' }).click();
  await page.getByRole('button', { name: 'Forget this decision' }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).scrollIntoViewIfNeeded();
  await shoot(page, 'pane-memory-forget');
  await view.close();
}

/** Hosts with virtual machines that lean on one another, and two records that may be one asset. */
async function storeEstate(service: TestService): Promise<void> {
  const columns = ['Hostname', 'Serial Number', 'Operating System', 'Host Server', 'Application', 'Depends On'];
  const rows: Cell[][] = [
    ...Array.from({ length: 4 }, (_, at) => [`esx0${at + 1}`, `CZX100${at}AK`, 'VMware ESXi 6.7', null, null, null]),
    ...Array.from({ length: 20 }, (_, at) => [
      `app-${String(at + 1).padStart(2, '0')}`,
      `VM42${1000 + at}QQ`,
      at % 3 ? 'Windows Server 2012 R2' : 'RHEL 7.9',
      `esx0${(at % 4) + 1}`,
      ['Payroll', 'Order Desk', 'Ledger'][at % 3] ?? null,
      at > 3 ? `app-0${(at % 4) + 1}` : null,
    ]),
    ['mail01', 'CZ9001XK', 'Windows Server 2019', null, null, null],
    ['mail02', 'CZ9001XK', 'Windows Server 2019', null, null, null],
  ];
  const metadata = { filename: 'tailspin-estate.xlsx', size: 20_480, type: 'text/csv', sheet_name: 'Estate' };
  await importWhole(service.as('tailspin', 'datacenter-exit'), {
    sheet: { columns, rows },
    metadata: { ...metadata, range: 'A1:F27', header_row: 1 },
  });
  const waiting = await storeImport(service.as('globex'));
  await waitForFlow(service.as('globex'), waiting.flow_id, ['waiting_for_approval']);
  isBroken = true;
  const fabrikam = service.as('fabrikam', 'datacenter-exit');
  const failing = await storeImport(fabrikam, {
    sheet: buildSheet({ rows: 480 }),
    metadata: {
      ...metadata,
      filename: 'fabrikam-servers.xlsx',
      sheet_name: 'Servers',
      range: 'A1:F481',
      header_row: 1,
    },
  });
  await waitForFlow(fabrikam, failing.flow_id, ['failed'], 180_000);
}

async function shootDashboard(service: TestService): Promise<void> {
  const view = await openPage(wide);
  const { page } = view;
  // The machine that takes the pictures is nobody's business.
  await page.route('**/tasks?*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(os.hostname(), 'worker-1') });
  });
  await signIn(service, page);
  await page.getByRole('table').getByRole('link').first().waitFor();
  await page.getByRole('link', { name: 'fabrikam-servers.xlsx' }).click();
  await page.getByRole('table', { name: /agent tasks/ }).waitFor();
  await shoot(page, 'dashboard-failed-flow');
  const estate = '&client=tailspin&engagement=datacenter-exit';
  await page.goto(`${service.origin}/dashboard/?page=conflicts${estate}`);
  await page.getByRole('link', { name: 'mail01, mail02' }).click();
  await page.getByRole('radio', { name: 'One new asset' }).click();
  await page.getByText('Only withdrawing the import takes it back.').waitFor();
  await shoot(page, 'dashboard-conflict');
  await page.goto(`${service.origin}/dashboard/?page=graph${estate}`);
  await page.getByRole('button', { name: 'Zoom in' }).waitFor();
  await page.waitForTimeout(1_500);
  await shoot(page, 'dashboard-dependencies');
  await view.close();
}

await main();
