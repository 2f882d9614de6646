import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { agentFor } from '#service/agents/agent-registry.ts';
import type { Agent } from '#service/agents/agent.ts';
import type { MappedColumn } from '#service/cleansing/plan-columns.ts';
import { dataCleansing } from '#service/agents/data-cleansing/data-cleansing.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { targetFields } from '#shared/target-fields.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { refusalOf } from '../harness/refusal.ts';
import { storeImport } from '../harness/store-import.ts';

const FIELDS = ['hostname', 'memory_gb', 'purchase_date', 'annual_cost'];

/** Stands where the flow runs field mapping: cleanses as if an analyst had approved the fields of these columns. */
const cleansingAtOnce: Agent = {
  name: 'data-cleansing',
  phase: 'field_mapping',
  passes: () => [],
  conclude: (input, _parts, context) => {
    const approvedMappings = FIELDS.slice(0, input.facts.columns.length).flatMap(
      (name, columnIndex): MappedColumn[] => {
        const field = targetFields.find((one) => one.name === name);
        return field === undefined ? [] : [{ columnIndex, field, isSecondary: false, valueDecisions: [] }];
      },
    );
    return runAgent(dataCleansing, { ...input, approvedMappings }, context);
  },
};

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    agentFor: (phase) => (phase === 'field_mapping' ? cleansingAtOnce : agentFor(phase)),
  });
});
afterAll(() => service?.stop());

const rows: Cell[][] = [
  ['SRV1.corp.local', 2048, '03/04/2024'],
  ['srv2', 'much', null],
  ['srv3', '1 TB', '25/04/2024'],
];

async function storeSheet(connection: Connection) {
  const stored = await storeImport(connection, { sheet: { columns: ['Host', 'RAM (MB)', 'Bought'], rows } });
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  return { flowId: stored.flow_id, params: { data_import_id: stored.data_import_id } };
}

describe('cleansed records', () => {
  test('have the currency that the number format of a cell shows, or that another column names', async () => {
    const connection = service.as('currencies');
    const stored = await storeImport(connection, {
      sheet: {
        columns: ['Host', 'RAM (MB)', 'Bought', 'Annual cost', 'Currency'],
        rows: [
          ['srv1', 2048, null, { type: 'amount', value: 1200.5, currency: '€' }, null],
          ['srv2', { type: 'amount', value: 2048, currency: '€' }, null, 90, 'CHF'],
          ['srv3', null, null, '90 USD', 'CHF'],
        ],
      },
    });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const params = { data_import_id: stored.data_import_id };
    const { items } = await fetchEndpoint(connection, endpoints.listCleansedRecords, { params });
    expect(items.map(({ cells }) => [cells[1]?.value, cells[3]?.value, cells[3]?.rule])).toEqual([
      [2, { amount: 1200.5, currency: 'EUR' }, 'currency-of-format'],
      [2, { amount: 90, currency: 'CHF' }, 'currency-of-column'],
      [null, { amount: 90, currency: null }, 'currency-contradicts'],
    ]);
    expect(items[0]?.cells[3]?.raw).toEqual({ type: 'amount', value: 1200.5, currency: '€' });
    const findings = await fetchEndpoint(connection, endpoints.listFindings, { params: { flow_id: stored.flow_id } });
    expect(findings.items.map(({ code }) => code)).toContain('currency_contradicts');
  });

  test('stand beside the raw ones, by row and column, with rule and reason', async () => {
    const connection = service.as('cleansed');
    const { params } = await storeSheet(connection);
    const page = await fetchEndpoint(connection, endpoints.listCleansedRecords, { params });
    expect(page.next_cursor).toBeNull();
    expect(page.items.map(({ row_number, cells }) => [row_number, ...cells.map(({ value }) => value)])).toEqual([
      [1, 'srv1', 2, '2024-04-03'],
      [2, 'srv2', null, null],
      [3, 'srv3', 1024, '2024-04-25'],
    ]);
    expect(page.items[1]?.cells[1]).toEqual({
      column_index: 1,
      source_field: 'RAM (MB)',
      target_field: 'memory_gb',
      raw: 'much',
      value: null,
      rule: 'not-a-number',
      reason: '"much" is no number.',
    });
  });

  test('come in pages, or one by its row', async () => {
    const connection = service.as('pages');
    const { params } = await storeSheet(connection);
    const list = (query: { limit?: number; cursor?: string; row_number?: number }) =>
      fetchEndpoint(connection, endpoints.listCleansedRecords, { params, query });
    const first = await list({ limit: 2 });
    expect(first.items.map(({ row_number }) => row_number)).toEqual([1, 2]);
    const second = await list({ limit: 2, cursor: first.next_cursor ?? '' });
    expect([second.items.map(({ row_number }) => row_number), second.next_cursor]).toEqual([[3], null]);
    expect((await list({ row_number: 2 })).items.map(({ row_number }) => row_number)).toEqual([2]);
    expect((await list({ row_number: 9 })).items).toEqual([]);
  });

  test('are refused while the import is not cleansed, and to other tenants as if it did not exist', async () => {
    const connection = service.as('early');
    const { params } = await storeSheet(connection);
    expect(await refusalOf(fetchEndpoint(service.as('late'), endpoints.listCleansedRecords, { params }))).toMatchObject(
      { status: 404 },
    );
    await service.db.collection('import_cleansing_plans').deleteOne({ _id: params.data_import_id as never });
    expect(await refusalOf(fetchEndpoint(connection, endpoints.listCleansedRecords, { params }))).toMatchObject({
      status: 409,
      code: 'not_cleansed',
    });
  });

  test('leave raw records as they were', async () => {
    const connection = service.as('raw');
    const { params } = await storeSheet(connection);
    const raw = await fetchEndpoint(connection, endpoints.listRecords, { params });
    expect(raw.items.map(({ raw_data }) => Object.values(raw_data))).toEqual(rows);
  });
});

