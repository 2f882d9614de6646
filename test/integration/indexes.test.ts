import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { agentTaskId } from '#service/models/agent-task.model.ts';
import { assetChangeId } from '#service/models/asset-change.model.ts';
import { storeImport } from '../harness/store-import.ts';
import { profiled } from './profiled.ts';
import { startTestService, testMongoUri, type TestService } from '../harness/service-harness.ts';

const MANY = 300;
const OWN = 40;

let service: TestService;
let own: { flow_id: string; data_import_id: string };

const documents = (count: number, documentAt: (at: number) => object) =>
  Array.from({ length: count }, (_, at) => documentAt(at));
const ownedBy = (client: string) => ({ client_account_id: client, engagement_id: 'main' });

/** Others have much in every collection, before and after what the engagement has. */
async function store(collection: string, fieldsOf: (owner: string, at: number) => object): Promise<void> {
  const insert = (owner: string, count: number) =>
    service.db
      .collection(collection)
      .insertMany(documents(count, (at) => ({ ...ownedBy(owner), ...fieldsOf(owner, at) })));
  await insert('000', MANY);
  await insert('own', OWN);
  await insert('zzz', MANY);
}

const decided = { asset_id: null, fields: {}, decided_by: 'ana', decided_at: new Date(), rule_id: null };
const importOf = (owner: string) => (owner === 'own' ? own.data_import_id : `imp_${owner}`);
const flowOf = (owner: string) => (owner === 'own' ? own.flow_id : `flow_${owner}`);

beforeAll(async () => {
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: testMongoUri('given') } });
  own = await storeImport(service.as('own'));
  await store('asset_changes', (owner, at) => ({
    _id: assetChangeId(importOf(owner), at + 1),
    data_import_id: importOf(owner),
    kind: at % 4 === 0 ? 'created' : 'updated',
    first_row: at + 1,
    row_numbers: [at + 1],
    row_count: 1,
    asset_id: `ast_${at}`,
    conflict_id: null,
    name: `srv${at}`,
    asset_class: 'server',
    changes: [],
    decided_by: null,
  }));
  await store('import_findings', (owner, at) => ({
    _id: `${flowOf(owner)}:data_validation:${String(at).padStart(6, '0')}`,
    flow_id: flowOf(owner),
    data_import_id: importOf(owner),
    agent: 'data_validation',
    severity: 'info',
    code: 'blank',
    message: 'Blank.',
    column_index: null,
    source_field: null,
    count: 1,
    cells: [],
  }));
  await store('inventory_conflicts', (owner, at) => ({
    _id: `${importOf(owner)}:${String(at).padStart(7, '0')}`,
    data_import_id: importOf(owner),
    signature: String(at),
    kind: 'name:addresses',
    reason: 'They share the name.',
    first_row: 1,
    row_numbers: [1, 2],
    things: [{ name: 'srv', row_numbers: [1, 2], asset_id: null }],
    candidates: [],
    differing: [],
    decision: at % 2 === 0 ? null : { ...decided, action: at % 4 === 1 ? 'leave_out' : 'merge' },
  }));
});
afterAll(() => service?.stop());

const plansOf = async (collection: string, work: () => Promise<unknown>) =>
  (await profiled(service.db, collection, work))
    .filter(({ op }) => op !== 'getmore')
    .map(({ docsExamined, keysExamined, hasSortStage, planSummary }) => ({
      read: docsExamined as number,
      keys: keysExamined as number,
      isSorted: hasSortStage === true,
      plan: String(planSummary),
    }));

test('changes of an import are listed and exported along an index, of every kind and of one', async () => {
  const params = { flow_id: own.flow_id };
  const connection = service.as('own');
  const list = (query: object) => () =>
    fetchEndpoint(connection, endpoints.listAssetChanges, {
      params,
      query: { limit: 10, ...query },
    });
  const cursor = assetChangeId(own.data_import_id, 20);
  for (const query of [{}, { cursor }, { kind: 'created' as const }]) {
    const [plan] = await plansOf('asset_changes', list(query));
    expect([query, plan]).toEqual([query, expect.objectContaining({ isSorted: false })]);
    expect(plan?.plan).toContain('IXSCAN');
    expect(plan?.read).toBeLessThanOrEqual(11);
    expect(plan?.keys).toBeLessThanOrEqual(12);
  }
  const page = await list({ cursor })();
  expect(page.items.map(({ row_numbers }) => row_numbers)).toEqual(Array.from({ length: 10 }, (_, at) => [at + 21]));
});

test('findings of an engagement are exported, and those of an import counted, without reading those of others', async () => {
  const connection = service.as('own');
  const [exported] = await plansOf('import_findings', async () => {
    const file = await fetchFile(connection, endpoints.exportFindingsCsv, {});
    expect((await file.text()).trim().split('\n')).toHaveLength(OWN + 1);
  });
  expect(exported).toMatchObject({ isSorted: false, read: OWN });
  const [counted] = await plansOf('import_findings', async () => {
    const params = { data_import_id: own.data_import_id };
    const preview = await fetchEndpoint(connection, endpoints.previewWithdrawal, { params });
    expect(preview.findings).toBe(OWN);
  });
  expect(counted?.read).toBe(OWN);
});

