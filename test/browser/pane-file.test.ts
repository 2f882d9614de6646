import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { columnLetters } from '#shared/cell-address.ts';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { describeWithRealData, realData } from '../harness/real-data.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { readRawSheet } from '../harness/raw-workbook.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile, reviewMappings, tile, showAllColumns } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of (409|412)/ });

/** All raw records of the newest import, read back through the API. */
async function readBack(connection: Connection) {
  const [newest] = (await fetchEndpoint(connection, endpoints.listImports)).items;
  if (!newest) throw new Error('nothing was imported');
  const params = { data_import_id: newest.data_import_id };
  const detail = await fetchEndpoint(connection, endpoints.getImport, { params });
  const records: { row_number: number; raw_data: Record<string, Cell> }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: typeof records; next_cursor: string | null } = await fetchEndpoint(
      connection,
      endpoints.listRecords,
      { params, query: { limit: 1_000, ...(cursor === '' ? {} : { cursor }) } },
    );
    records.push(...page.items);
    cursor = page.next_cursor;
  }
  return { detail, records };
}

const RVTOOLS = 'RVTools-SizingWorkshop.xlsx';

describeWithRealData(RVTOOLS, 'a real RVTools export', () => {
  const rvtools = realData(RVTOOLS);

  test('goes through the pane: preview, import, review, completion, and every cell equal', async () => {
    const { page } = pane;
    const connection = pane.service.as('rvtools');
    const raw = await readRawSheet(rvtools, 'vInfo');
    const rowsWithValues = new Set([...raw.keys()].map((address) => Number(/\d+$/.exec(address)?.[0])));
    expect([rowsWithValues.size, Math.max(...rowsWithValues)]).toEqual([806, 806]);
    await connect(page, pane.service, 'rvtools');
    await chooseFile(page, rvtools);
    await page.getByLabel('Read from').selectOption({ label: 'vInfo!A1:N806' });
    await page.getByText('805 rows · 14 columns · header in row 1').waitFor();
    await page.getByText('2,698 rows below the last value hold formatting only and are not imported.').waitFor();
    const preview = page.getByRole('region', { name: 'First rows' });
    for (let column = 1; column <= 14; column += 1) {
      const header = String(raw.get(`${columnLetters(column)}1`)?.value);
      expect(await preview.locator('thead th').nth(column).textContent()).toContain(header);
      const first = raw.get(`${columnLetters(column)}2`)?.value;
      expect(
        await preview
          .locator('tbody tr')
          .first()
          .locator('td')
          .nth(column - 1)
          .textContent(),
      ).toBe(first === undefined ? '' : String(first));
    }
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-sheet');
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-mapping');
    await reviewMappings(page);
    await page.getByText('805 rows stored').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-results');

    const { detail, records } = await readBack(connection);
    expect(detail).toMatchObject({ total_records: 805, sheet_name: 'vInfo', range: 'A1:N806', header_row: 1 });
    expect(records.map((record) => record.row_number)).toEqual(Array.from({ length: 805 }, (_, index) => index + 1));
    let compared = 0;
    for (const { row_number, raw_data } of records) {
      for (const column of detail.columns) {
        const inFile = raw.get(`${columnLetters(column.index + 1)}${row_number + 1}`);
        const stored = raw_data[column.key] ?? null;
        const plain =
          typeof stored === 'object' && stored !== null
            ? stored.type === 'date'
              ? stored.serial
              : stored.type === 'amount'
                ? stored.value
                : stored.code
            : stored;
        if (plain !== (inFile?.value ?? null))
          throw new Error(
            `${columnLetters(column.index + 1)}${row_number + 1}: the file has ${JSON.stringify(inFile)}, stored is ${JSON.stringify(stored)}`,
          );
        compared += 1;
      }
    }
    expect(compared).toBe(805 * 14);

    const link = await page.getByRole('link', { name: 'Open in the dashboard' }).getAttribute('href');
    await page.goto(pane.service.origin + String(link));
    await page.getByLabel('API key').fill(connection.apiKey);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.getByRole('heading', { name: 'RVTools-SizingWorkshop.xlsx · vInfo' }).waitFor();
    await page.getByText('Completed').first().waitFor();
  });
});

const csv = `\ufeffHost;IP;RAM;Installed;Notiz;Asset\r
srv-ä1;10.0.0.1;16;01.02.2020;"zwei\r
Zeilen; mit Trenner";00042\r
srv-日本;10.0.0.2;;2021-03-04;"er sagte ""ja""";00043\r
srv-3;;32;; =1+1 ;00044\r
`;

