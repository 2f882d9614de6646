import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { importWhole, resultOf } from '../harness/import-whole.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

type Sheet = ReturnType<typeof buildSheet>;

const serversWithSerials = (): Sheet => {
  const sheet = buildSheet({ rows: 30 });
  return {
    columns: [...sheet.columns, 'Serial Number'],
    rows: sheet.rows.map((row, index): Cell[] => [...row, `CZ${1000 + index * 7}XK`]),
  };
};

describe('a flow', () => {
  test('goes through every phase to its end, and its assets name their cells', async () => {
    const connection = service.as('whole');
    const { flow_id, data_import_id } = await importWhole(connection, { sheet: serversWithSerials() });
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
    expect(flow.phases.map(({ phase, status }) => [phase, status])).toEqual([
      ['data_validation', 'completed'],
      ['field_mapping', 'completed'],
      ['waiting_for_approval', 'completed'],
      ['data_cleansing', 'completed'],
      ['asset_inventory', 'completed'],
      ['dependency_analysis', 'completed'],
      ['tech_debt_assessment', 'completed'],
    ]);
    expect(flow.progress_percentage).toBe(100);
    expect(await resultOf(connection, flow_id, 'asset-inventory')).toMatchObject({ created: 30, conflict: 0 });
    const { items } = await fetchEndpoint(connection, endpoints.listAssets, { query: { limit: 100 } });
    expect(items).toHaveLength(30);
    const [first] = items;
    const asset = await fetchEndpoint(connection, endpoints.getAsset, { params: { asset_id: first?.asset_id ?? '' } });
    expect(JSON.stringify(asset)).toContain(data_import_id);
  });

  test('of the same sheet again changes nothing; ten changed cells are exactly ten changes; withdrawn, all is as before', async () => {
    const connection = service.as('again');
    const sheet = serversWithSerials();
    await importWhole(connection, { sheet });
    const again = await importWhole(connection, { sheet });
    expect(await resultOf(connection, again.flow_id, 'asset-inventory')).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 30,
      field_changes: 0,
    });
    const before = await assetDocuments('again');

    const changed = { ...sheet, rows: sheet.rows.map((row): Cell[] => [...row]) };
    for (let row = 0; row < 10; row += 1) (changed.rows[row] as Cell[])[4] = 64;
    const third = await importWhole(connection, { sheet: changed });
    expect(await resultOf(connection, third.flow_id, 'asset-inventory')).toMatchObject({
      created: 0,
      updated: 10,
      unchanged: 20,
      field_changes: 10,
    });

    const { data_import_id } = third;
    const preview = await fetchEndpoint(connection, endpoints.previewWithdrawal, { params: { data_import_id } });
    expect(preview).toMatchObject({ assets_removed: 0, assets_restored: 30, values_restored: 10 });
    await fetchEndpoint(connection, endpoints.withdrawImport, { params: { data_import_id } });
    const flow = await waitForFlow(connection, third.flow_id, ['cancelled'], 60_000);
    expect(flow.phases.find(({ phase }) => phase === 'withdrawal')).toMatchObject({ status: 'completed' });
    expect(await assetDocuments('again')).toEqual(before);
    const findings = await fetchEndpoint(connection, endpoints.listFindings, { params: { flow_id: third.flow_id } });
    expect(findings.items).toEqual([]);
    const detail = await fetchEndpoint(connection, endpoints.getImport, { params: { data_import_id } });
    expect(detail.withdrawn_at).not.toBeNull();
    expect(await service.db.collection('raw_import_records').countDocuments({ data_import_id })).toBe(30);
  });

  test('approved with a preview waits, writes nothing, and writes all when it is applied', async () => {
    const connection = service.as('preview');
    const stored = await storeImport(connection, { sheet: serversWithSerials() });
    const { flow_id, data_import_id } = stored;
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    await fetchEndpoint(connection, endpoints.approveFieldMappings, {
      params: { data_import_id },
      body: { preview_inventory: true },
    });
    await until('it waits with its inventory, or failed', async () => {
      const { current_phase, status } = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } });
      return status === 'failed' || (current_phase === 'asset_inventory' && status === 'waiting_for_approval');
    });
    expect(await assetDocuments('preview')).toEqual([]);
    const { items } = await fetchEndpoint(connection, endpoints.listAssetChanges, {
      params: { flow_id },
      query: { limit: 100 },
    });
    expect(items.map(({ kind }) => kind)).toEqual(Array.from({ length: 30 }, () => 'created'));
    await fetchEndpoint(connection, endpoints.applyInventory, { params: { flow_id } });
    await waitForFlow(connection, flow_id, ['completed'], 60_000);
    expect(await assetDocuments('preview')).toHaveLength(30);
  });
});

/** As they are stored. */
async function assetDocuments(clientAccountId: string) {
  return service.db.collection('assets').find({ client_account_id: clientAccountId }).sort({ _id: 1 }).toArray();
}
