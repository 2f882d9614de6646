import { expect, test } from '@jest/globals';
import { buildColumns } from '#shared/column-keys.ts';
import { CleansedRecords } from './cleansed-records.ts';

const COLUMNS = 30;
const ROWS = 40;
const tenant = { clientAccountId: 'acme', engagementId: 'main' };

test('a page of many cells lets others have their turn while it is made', async () => {
  const columns = buildColumns(Array.from({ length: COLUMNS }, (_, at) => `System ${at}`));
  const items = Array.from({ length: ROWS }, (_, row) => ({
    row_number: row + 1,
    cells: columns.map(({ index }) => `Windows Server 2019 node ${row} ${index}`),
  }));
  const plan = {
    rules: 'test',
    columns: columns.map(({ index }) => ({
      columnIndex: index,
      field: 'operating_system',
      fieldType: 'string',
      isSecondary: false,
      options: {},
      separator: null,
      valueDecisions: [],
    })),
  };
  const records = new CleansedRecords({
    rawRecords: { page: () => Promise.resolve({ dataImport: { columns }, items, nextCursor: null }) } as never,
    cleansingPlans: { find: () => Promise.resolve({ plan }) } as never,
  });
  let turns = 0;
  const other = setInterval(() => (turns += 1), 1);
  const page = await records.page(tenant, 'imp_1', { limit: ROWS });
  clearInterval(other);
  expect(page.items).toHaveLength(ROWS);
  expect(page.items[0]?.cells[0]?.value).toMatchObject({ family: 'windows_server', version: '2019' });
  expect(turns).toBeGreaterThan(2);
});
