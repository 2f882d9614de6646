import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const machines = Array.from({ length: 30 }, (_, at): Cell[] => [`srv-${at}`, `CZJ81234${at + 10}`, 'Production']);

/** One month's file, through all phases. @returns its flow */
async function importMonth(month: string, rows: readonly Cell[][]): Promise<string> {
  const connection = service.as('months');
  const columns = ['Hostname', 'Serial Number', 'Environment'];
  const metadata = { filename: `servers_2026-${month}.xlsx`, size: 1, type: 'text/csv' };
  const sheet = { columns, rows: rows.map((row) => [...row]) };
  const { flow_id, data_import_id } = await storeImport(connection, { sheet, metadata });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const params = { data_import_id };
  const { revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch: revision });
  await waitForFlow(connection, flow_id, ['completed']);
  return flow_id;
}

test('lists the assets that a sheet has no longer, page by page and in the file of changes', async () => {
  await importMonth('01', machines);
  const flow_id = await importMonth('02', machines.slice(0, 18));
  const connection = service.as('months');
  const params = { flow_id };
  const page = await fetchEndpoint(connection, endpoints.listAssetChanges, {
    params,
    query: { kind: 'missing', limit: 10 },
  });
  expect([page.items.length, page.next_cursor === null]).toEqual([10, false]);
  expect(page.items[0]).toMatchObject({
    kind: 'missing',
    name: 'srv-18',
    row_count: 0,
    last_listed_by: { filename: 'servers_2026-01.xlsx' },
  });
  const rest = await fetchEndpoint(connection, endpoints.listAssetChanges, {
    params,
    query: { kind: 'missing', limit: 10, cursor: page.next_cursor ?? '' },
  });
  expect(rest.items).toHaveLength(2);
  const file = await fetchFile(connection, endpoints.exportChangesCsv, { params, query: { kind: 'missing' } });
  const lines = (await file.text()).trim().split(/\r?\n/);
  expect(lines).toHaveLength(13);
  expect(lines[1]).toMatch(/^srv-18,.*Missing.*servers_2026-01\.xlsx/);
  const { items } = await fetchEndpoint(connection, endpoints.listFindings, { params, query: { limit: 100 } });
  expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['missing_asset', 'sheet_cut_off']));
});
