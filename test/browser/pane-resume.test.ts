import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { formatMoment } from '#addin/shell/format.ts';
import { installExcelHost, type HostBehaviour, type HostWorkbook } from '../excel-host/install-excel-host.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { ADMIN_KEY } from '../harness/service-harness.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect } from './pane-steps.ts';

const ROWS = 60_000;
const pane = pagePerTest({ expected: /Failed to load resource/ });

const title = ['Exported from the CMDB', '', ''];
const rowOf = (row: number): (string | number)[] => [`srv-${row}`, `Zoë ${row % 40}`, row];
/** The header stands in row 3, below a line that looks like one: only the analyst knows. */
const workbook: HostWorkbook = {
  name: 'CMDB.xlsx',
  sheets: [
    { name: 'Notes', values: [['only'], ['one']] },
    {
      name: 'Servers',
      values: [
        title,
        ['A', 'B', 'C'],
        ['Name', 'Owner', 'Cores'],
        ...Array.from({ length: ROWS }, (_, at) => rowOf(at)),
      ],
    },
  ],
};

/** Also one whose last column looks like a secret. */
const withToken: HostWorkbook = {
  ...workbook,
  sheets: workbook.sheets.map(({ name, values }) => ({
    name,
    values: values.map((row) => row.map((cell) => (cell === 'Cores' ? 'Token' : cell))),
  })),
};

async function openInExcel(
  client: string,
  settings: Record<string, string> = {},
  host = '',
  opened = workbook,
): Promise<Page> {
  const page = await pane.openAnew();
  await installExcelHost(page, { ...opened, settings });
  const origin = host === '' ? pane.service.origin : pane.service.origin.replace('127.0.0.1', host);
  await connect(page, { origin }, client);
  await page.getByLabel('Read from').waitFor();
  return page;
}

async function importServers(page: Page): Promise<void> {
  await page.getByLabel('Read from').selectOption({ label: 'Servers!A1:C60003' });
  await page.getByLabel('Header row').selectOption({ label: 'Row 3' });
  await page.getByText(`60,000 rows · 3 columns`).last().waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

const settingsOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost.settings);

async function expectWholeImport(client: string): Promise<void> {
  const connection = pane.service.as(client);
  const [stored] = (await fetchEndpoint(connection, endpoints.listImports)).items;
  expect(stored?.total_records).toBe(ROWS);
  for (const row of [0, 1, 31_234, ROWS - 1]) {
    const { items } = await fetchEndpoint(connection, endpoints.listRecords, {
      params: { data_import_id: stored?.data_import_id ?? '' },
      query: { row_number: row + 1 },
    });
    expect(items[0]?.raw_data).toEqual({ Name: `srv-${row}`, Owner: `Zoë ${row % 40}`, Cores: row });
  }
}

