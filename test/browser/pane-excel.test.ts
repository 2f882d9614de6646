import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { READ_CELL_BUDGET } from '#shared/limits.ts';
import {
  installExcelHost,
  type HostBehaviour,
  type HostSheet,
  type HostWorkbook,
} from '../excel-host/install-excel-host.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { connect, reviewMappings } from './pane-steps.ts';

const pane = pagePerTest();

const ROWS = 5_000;
const COLUMNS = 20;

/** 5,000 × 20 with every kind of cell: texts, numbers, booleans, dates, errors, blanks, Unicode. */
function buildLargeSheet(): HostSheet {
  const headers = [
    'Server Name',
    'IP Address',
    'Operating System',
    'CPU Cores',
    'RAM (GB)',
    'Is Virtual',
    'Install Date',
    'Environment',
    'Owner',
    'Monthly Cost',
    ...Array.from({ length: COLUMNS - 10 }, (_, index) => `Extra ${index + 1}`),
  ];
  const rows = Array.from({ length: ROWS }, (_, row) => [
    `srv-${row}`,
    `10.${row >> 16}.${(row >> 8) & 255}.${row & 255}`,
    'Windows Server 2019',
    2 + (row % 8),
    16,
    row % 2 === 0,
    43_831 + row,
    row % 3 ? 'Production' : '',
    `Zoë ${row % 40}`,
    row % 500 === 499 ? '#N/A' : row * 1.5,
    ...Array.from({ length: COLUMNS - 10 }, (_cell, column) => (column === 0 ? '' : `${row}:${column}`)),
  ]);
  return {
    name: 'CMDB export',
    values: [headers, ...rows],
    columnFormats: { 6: 'dd/mm/yyyy' },
    hiddenRows: [10, 11, 12],
  };
}

async function openInExcel(workbook: HostWorkbook, options: { isDark?: boolean } = {}): Promise<Page> {
  const page = await pane.openAnew(options);
  await installExcelHost(page, { name: 'CMDB.xlsx', ...workbook });
  return page;
}

const host = (page: Page): Promise<HostBehaviour> =>
  page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost);