describe('a CSV', () => {
  test('keeps every text as it is: leading zeros, quotes, line breaks, Unicode, blanks', async () => {
    const { page } = pane;
    await connect(page, pane.service, 'csv');
    await chooseFile(page, csvFile('Bestand.csv', csv));
    await page.getByText('3 rows · 6 columns').first().waitFor();
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    const { records, detail } = await readBack(pane.service.as('csv'));
    expect(detail).toMatchObject({ filename: 'Bestand.csv', sheet_name: 'Bestand', total_records: 3 });
    expect(records.map((record) => record.raw_data)).toEqual([
      {
        Host: 'srv-ä1',
        IP: '10.0.0.1',
        RAM: '16',
        Installed: '01.02.2020',
        Notiz: 'zwei\r\nZeilen; mit Trenner',
        Asset: '00042',
      },
      { Host: 'srv-日本', IP: '10.0.0.2', RAM: null, Installed: '2021-03-04', Notiz: 'er sagte "ja"', Asset: '00043' },
      { Host: 'srv-3', IP: null, RAM: '32', Installed: null, Notiz: ' =1+1 ', Asset: '00044' },
    ]);
  });
});

describe('the pane', () => {
  test('offers Continue and Delete when an import is still open, and both work', async () => {
    const { page } = pane;
    const open = await storeImport(pane.service.as('conflict'), { sheet: buildSheet({ rows: 4 }) });
    await connect(page, pane.service, 'conflict');
    await chooseFile(page, csvFile('next.csv', 'Name,IP\na,10.0.0.1\nb,10.0.0.2\n'));
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('An import is still open for this engagement').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-conflict');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Start with another sheet' }).click();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('The raw records stay stored').waitFor();
    // Until what was learned is counted, nothing can be deleted.
    await page.getByRole('button', { name: 'Delete the import', disabled: false }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete the import' }).click();
    await page.getByText('An import is still open for this engagement').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    const old = await fetchEndpoint(pane.service.as('conflict'), endpoints.getFlow, {
      params: { flow_id: open.flow_id },
    });
    expect(old.status).toBe('deleted');
  });

  test('lets the analyst change, leave out and undo by mouse and by keyboard', async () => {
    const { page } = pane;
    await connect(page, pane.service, 'review');
    await chooseFile(page, csvFile('list.csv', 'Server Name,IP Address,Qwertz\na-1,10.0.0.1,x\na-2,10.0.0.2,y\n'));
    await page.getByRole('button', { name: 'Import' }).click();
    const rows = page.getByRole('grid', { name: 'Field mappings' });
    await showAllColumns(page);
    await page.getByRole('button', { name: 'Change Qwertz' }).click();
    const picker = page.getByRole('combobox', { name: 'Target field of Qwertz' });
    await picker.click();
    await picker.pressSequentially('owner');
    await page.getByRole('option', { name: /^Business owner/ }).click();
    await rows.getByText('Your choice').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-mapping-open');
    await page.getByRole('button', { name: 'Change Qwertz' }).click();
    await rows.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await rows.getByText('Left out by').waitFor();
    await page.keyboard.press('u');
    await rows.getByText('Left out by').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await rows.getByText('Approved by').nth(1).waitFor();
    await reviewMappings(page);
    await page.getByText('3 columns mapped').waitFor();
    await page.getByRole('button', { name: 'Mapping (done)' }).click();
    await page.getByText('These mappings were approved.').waitFor();
    await page.getByRole('button', { name: 'Approved 3' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Undo|Approve|Leave out|Change) / }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show Qwertz' }).click();
    expect(await page.getByRole('combobox').count()).toBe(0);
    const [flow] = (await fetchEndpoint(pane.service.as('review'), endpoints.listFlows)).items;
    const mappings = await fetchEndpoint(pane.service.as('review'), endpoints.listFieldMappings, {
      params: { data_import_id: flow?.data_import_id ?? '' },
    });
    expect(mappings.items.map((mapping) => [mapping.source_field, mapping.target_field, mapping.match_type])).toEqual([
      ['Server Name', 'asset_name', 'alias'],
      ['IP Address', 'ip_address', 'exact'],
      ['Qwertz', 'business_owner', 'manual'],
    ]);
  });

  test('says what is wrong where it is wrong: a bad key, a file it cannot read, a sheet without rows', async () => {
    const { page } = pane;
    await page.goto(`${pane.service.origin}/taskpane.html`);
    await page.getByLabel('API key').fill('no-such-key');
    await page.getByLabel('API key').blur();
    await page.getByText('This key was not accepted.').waitFor();
    await page.getByRole('combobox', { name: 'Client account' }).fill('wrong');
    await page.getByRole('combobox', { name: 'Engagement' }).fill('main');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('alert').getByText('Enter a valid key above.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-connect');
    await page.route('**/api/v1/session', (route) => route.abort());
    await page.getByRole('textbox', { name: 'API key' }).fill('another-key');
    await page.getByRole('textbox', { name: 'API key' }).blur();
    await page.getByText('The service cannot be reached to check this key.').waitFor();
    await page.unroute('**/api/v1/session');
    await connect(page, pane.service, 'wrong');
    await page.route('**/file-reader.worker*', (route) => route.abort());
    await chooseFile(page, csvFile('names.csv', 'Name\nweb-01\n'));
    await page.getByText('The file could not be read: a part of this pane could not be loaded.').waitFor();
    await page.unroute('**/file-reader.worker*');
    pane.complaints.length = 0;
    await chooseFile(page, {
      name: 'old.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    });
    await page.getByText('This is an old .xls workbook, or one with a password.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await chooseFile(page, csvFile('header.csv', 'Name,IP\n'));
    await page.getByText('There is no row below the header.').waitFor();
    expect(await page.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
  });

  test('changes client or engagement without asking for the key again, and forgets the key when told so', async () => {
    const { page } = pane;
    await connect(page, pane.service, 'first-client');
    await changeClient(page, 'first-client', 'second-client');
    await page.getByText('second-client • main').waitFor();
    await page.reload();
    await page.getByText('second-client • main').waitFor();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Disconnect and forget the key' }).click();
    expect(await page.getByLabel('API key').inputValue()).toBe('');
    await page.reload();
    await page.getByRole('button', { name: 'Connect' }).waitFor();
  });

  test('offers a file to the client it was chosen for, and to no other', async () => {
    const { page } = pane;
    await connect(page, pane.service, 'owner');
    await chooseFile(page, csvFile('owner.csv', 'Name,IP\nsrv1,10.0.0.1\n'));
    await page.getByLabel('Read from owner.csv').waitFor();
    await changeClient(page, 'owner', 'stranger');
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    expect(await page.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);
    await changeClient(page, 'stranger', 'owner');
    await page.getByLabel('Read from owner.csv').waitFor();
  });

  test('keeps secrets here unless they are ticked', async () => {
    const { page } = pane;
    await connect(page, pane.service, 'secrets');
    await chooseFile(
      page,
      csvFile('secrets.csv', 'Name,Admin Password,Root PW,Owner\na,hunter2,x1,Ann\nb,hunter3,x2,Bob\n'),
    );
    await page.getByText('These columns look like secrets.').waitFor();
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    const { records } = await readBack(pane.service.as('secrets'));
    expect(records.map((record) => record.raw_data)).toEqual([
      { Name: 'a', 'Admin Password': null, 'Root PW': null, Owner: 'Ann' },
      { Name: 'b', 'Admin Password': null, 'Root PW': null, Owner: 'Bob' },
    ]);
  });
});

describe('a completed import', () => {
  test('says what it did to the inventory, and is withdrawn after its impact was shown', async () => {
    const { page } = pane;
    await connect(page, pane.service, 'withdrawn');
    await chooseFile(
      page,
      csvFile('hosts.csv', 'Hostname,Serial Number,IP Address\nsrv-1,CZ1001XK,10.0.0.1\nsrv-2,CZ1002XK,10.0.0.2\n'),
    );
    await page.getByRole('button', { name: 'Import' }).click();
    await reviewMappings(page);
    expect(await tile(page, 'assets created')).toBe('2');
    expect(await page.getByText('assets unchanged').count()).toBe(0);
    expect(await tile(page, 'conflicts')).toBe('0');
    const created = page.getByRole('link', { name: '2 assets created, in the dashboard' });
    expect(await created.getAttribute('href')).toMatch(/tab=assets&kind=created$/);
    await page.getByRole('button', { name: '3 columns mapped' }).click();
    await page.getByText('These mappings were approved.').waitFor();
    await page.getByRole('button', { name: 'Results (reached)' }).click();
    await page.getByRole('button', { name: 'Withdraw import' }).click();
    await page.getByRole('dialog').getByText('2 assets that only this import contains are removed.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, 'pane-withdraw');
    await page.getByRole('button', { name: 'Withdraw the import' }).click();
    await page.getByText('This import was withdrawn').waitFor({ timeout: 60_000 });
    await shoot(page, 'pane-withdrawn');
    expect((await fetchEndpoint(pane.service.as('withdrawn'), endpoints.listAssets)).items).toEqual([]);
    await page.getByRole('button', { name: 'Back to the sheet' }).click();
    await page.getByRole('button', { name: 'Import' }).waitFor();
  });
});

async function changeClient(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `${from} • main: change client or engagement` }).click();
  await page.getByRole('combobox', { name: 'Client account' }).fill(to);
  await page.getByRole('button', { name: 'Connect' }).click();
}