test('conflicts are counted without reading one', async () => {
  const [counted] = await plansOf('inventory_conflicts', async () => {
    const counts = await fetchEndpoint(service.as('own'), endpoints.countConflicts);
    expect(counts).toMatchObject({ open: OWN / 2, decided: OWN / 2, awaiting_rebuild: OWN / 4 });
  });
  expect(counted).toMatchObject({ read: 0, isSorted: false });
  expect(counted?.keys).toBeLessThanOrEqual(OWN + 1);
});

test('a page of conflicts reads those it shows, and none to count them', async () => {
  const plans = await plansOf('inventory_conflicts', async () => {
    const page = await fetchEndpoint(service.as('own'), endpoints.listHeldCases, { query: { limit: 5 } });
    expect(page.items).toHaveLength(5);
  });
  expect(plans).toEqual([expect.objectContaining({ read: 6, isSorted: false })]);
});

test('attempts of a flow are listed along an index, the tenth after the second', async () => {
  await store('crewai_task_execution', (owner, at) => ({
    _id: agentTaskId(flowOf(owner), 'data_validation', at + 1),
    flow_id: flowOf(owner),
    data_import_id: importOf(owner),
    phase: 'data_validation',
    agent: 'data_validation',
    attempt: at + 1,
    status: 'failed',
    rows_done: 0,
    rows_total: 0,
    worker: 'w',
    state: {},
    result: null,
    error: null,
    queued_at: null,
    started_at: new Date(),
    finished_at: null,
    heartbeat_at: new Date(),
  }));
  const params = { flow_id: own.flow_id };
  const [plan] = await plansOf('crewai_task_execution', async () => {
    const { items } = await fetchEndpoint(service.as('own'), endpoints.listTasks, { params, query: { limit: 12 } });
    expect(items.map(({ attempt }) => attempt)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  });
  expect(plan).toMatchObject({ isSorted: false, read: 13 });
});

test('what a client remembers is listed along an index, decisions and mappings', async () => {
  const connection = service.as('own');
  await store('conflict_rules', (owner, at) => ({
    _id: `rule_${owner}${String(at).padStart(4, '0')}`,
    signature: String(at),
    kind: 'name:addresses',
    names: [],
    decision: { ...decided, action: 'leave_out' },
  }));
  await store('mapping_memory', (owner, at) => ({
    _id: `mem_${owner}${String(at).padStart(4, '0')}`,
    data_import_id: importOf(owner),
    fingerprint: String(at),
    header: `Header ${at}`,
    value_kind: 'text',
    target_field: null,
    cleansing: null,
    meanings: [],
    is_explicit: true,
    confirmed_by: 'ana',
    confirmed_at: new Date(),
    last_used_at: new Date(),
    use_count: 1,
    version: 1,
  }));
  const query = { limit: 10 };
  const [decisions] = await plansOf('conflict_rules', async () => {
    const page = await fetchEndpoint(connection, endpoints.listRememberedDecisions, { query });
    expect(page.items).toHaveLength(10);
  });
  const [mappings] = await plansOf('mapping_memory', async () => {
    const page = await fetchEndpoint(connection, endpoints.listMappingMemory, { query });
    expect(page.items).toHaveLength(10);
  });
  expect([decisions, mappings]).toEqual([
    expect.objectContaining({ isSorted: false, read: 11 }),
    expect.objectContaining({ isSorted: false, read: 11 }),
  ]);
});

test('flows that are not deleted are listed without reading the deleted ones, page by page', async () => {
  const model = await service.db.collection('crewai_flow_state_extensions').findOne({ _id: own.flow_id as never });
  const flow = (at: number, status: string) => ({
    ...model,
    _id: `flow_9${String(at).padStart(6, '0')}` as never,
    data_import_id: `imp_${at}`,
    is_open: false,
    status,
  });
  const deleted = documents(MANY, (at) => flow(at, 'deleted'));
  await service.db.collection('crewai_flow_state_extensions').insertMany(deleted);
  const ended = documents(3, (at) => flow(at + MANY / 2 - 1, at === 1 ? 'cancelled' : 'completed'));
  for (const [at, one] of ended.entries())
    Object.assign(one, { _id: `flow_9000150${at}`, data_import_id: `end_${at}` });
  await service.db.collection('crewai_flow_state_extensions').insertMany(ended);
  const list = (query: object) =>
    fetchEndpoint(service.as('own'), endpoints.listFlows, { query: { deleted: 'left_out', limit: 2, ...query } });
  const [plan] = await plansOf('crewai_flow_state_extensions', async () => {
    const first = await list({});
    expect(first.items.map(({ status }) => status)).toEqual(['completed', 'cancelled']);
    const second = await list({ cursor: first.next_cursor ?? '' });
    expect(second.items.map(({ flow_id }) => flow_id)).toEqual(['flow_90001500', own.flow_id]);
    expect(second.next_cursor).toBeNull();
  });
  expect(plan).toMatchObject({ isSorted: false });
  expect(plan?.read).toBeLessThanOrEqual(3);
  expect((await list({ limit: 200, deleted: undefined })).items).toHaveLength(200);
  expect((await list({ status: 'deleted' })).items.map(({ status }) => status)).toEqual(['deleted', 'deleted']);
});
