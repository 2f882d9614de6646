import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { agentFor } from '#service/agents/agent-registry.ts';
import type { AgentPhase } from '#shared/statuses.ts';
import { storeImport } from '../harness/store-import.ts';
import { importWhole } from '../harness/import-whole.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
/** What the dependency analysis waits for before it concludes. */
let gate: Promise<void> = Promise.resolve();
const gated = (phase: AgentPhase) => {
  const agent = agentFor(phase);
  if (phase !== 'dependency_analysis') return agent;
  return {
    ...agent,
    conclude: async (...call: Parameters<typeof agent.conclude>) => {
      await gate;
      return agent.conclude(...call);
    },
  };
};
beforeAll(async () => {
  service = await startTestService({ agentFor: gated, partitionRows: 7 });
});
afterAll(() => service?.stop());

/** Two host servers that one serial number holds back, and twenty machines that run on the first of them. */
const columns = ['Hostname', 'Serial Number', 'Operating System', 'Host Server'];
const windows = 'Microsoft Windows Server 2008 R2';
const rows: Cell[][] = [
  ['esx01', 'CZ7712XK', windows, null],
  ['esx02', 'CZ7712XK', windows, null],
  ...Array.from({ length: 20 }, (_, at): Cell[] => [`app${at + 10}`, `CZ88${at + 10}XK`, windows, 'esx01']),
];

async function decideAll(connection: Connection, flowId: string): Promise<void> {
  const params = { flow_id: flowId };
  const { items } = await fetchEndpoint(connection, endpoints.listConflicts, { params });
  const decisions = items.map(({ conflict_id }) => ({ conflict_id, action: 'separate' as const }));
  await fetchEndpoint(connection, endpoints.decideConflicts, { params, body: { decisions } });
}

const awaiting = async (connection: Connection): Promise<number> =>
  (await fetchEndpoint(connection, endpoints.countConflicts)).awaiting_rebuild;

async function derived(connection: Connection) {
  const graph = await fetchEndpoint(connection, endpoints.getGraphSummary);
  const { summary } = await fetchEndpoint(connection, endpoints.getTechDebtSummary);
  return { by_state: graph?.by_state, assessed: summary?.assets };
}

test('a rebuild makes dependencies and debts know assets that were decided, as a further run of the same phases', async () => {
  const connection = service.as('rebuilds');
  const { flow_id } = await importWhole(connection, { sheet: { columns, rows } });
  const params = { flow_id };
  expect(await derived(connection)).toMatchObject({ by_state: { resolved: 0, unresolved: 20 }, assessed: 20 });
  expect(await awaiting(connection)).toBe(0);
  await decideAll(connection, flow_id);
  expect(await awaiting(connection)).toBe(1);
  expect(await derived(connection)).toMatchObject({ by_state: { resolved: 0 }, assessed: 20 });

  const began = await fetchEndpoint(connection, endpoints.rebuildFlow, { params });
  expect(began).toMatchObject({ status: 'running', current_phase: 'dependency_analysis' });
  const flow = await waitForFlow(connection, flow_id, ['completed'], 60_000);
  expect(flow).toMatchObject({ progress_percentage: 100, rebuild: { requested_by: 'first admin key' } });
  expect(flow.phases.map(({ phase, attempt, status }) => [phase, attempt, status]).slice(-3)).toEqual([
    ['asset_inventory', 1, 'completed'],
    ['dependency_analysis', 2, 'completed'],
    ['tech_debt_assessment', 2, 'completed'],
  ]);
  expect(await derived(connection)).toMatchObject({ by_state: { resolved: 20, unresolved: 0 }, assessed: 22 });
  expect(await awaiting(connection)).toBe(0);

  const tasks = await fetchEndpoint(connection, endpoints.listTasks, { params, query: { limit: 100 } });
  const runs = tasks.items.filter(({ phase }) => phase === 'dependency_analysis');
  expect(runs.map(({ attempt, status, result }) => [attempt, status, result?.['assets']])).toEqual([
    [1, 'completed', 20],
    [2, 'completed', 22],
  ]);
  const { items: findings } = await fetchEndpoint(connection, endpoints.listFindings, {
    params,
    query: { limit: 100 },
  });
  expect(findings.filter(({ code }) => code === 'unresolved_reference')).toEqual([]);
  expect(await service.db.collection('agent_partitions').countDocuments({ flow_id })).toBe(0);
  const events = service.db.collection('audit_events');
  expect(await events.countDocuments({ action: 'flow.rebuild', subject: flow_id })).toBe(1);
});

test('while a rebuild runs it is refused again, nothing is decided, and no import begins', async () => {
  const connection = service.as('refuses');
  const { flow_id } = await importWhole(connection, { sheet: { columns, rows } });
  const params = { flow_id };
  let open = (): void => undefined;
  gate = new Promise((resolve) => (open = resolve));
  await fetchEndpoint(connection, endpoints.rebuildFlow, { params });
  const flow = await fetchEndpoint(connection, endpoints.getFlow, { params });
  expect(flow.status).toBe('running');
  expect(flow.progress_percentage).toBeLessThan(100);
  const again = await refusalOf(fetchEndpoint(connection, endpoints.rebuildFlow, { params }));
  expect(again).toMatchObject({ status: 409, code: 'flow_state_conflict' });
  expect(again.detail).toContain('running');
  expect(await refusalOf(decideAll(connection, flow_id))).toMatchObject({ code: 'flow_state_conflict' });
  expect(await refusalOf(storeImport(connection))).toMatchObject({ code: 'open_flow_exists' });
  open();
  await waitForFlow(connection, flow_id, ['completed'], 60_000);
  await decideAll(connection, flow_id);
});

test('a flow is not rebuilt before it is completed, nor while another import is open, nor by a viewer', async () => {
  const connection = service.as('waits');
  const { flow_id } = await importWhole(connection, { sheet: { columns, rows } });
  const next = await storeImport(connection, { sheet: { columns, rows } });
  await waitForFlow(connection, next.flow_id, ['waiting_for_approval']);
  const rebuild = (by: Connection, flowId: string) =>
    refusalOf(fetchEndpoint(by, endpoints.rebuildFlow, { params: { flow_id: flowId } }));
  const refused = await rebuild(connection, flow_id);
  expect(refused).toMatchObject({ status: 409, code: 'flow_state_conflict' });
  expect(refused.detail).toContain('Another import of this engagement is open');
  expect(await rebuild(connection, next.flow_id)).toMatchObject({ status: 409 });
  expect(await rebuild(await service.keyFor('viewer', 'waits', 'main'), flow_id)).toMatchObject({ status: 403 });
  expect(await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id } })).toMatchObject({
    status: 'completed',
    rebuild: null,
  });
});

test('a rebuilt import is withdrawn like any other', async () => {
  const connection = service.as('withdraws');
  const { flow_id, data_import_id } = await importWhole(connection, { sheet: { columns, rows } });
  await fetchEndpoint(connection, endpoints.rebuildFlow, { params: { flow_id } });
  await waitForFlow(connection, flow_id, ['completed'], 60_000);
  await fetchEndpoint(connection, endpoints.withdrawImport, { params: { data_import_id } });
  await waitForFlow(connection, flow_id, ['cancelled'], 60_000);
  expect(await derived(connection)).toMatchObject({ assessed: 0 });
});
