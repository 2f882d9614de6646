import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection as MongoConnection } from 'mongoose';
import { fetchEndpoint, fetchFile, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { buildColumns } from '#shared/column-keys.ts';
import type { AgentPhase } from '#shared/statuses.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import type { Agent, AgentOutput } from '#service/agents/agent.ts';
import { agentFor } from '#service/agents/agent-registry.ts';
import { buildContext, buildInput } from '../builders/agent-inputs.ts';
import { assetInventory } from '#service/agents/asset-inventory/asset-inventory.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { withdrawal } from '#service/agents/withdrawal/withdrawal.agent.ts';
import { ImportInventoryDesk } from '#service/assets/import-inventory-desk.ts';
import type { AssetChangeDocument } from '#service/models/asset-change.model.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';
import type { ConflictRuleDocument } from '#service/models/conflict-rule.model.ts';
import type { DataImportDocument } from '#service/models/data-import.model.ts';
import type { InventoryConflictDocument } from '#service/models/inventory-conflict.model.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import { storeImport } from '../harness/store-import.ts';
import { planFor } from '../builders/memory-inventory.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
/** After the approval nothing happens by itself: each test runs the agents it is about. */
const idle = (phase: AgentPhase): Agent => ({
  name: phase,
  phase,
  passes: () => [],
  conclude: (input) => Promise.resolve({ rowsDone: input.facts.totalRecords, result: {} }),
});
const beforeApproval: readonly AgentPhase[] = ['data_validation', 'field_mapping'];
beforeAll(async () => {
  service = await startTestService({
    agentFor: (phase) => (beforeApproval.includes(phase) ? agentFor(phase) : idle(phase)),
  });
});
afterAll(() => service?.stop());

function deskFor(mongo: MongoConnection, client: string, dataImportId: string): ImportInventoryDesk {
  const collections = {
    assets: new TenantCollection(mongo.model<AssetDocument>('Asset')),
    assetChanges: new TenantCollection(mongo.model<AssetChangeDocument>('AssetChange')),
    inventoryConflicts: new TenantCollection(mongo.model<InventoryConflictDocument>('InventoryConflict')),
    conflictRules: new TenantCollection(mongo.model<ConflictRuleDocument>('ConflictRule'), 'client'),
    dataImports: new TenantCollection(mongo.model<DataImportDocument>('DataImport')),
  };
  return new ImportInventoryDesk(collections, { clientAccountId: client, engagementId: 'main' }, dataImportId);
}

interface Imported {
  flowId: string;
  dataImportId: string;
  run: (agent: typeof assetInventory) => Promise<AgentOutput>;
  output: AgentOutput;
}

/** Stores the sheet through the API, approves it, and runs the inventory over the database as the worker does. */
async function importSheet(
  client: string,
  fields: readonly string[],
  rows: readonly Cell[][],
  filename?: string,
): Promise<Imported> {
  const connection = service.as(client);
  const columns = fields.map((field) => field.replace(/^-/, ''));
  const stored = await storeImport(connection, {
    sheet: { columns: [...columns], rows: rows.map((row) => [...row]) },
    ...(filename !== undefined && { metadata: { filename, size: 1, type: 'text/csv' } }),
  });
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  const params = { data_import_id: stored.data_import_id };
  const { revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch: revision });
  await waitForFlow(connection, stored.flow_id, ['completed']);
  const found = await service.db
    .collection<{ _id: string; created_at: Date }>('data_imports')
    .findOne({ _id: stored.data_import_id });
  const profiler = createSheetProfiler(buildColumns(columns));
  profiler.add(rows.map((cells) => ({ cells })));
  const input = buildInput(columns, rows, {
    cleansingPlan: planFor({ id: '', fields, rows }),
    columnProfiles: profiler.profiles(),
    inventoryDesk: deskFor(service.mongo, client, stored.data_import_id),
  });
  const facts = {
    ...input.facts,
    dataImportId: stored.data_import_id,
    importedAt: found?.created_at ?? new Date(0),
    filename: 'servers.xlsx',
    sheetName: 'Servers',
  };
  const run = (agent: typeof assetInventory) =>
    runAgent(agent, { ...input, facts }, buildContext(), { partitionRows: 7 });
  return { flowId: stored.flow_id, dataImportId: stored.data_import_id, run, output: await run(assetInventory) };
}