describe('what an analyst settles of a column', () => {
  const patch = (connection: Connection, params: { data_import_id: string }, change: object, revision: number) =>
    fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params,
      ifMatch: revision,
      body: { changes: [{ id: `${params.data_import_id}:00001`, ...change }] },
    });

  test('is kept with its mapping, replaced, taken back, and forgotten with another field', async () => {
    const connection = service.as('choice');
    const { params } = await storeSheet(connection);
    const list = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    expect(list.items[1]).toMatchObject({ target_field: 'memory_gb', cleansing: null });
    const choice = { unit: 'GB', decimal_mark: ',' as const, separator: null };
    const chosen = await patch(connection, params, { cleansing: choice }, list.revision);
    expect(chosen.items[1]).toMatchObject({ cleansing: choice, status: 'suggested', decided_by: null });
    const back = await patch(connection, params, { cleansing: null }, chosen.revision);
    expect(back.items[1]?.cleansing).toBeNull();
    const again = await patch(connection, params, { cleansing: { unit: 'MB' } }, back.revision);
    expect(again.items[1]?.cleansing).toEqual({ unit: 'MB' });
    const other = await patch(connection, params, { target_field: 'storage_gb' }, again.revision);
    expect(other.items[1]?.cleansing).toBeNull();
  });

  test('is refused when the field cannot be in that unit, and nothing is changed', async () => {
    const connection = service.as('units');
    const { params } = await storeSheet(connection);
    const list = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    for (const change of [{ cleansing: { unit: 'EUR' } }, { cleansing: { unit: 'GB' }, target_field: null }])
      expect(await refusalOf(patch(connection, params, change, list.revision))).toMatchObject({ status: 400 });
    expect(await refusalOf(patch(connection, params, { cleansing: { colour: 'red' } }, list.revision))).toMatchObject({
      status: 400,
    });
    expect(await fetchEndpoint(connection, endpoints.listFieldMappings, { params })).toEqual(list);
  });
});