describe('the pane in Excel', () => {
  test('reads 5,000 × 20 cells in chunks, imports them and completes the flow', async () => {
    const page = await openInExcel({ sheets: [buildLargeSheet(), { name: 'Notes', values: [['only', 'one']] }] });
    await connect(page, pane.service, 'excel');
    await page.getByText('5,000 rows · 20 columns').first().waitFor();
    await page.getByText('3 rows are hidden in the sheet and will be imported too.').waitFor();
    const chunks = (await host(page)).reads;
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks) expect(chunk.rows * chunk.columns).toBeLessThanOrEqual(READ_CELL_BUDGET);
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    await page.getByText('5,000 rows stored').waitFor();
    await shoot(page, 'pane-excel-results');
    expect(await seriousViolations(page)).toEqual([]);

    const [stored] = (await fetchEndpoint(pane.service.as('excel'), endpoints.listImports)).items;
    expect(stored).toMatchObject({ filename: 'CMDB.xlsx', sheet_name: 'CMDB export', total_records: ROWS });
    const params = { data_import_id: stored?.data_import_id ?? '' };
    const last = await fetchEndpoint(pane.service.as('excel'), endpoints.listRecords, {
      params,
      query: { row_number: ROWS },
    });
    expect(last.items[0]?.raw_data).toMatchObject({
      'Server Name': 'srv-4999',
      'CPU Cores': 9,
      'Is Virtual': false,
      Environment: 'Production',
      Owner: 'Zoë 39',
      'Extra 1': null,
      'Extra 2': '4999:1',
      'Install Date': { type: 'date', iso: '2033-09-08T00:00:00', serial: 48_830, format: 'dd/mm/yyyy' },
      'Monthly Cost': { type: 'error', code: '#N/A' },
    });

    await page.getByRole('button', { name: /10 cells of "Monthly Cost" show an Excel error/ }).click();
    await page.getByRole('button', { name: /J501/ }).click();
    await page.waitForFunction(() => (window as unknown as { excelHost: HostBehaviour }).excelHost.selected !== null);
    expect((await host(page)).selected).toBe("'CMDB export'!J501");
  });

  test('finds its import again when the pane is closed and opened, by ids alone', async () => {
    const workbook = {
      sheets: [
        {
          name: 'Sheet1',
          values: [
            ['Name', 'IP'],
            ['a', '10.0.0.1'],
            ['b', '10.0.0.2'],
          ],
        },
      ],
    };
    let page = await openInExcel(workbook);
    await connect(page, pane.service, 'reopened');
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
    const { settings } = await host(page);
    expect(JSON.stringify(settings)).not.toContain('reopened');
    expect(JSON.stringify(settings)).toContain('flow_');

    page = await openInExcel({ ...workbook, settings });
    await connect(page, pane.service, 'reopened');
    await reviewMappings(page);
    await page.getByText('2 rows stored').waitFor();
  });

  test('offers the table under the selection first, then the selection, then the sheets', async () => {
    const values = [
      ['x', '', ''],
      ['', 'Name', 'IP'],
      ['', 'a', '10.0.0.1'],
      ['', 'b', '10.0.0.2'],
      ['', 'c', '10.0.0.3'],
    ];
    const page = await openInExcel({
      sheets: [
        { name: "Bob's list", values, tables: [{ name: 'Servers', address: 'B2:C5' }] },
        { name: 'Old', visibility: 'Hidden', values },
      ],
      selection: { sheet: "Bob's list", address: 'B2:C4' },
    });
    await connect(page, pane.service, 'sources');
    const options = page.getByLabel('Read from').locator('option');
    await options.first().waitFor({ state: 'attached' });
    expect(await options.allTextContents()).toEqual([
      "Table Servers: Bob's list!B2:C5",
      "Selection: Bob's list!B2:C4",
      "Bob's list!A1:C5",
    ]);
    await page.getByText('3 rows · 2 columns · header in row 2').waitFor();
  });

  test('says that a cell is being edited, and reads on when it is tried again', async () => {
    const page = await openInExcel({ sheets: [{ name: 'Sheet1', values: [['Name'], ['a'], ['b']] }] });
    await page.addInitScript(() =>
      (window as unknown as { excelHost: HostBehaviour }).excelHost.failNext.push('InvalidOperationInCellEditMode'),
    );
    await connect(page, pane.service, 'editing');
    await page.getByText('A cell is being edited, and Excel answers no one until that is done.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('2 rows · 1 column').first().waitFor();
  });

  test('asks for less when Excel finds an answer too large', async () => {
    const page = await openInExcel({
      sheets: [
        {
          name: 'Wide',
          values: Array.from({ length: 400 }, (_, row) =>
            Array.from({ length: 10 }, (_cell, column) => (row === 0 ? `H${column}` : `value ${row} ${column}`)),
          ),
        },
      ],
    });
    await page.addInitScript(
      () => ((window as unknown as { excelHost: HostBehaviour }).excelHost.maxResponse = 20_000),
    );
    await connect(page, pane.service, 'small-answers');
    await page.getByText('399 rows · 10 columns').first().waitFor();
    expect((await host(page)).reads.length).toBeGreaterThan(8);
  });

  test('is dark where Excel is dark', async () => {
    const page = await openInExcel({
      sheets: [
        {
          name: 'Sheet1',
          values: [
            ['Name', 'IP'],
            ['a', '10.0.0.1'],
          ],
        },
      ],
      isDark: true,
    });
    await connect(page, pane.service, 'dark');
    await page.getByText('1 row · 2 columns').first().waitFor();
    await page.waitForFunction(() => {
      const provider = document.querySelector('main')?.closest('.fui-FluentProvider');
      const background = provider ? getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1') : '';
      return background.trim().toLowerCase() === '#292929';
    });
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-excel-dark');
  });
});

describe('the pane where Office does not answer', () => {
  test('names it instead of staying blank', async () => {
    const { page } = pane;
    // The ten seconds that Excel has end when this says so, however long the page takes to load.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.goto(`${pane.service.origin}/taskpane.html?_host_Info=Excel$Win32$16.01$en-US$$$$0`);
    await page.getByText('Connecting to Excel').waitFor();
    await page.clock.resume();
    await page.clock.fastForward(11_000);
    await page.getByText('Excel does not answer').waitFor();
  });
});