const assetsOf = (client: string) =>
  service.db.collection('assets').find({ client_account_id: client }).sort({ _id: 1 }).toArray();

const fields = ['hostname', 'environment', 'location'];
const rows = Array.from({ length: 20 }, (_, index): Cell[] => [`srv${index}`, 'Production', `Room ${index}`]);

describe('the inventory in the database', () => {
  test('shows each value with the cell it came from, and lists assets by class, words and import', async () => {
    const { dataImportId } = await importSheet('shows', fields, rows);
    const connection = service.as('shows');
    const first = await fetchEndpoint(connection, endpoints.listAssets, { query: { limit: 15 } });
    expect([first.items.length, first.next_cursor === null]).toEqual([15, false]);
    const query = { search: 'SRV7', class: 'server' as const, data_import_id: dataImportId };
    const { items } = await fetchEndpoint(connection, endpoints.listAssets, { query });
    expect(items.map(({ name }) => name)).toEqual(['srv7']);
    const params = { asset_id: items[0]?.asset_id ?? '' };
    const asset = await fetchEndpoint(connection, endpoints.getAsset, { params });
    expect(asset.values.find(({ field }) => field === 'location')?.values).toEqual([
      {
        value: 'Room 7',
        raw: 'Room 7',
        rule: 'text',
        data_import_id: dataImportId,
        filename: 'servers.xlsx',
        sheet_name: 'Servers',
        row_number: 8,
        column_index: 2,
        source_field: 'location',
        address: 'Servers!C9',
        decided_by: null,
      },
    ]);
    expect(await refusalOf(fetchEndpoint(service.as('else'), endpoints.getAsset, { params }))).toMatchObject({
      status: 404,
    });
  });

  test('lists exactly what a second import changed, and after its withdrawal is what it was, byte for byte', async () => {
    await importSheet('changes', fields, rows);
    const before = await assetsOf('changes');
    const changed = rows.map((row, index): Cell[] => [
      row[0] ?? null,
      row[1] ?? null,
      index < 3 ? 'Hall' : (row[2] ?? null),
    ]);
    const second = await importSheet('changes', fields, [...changed, ['new1', null, null]]);
    expect(second.output.result).toMatchObject({ created: 1, updated: 3, unchanged: 17, field_changes: 3 });
    const connection = service.as('changes');
    const list = await fetchEndpoint(connection, endpoints.listAssetChanges, {
      params: { flow_id: second.flowId },
      query: { kind: 'updated' },
    });
    expect(
      list.items.map(({ changes }) => [
        changes[0]?.before[0]?.address,
        changes[0]?.before[0]?.value,
        changes[0]?.after[0]?.value,
      ]),
    ).toEqual(['C2', 'C3', 'C4'].map((cell, index) => [`Servers!${cell}`, `Room ${index}`, 'Hall']));
    const file = await fetchFile(connection, endpoints.exportChangesCsv, {
      params: { flow_id: second.flowId },
      query: { kind: 'updated' },
    });
    const [, firstChange] = (await file.text()).split('\r\n');
    expect(firstChange).toMatch(/^\S+,Server,Updated,.+,Room 0,Hall,\S+ Servers!C2,1,,ast_/);
    const params = { data_import_id: second.dataImportId };
    expect(await fetchEndpoint(connection, endpoints.previewWithdrawal, { params })).toMatchObject({
      assets_removed: 1,
      assets_restored: 20,
      values_restored: 3,
      values_are_exact: true,
    });
    await second.run(withdrawal);
    expect(await assetsOf('changes')).toEqual(before);
  });

  test('comes to the same when a run is repeated over what a dead worker left', async () => {
    const one = await importSheet('repeats', fields, rows);
    const whole = await assetsOf('repeats');
    await service.db.collection('assets').deleteMany({ client_account_id: 'repeats', name: /[02468]$/ });
    expect((await one.run(assetInventory)).result).toEqual(one.output.result);
    expect(await assetsOf('repeats')).toEqual(whole);
  });
});