test('an upload goes on after the pane was closed and the workbook opened again, from what had arrived', async () => {
  let page = await openInExcel('closed');
  // Of three on their way at once, any may be answered first: only the one that must not be sent again arrives.
  await page.route('**/chunks/*', (route) =>
    route.request().url().endsWith('/chunks/0') ? route.continue() : undefined,
  );
  await importServers(page);
  await page.getByText(/^[1-9][\d,]+ of 60,000 rows/).waitFor();
  expect(await page.getByLabel('Header row').isDisabled()).toBe(true);
  await shoot(page, 'pane-upload-sending');
  const settings = await settingsOf(page);
  expect(Object.keys(settings)).toEqual(['cmdbImport.upload']);
  for (const secret of [ADMIN_KEY, 'closed', 'srv-', 'Owner']) expect(JSON.stringify(settings)).not.toContain(secret);

  page = await openInExcel('closed', settings);
  await page.getByText(/An import of Servers!A1:C60003 was interrupted/).waitFor();
  const { uploadId } = JSON.parse(settings['cmdbImport.upload'] ?? '') as { uploadId: string };
  const { expires_at } = await fetchEndpoint(pane.service.as('closed'), endpoints.getUpload, {
    params: { upload_id: uploadId },
  });
  await page.getByText(`What has arrived is kept until ${formatMoment(expires_at)}.`).waitFor();
  await page.getByRole('button', { name: 'Continue the import', disabled: false }).waitFor();
  await page.getByText('60,000 rows · 3 columns · header in row 3').waitFor();
  await shoot(page, 'pane-upload-interrupted');
  expect(await seriousViolations(page)).toEqual([]);
  const sent: number[] = [];
  page.on('request', (request) => {
    const n = /chunks\/(\d+)$/.exec(request.url())?.[1];
    if (n !== undefined) sent.push(Number(n));
  });
  await page.getByRole('button', { name: 'Continue the import' }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  expect(sent).not.toContain(0);
  await expectWholeImport('closed');
  await eventually(async () => expect(Object.keys(await settingsOf(page))).toEqual(['cmdbImport.flow']));
});

test('an interrupted upload shows what it sends as it was chosen, and lets none of it be changed', async () => {
  let page = await openInExcel('ticked', {}, '', withToken);
  await page.route('**/chunks/*', () => undefined);
  await page.getByLabel('Read from').selectOption({ label: 'Servers!A1:C60003' });
  await page.getByLabel('Header row').selectOption({ label: 'Row 3' });
  await page.getByRole('checkbox', { name: 'Send the values of Token' }).check();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('0 of 60,000 rows').waitFor();
  const settings = await settingsOf(page);

  page = await openInExcel('ticked', settings, '', withToken);
  await page.getByRole('button', { name: 'Continue the import', disabled: false }).waitFor();
  const tick = page.getByRole('checkbox', { name: 'Send the values of Token' });
  await tick.waitFor();
  expect(await tick.isChecked()).toBe(true);
  expect(await page.getByText('not sent', { exact: true }).count()).toBe(0);
  for (const choice of [tick, page.getByLabel('Header row'), page.getByLabel('Kind of data')])
    expect(await choice.isDisabled()).toBe(true);
  expect(await page.getByLabel('Read from').isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'Discard it' }).click();
  await page.getByRole('group', { name: 'Upload' }).waitFor({ state: 'detached' });
  expect(await tick.isEnabled()).toBe(true);
});

test('what leaves this computer is compressed, and arrives as it was', async () => {
  const page = await openInExcel('far', {}, 'pane.localhost');
  const codings = new Set<string | undefined>();
  page.on('request', (request) => {
    if (request.url().includes('/chunks/')) codings.add(request.headers()['content-encoding']);
  });
  await importServers(page);
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  expect([...codings]).toEqual(['gzip']);
  await expectWholeImport('far');
});

test('an import is followed although the workbook cannot be written any more when its last rows have arrived', async () => {
  const page = await openInExcel('unwritable');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/chunks/*', async (route) => {
    await held;
    await route.continue();
  });
  await importServers(page);
  await page.getByText('0 of 60,000 rows').waitFor();
  await page.evaluate(() => {
    (window as unknown as { excelHost: HostBehaviour }).excelHost.refusesSettings = true;
  });
  letGo();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await page.getByText('Your rows are stored.').waitFor();
  await expectWholeImport('unwritable');
});

test('says so when an upload cannot be taken back for now, and takes it back the next time', async () => {
  const page = await openInExcel('stubborn');
  await page.route('**/chunks/*', () => undefined);
  await page.route(/uploads\/[^/]+$/, (route) =>
    route.request().method() === 'DELETE' ? route.abort('connectionreset') : route.continue(),
  );
  await importServers(page);
  await page.getByText('0 of 60,000 rows').waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByText('The service cannot be reached').waitFor();
  await shoot(page, 'pane-upload-cancel-failed');
  await page.unroute(/uploads\/[^/]+$/);
  await page.getByRole('button', { name: 'Discard it' }).click();
  await page.getByRole('group', { name: 'Upload' }).waitFor({ state: 'detached' });
  expect(await page.getByText('The service cannot be reached').count()).toBe(0);
  await eventually(async () => expect(await settingsOf(page)).toEqual({}));
});