describe('held records', () => {
  const serials = ['hostname', 'serial_number', 'location'];
  const held: Cell[][] = [
    ['web01', 'CZ7712', 'Bonn'],
    ['db01', 'CZ7712', 'Ulm'],
  ];
  const decide = (
    connection: Connection,
    flow_id: string,
    body: Parameters<typeof fetchEndpoint<typeof endpoints.decideConflicts>>[2],
  ) => fetchEndpoint(connection, endpoints.decideConflicts, { params: { flow_id }, ...body });

  test('become one asset with the values that were chosen, in one audited act that cannot be repeated', async () => {
    const { flowId, dataImportId, run } = await importSheet('merges', serials, held);
    const connection = service.as('merges');
    const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id: flowId } });
    expect(items).toMatchObject([{ kind: 'serial:names', row_numbers: [1, 2], decision: null }]);
    const body = {
      decisions: [{ conflict_id: items[0]?.conflict_id ?? '', action: 'merge' as const, fields: { location: 2 } }],
    };
    expect(await decide(connection, flowId, { body })).toEqual({ decided: 1, assets_written: 1 });
    const [asset] = (await fetchEndpoint(connection, endpoints.listAssets, {})).items;
    const detail = await fetchEndpoint(connection, endpoints.getAsset, { params: { asset_id: asset?.asset_id ?? '' } });
    expect(detail.values.find(({ field }) => field === 'location')?.values[0]).toMatchObject({
      value: 'Ulm',
      row_number: 2,
      decided_by: 'first admin key',
    });
    expect(detail.sources).toMatchObject([
      { data_import_id: dataImportId, row_numbers: [1, 2], decided_by: 'first admin key' },
    ]);
    expect(await refusalOf(decide(connection, flowId, { body }))).toMatchObject({ status: 409 });
    const events = service.db.collection('audit_events');
    const decided = { action: 'inventory_conflict.decide', client_account_id: 'merges' };
    expect((await events.find(decided).toArray()).map((event) => event['details'] as unknown)).toEqual([
      { flow_id: flowId, records: 'web01 and db01', action: 'merge', asset_id: null, into: null, remembered: false },
    ]);
    await run(withdrawal);
    expect(await assetsOf('merges')).toEqual([]);
  });

  test('are decided the same way in the next import when that was to be remembered, and say by which rule', async () => {
    const { flowId } = await importSheet('remembers', serials, held);
    const connection = service.as('remembers');
    const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id: flowId } });
    const decisions = [{ conflict_id: items[0]?.conflict_id ?? '', action: 'separate' as const }];
    await decide(connection, flowId, { body: { decisions, remember: true } });
    expect((await assetsOf('remembers')).map(({ name }) => name as string).sort()).toEqual(['db01', 'web01']);
    const again = await importSheet('remembers', serials, held);
    expect(again.output.result).toMatchObject({ conflict: 0, conflicts: 0 });
    const sources = (await assetsOf('remembers')).flatMap(({ sources: all }) => all as { decided_by: string | null }[]);
    expect(sources.some(({ decided_by }) => /^first admin key \(remembered since \d{4}-/.test(decided_by ?? ''))).toBe(
      true,
    );
  });

  test('wait for a person again once the decision on them is forgotten, which no other client can', async () => {
    const { flowId } = await importSheet('forgets', serials, held);
    const connection = service.as('forgets');
    const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id: flowId } });
    const decisions = [{ conflict_id: items[0]?.conflict_id ?? '', action: 'separate' as const }];
    await decide(connection, flowId, { body: { decisions, remember: true } });
    const listed = await fetchEndpoint(service.as('forgets', 'second'), endpoints.listRememberedDecisions, {});
    expect(listed.items).toMatchObject([
      { names: ['web01', 'db01'], kind: 'serial:names', action: 'separate', engagement_id: 'main' },
    ]);
    const params = { rule_id: listed.items[0]?.rule_id ?? '' };
    const stranger = service.as('forgets-not');
    expect((await fetchEndpoint(stranger, endpoints.listRememberedDecisions, {})).items).toEqual([]);
    const refused = await refusalOf(fetchEndpoint(stranger, endpoints.forgetDecision, { params }));
    expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    const viewer = await service.keyFor('viewer', 'forgets', 'main');
    const forbidden = await refusalOf(fetchEndpoint(viewer, endpoints.forgetDecision, { params }));
    expect(forbidden).toMatchObject({ status: 403 });
    await fetchEndpoint(connection, endpoints.forgetDecision, { params });
    expect((await fetchEndpoint(connection, endpoints.listRememberedDecisions, {})).items).toEqual([]);
    const audit = { action: 'conflict_memory.forget', client_account_id: 'forgets' };
    expect(await service.db.collection('audit_events').countDocuments(audit)).toBe(1);
    expect((await importSheet('forgets', serials, held)).output.result).toMatchObject({ conflict: 2 });
  });

  test('are not made a new asset once more where that was wanted beside another and remembered', async () => {
    const connection = service.as('beside-new');
    await importSheet('beside-new', serials, [['app01', 'CZ7712', 'Bonn']]);
    const { flowId } = await importSheet('beside-new', serials, held);
    const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id: flowId } });
    const decisions = [{ conflict_id: items[0]?.conflict_id ?? '', action: 'merge' as const }];
    await decide(connection, flowId, { body: { decisions, remember: true } });
    expect(await assetsOf('beside-new')).toHaveLength(2);
    const again = await importSheet('beside-new', serials, held);
    expect(again.output.result).toMatchObject({ created: 0, conflict: 0, duplicate: 1 });
    expect(await assetsOf('beside-new')).toHaveLength(2);
  });

  test('are set beside the asset they may be, and a decision says what it would change before it is made', async () => {
    const connection = service.as('beside');
    const first = await importSheet('beside', serials, [['web01', 'CZ7712', 'Bonn']]);
    const { flowId, dataImportId } = await importSheet('beside', serials, held);
    const { items } = await fetchEndpoint(connection, endpoints.listHeldCases, { query: { state: 'open' } });
    expect(items).toMatchObject([{ origin: { flow_id: flowId, data_import_id: dataImportId } }]);
    const params = { flow_id: flowId, conflict_id: items[0]?.conflict_id ?? '' };
    const detail = await fetchEndpoint(connection, endpoints.getConflict, { params });
    const asset = detail.sides.find(({ asset_id }) => asset_id !== null);
    expect(detail.sides.filter(({ asset_id }) => asset_id === null)).toMatchObject([
      { row_numbers: [1], keys: ['serial:cz7712', 'hostname:web01'] },
      { row_numbers: [2], keys: ['serial:cz7712', 'hostname:db01'] },
    ]);
    expect(asset?.values.find(({ field }) => field === 'location')?.values).toMatchObject([
      { value: 'Bonn', data_import_id: first.dataImportId, row_number: 1 },
    ]);
    const decision = { action: 'merge' as const, asset_id: asset?.asset_id ?? '', fields: { location: 2 } };
    const before = await assetsOf('beside');
    const preview = await fetchEndpoint(connection, endpoints.previewDecision, { params, body: decision });
    expect(preview).toMatchObject({
      is_kept_until_applied: false,
      changes: [{ kind: 'updated', asset_id: asset?.asset_id, row_numbers: [1, 2] }],
    });
    expect(preview.changes[0]?.changes).toMatchObject([
      { field: 'location', before: [{ value: 'Bonn' }], after: [{ value: 'Ulm', decided_by: 'first admin key' }] },
    ]);
    const keeping = { ...decision, fields: { location: null } };
    expect(await fetchEndpoint(connection, endpoints.previewDecision, { params, body: keeping })).toMatchObject({
      changes: [{ kind: 'unchanged', changes: [] }],
    });
    expect(await assetsOf('beside')).toEqual(before);
    await decide(connection, flowId, { body: { decisions: [{ ...decision, conflict_id: params.conflict_id }] } });
    expect(await fetchEndpoint(connection, endpoints.countConflicts)).toMatchObject({
      open: 0,
      decided: 1,
      imports: [{ flow_id: flowId, open: 0, decided: 1 }],
    });
    expect((await fetchEndpoint(connection, endpoints.listHeldCases, { query: { state: 'open' } })).items).toEqual([]);
    expect(
      await refusalOf(fetchEndpoint(connection, endpoints.previewDecision, { params, body: decision })),
    ).toMatchObject({
      status: 409,
    });
  });

  test('are decided many at once after the impact of all was counted, an asset of several only once', async () => {
    const connection = service.as('many');
    const mails = ['mail01', 'mail02'].map((name): Cell[] => [name, 'CZ9001', 'Kiel']);
    await importSheet('many', serials, held.slice(0, 1));
    const { flowId } = await importSheet('many', serials, [...held, ...mails]);
    const params = { flow_id: flowId };
    const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params });
    const [web, mail] = ['web01', 'mail01'].map((name) => items.find(({ things }) => things[0]?.name === name));
    const into = { asset_id: web?.candidates[0]?.asset_id ?? '', fields: { location: 2 } };
    const decisions = [
      { conflict_id: web?.conflict_id ?? '', action: 'merge' as const, ...into },
      { conflict_id: mail?.conflict_id ?? '', action: 'separate' as const },
    ];
    const body = { decisions };
    expect(await fetchEndpoint(connection, endpoints.previewDecisions, { params, body })).toMatchObject({
      assets_created: 2,
      assets_changed: 1,
      values_changed: 1,
      assets_unchanged: 0,
    });
    expect(await assetsOf('many')).toHaveLength(1);
    expect(await decide(connection, flowId, { body })).toEqual({ decided: 2, assets_written: 3 });
    const detail = 'The conflict of row 2 was decided by first admin key.';
    expect(await refusalOf(decide(connection, flowId, { body }))).toMatchObject({ status: 409, detail });
  });

  test('that two imports hold are judged anew once one of the two cases is decided: nothing comes twice', async () => {
    const connection = service.as('twice');
    const first = await importSheet('twice', serials, held);
    const second = await importSheet('twice', serials, held, 'monitoring.xlsx');
    const caseOf = async (flow_id: string) =>
      (await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id } })).items[0];
    const [one, other] = [await caseOf(first.flowId), await caseOf(second.flowId)];
    const separately = (found: typeof one, version = found?.version) => ({
      body: {
        decisions: [
          { conflict_id: found?.conflict_id ?? '', action: 'separate' as const, ...(version && { version }) },
        ],
      },
    });
    await decide(connection, first.flowId, separately(one));
    const made = (await assetsOf('twice')).map(({ _id }) => _id as unknown);
    expect(made).toHaveLength(2);
    for (const seen of ['', other?.version])
      expect(await refusalOf(decide(connection, second.flowId, separately(other, seen)))).toMatchObject({
        status: 409,
        code: 'conflict_changed',
        detail: expect.stringContaining('the inventory has got web01, db01, which') as unknown,
      });
    const now = await caseOf(second.flowId);
    expect(now?.things.map(({ asset_id }) => asset_id)).toEqual(made);
    expect(now?.candidates.map(({ asset_id }) => asset_id)).toEqual(made);
    await decide(connection, second.flowId, separately(now));
    const after = await assetsOf('twice');
    expect(after.map(({ _id }) => _id as unknown)).toEqual(made);
    expect(after.map(({ sources }) => (sources as unknown[]).length)).toEqual([2, 2]);
  });

  test('join what another row of their sheet has made, where they have the name of it', async () => {
    const connection = service.as('row-beside');
    const { flowId } = await importSheet('row-beside', serials, [...held, ['web01', null, 'Kiel']]);
    expect(await assetsOf('row-beside')).toHaveLength(1);
    const params = { flow_id: flowId };
    const [found] = (await fetchEndpoint(connection, endpoints.listConflicts, { params })).items;
    const { conflict_id = '', version = '' } = found ?? {};
    await decide(connection, flowId, { body: { decisions: [{ conflict_id, version, action: 'separate' }] } });
    expect((await assetsOf('row-beside')).map(({ name }) => name as unknown)).toEqual(['db01', 'web01']);
  });

  test('are refused a decision on rows or assets that are none of theirs', async () => {
    const { flowId } = await importSheet('refuses', serials, held);
    const connection = service.as('refuses');
    const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params: { flow_id: flowId } });
    const conflict_id = items[0]?.conflict_id ?? '';
    const tried = (more: object) =>
      refusalOf(decide(connection, flowId, { body: { decisions: [{ conflict_id, action: 'merge', ...more }] } }));
    expect(await tried({ asset_id: 'ast_other' })).toMatchObject({ status: 400 });
    expect(await tried({ fields: { location: 3 } })).toMatchObject({ status: 400 });
    expect(await tried({ fields: { location: null } })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('Only a merge into an asset') as unknown,
    });
    expect(await tried({ conflict_id: 'imp_x:y' })).toMatchObject({ status: 404 });
    expect(await assetsOf('refuses')).toEqual([]);
  });
});
