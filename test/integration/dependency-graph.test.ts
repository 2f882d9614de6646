import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import papa from 'papaparse';
import { callEndpoint, fetchEndpoint, fetchFile, type Connection } from '#shared/call-endpoint.ts';
import type { FileEndpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { buildAsset, buildContext, buildInput } from '../builders/agent-inputs.ts';
import type { EdgeChoice } from '#service/agents/agent-ports.ts';
import type { EdgeEnds } from '#service/dependencies/edge.ts';
import { dependencyAnalysis } from '#service/agents/dependency-analysis/dependency-analysis.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { AssetStore } from '#service/assets/asset-store.ts';
import { GraphEdges } from '#service/assets/graph-edges.ts';
import { GraphStore } from '#service/assets/graph-store.ts';
import type { Asset } from '#service/inventory/asset.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';
import type { EdgeDocument } from '#service/models/edge.model.ts';
import type { EngagementGraphDocument } from '#service/models/engagement-graph.model.ts';
import { systemClock } from '#service/platform/clock.ts';
import { inTransaction } from '#service/platform/database/mongo.ts';
import { storeImport } from '../harness/store-import.ts';
import { clearFailPoints, setFailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { storedInventoryAsset } from '../harness/stored-inventory.ts';
import { until } from '../harness/until.ts';

const tenant = { clientAccountId: 'graph-client', engagementId: 'main' };
let service: TestService;
let owner: Connection;
let dataImportId: string;
let store: GraphStore;

const machine = (id: string, host: string, name = id): Asset => {
  const asset = buildAsset(id, { client_account_id: tenant.clientAccountId, name });
  for (const value of asset.values['host_server'] ?? [])
    Object.assign(value, { value: host, raw: host, data_import_id: dataImportId });
  return {
    ...asset,
    values: { ...asset.values, cluster: [{ ...asset.values['host_server']?.[0], value: 'Prod' }] },
  } as Asset;
};
const host = (): Asset =>
  buildAsset('ast_host', {
    client_account_id: tenant.clientAccountId,
    name: 'esx-1',
    keys: ['name:esx-1'],
    asset_class: 'server',
    values: {},
  });

/** Runs the agent as a worker does, and publishes what it made unless told not to. */
async function analyse({ publish = true } = {}): Promise<string> {
  const assets = new AssetStore(new TenantCollection(service.mongo.model<AssetDocument>('Asset')));
  const input = buildInput(['Host'], [], { inventory: assets.inventoryOf(tenant), graph: store.graphOf(tenant) });
  const { graph } = await runAgent(dependencyAnalysis, input, buildContext());
  if (graph === undefined) throw new Error('The agent made no graph.');
  if (publish)
    await inTransaction(service.mongo, (session) => store.publish({ tenant, flowId: 'flw_1' }, graph, session));
  return graph.generation;
}

const storedEdges = () => service.db.collection('asset_edges').countDocuments({ engagement_id: 'main' });
const textOf = async (endpoint: FileEndpoint) => (await fetchFile(owner, endpoint)).text();

beforeAll(async () => {
  service = await startTestService();
  owner = service.as(tenant.clientAccountId);
  dataImportId = (await storeImport(owner)).data_import_id;
  store = new GraphStore({
    engagementGraphs: new TenantCollection(service.mongo.model<EngagementGraphDocument>('EngagementGraph')),
    graphEdges: new GraphEdges(service.mongo.model<EdgeDocument>('Edge')),
    clock: systemClock,
  });
  await service.mongo
    .model<AssetDocument>('Asset')
    .insertMany(
      [
        host(),
        machine('ast_1', 'ESX-1', '=HYPERLINK("http://x")'),
        machine('ast_2', 'esx-1', '<b>&"\u0007'),
        machine('ast_3', 'esx-9'),
      ].map((asset) => storedInventoryAsset(tenant, asset, dataImportId)),
    );
});
afterAll(() => service?.stop());

describe('the graph of an engagement', () => {
  test('is nothing before a flow built it, and everything still answers', async () => {
    expect(await fetchEndpoint(owner, endpoints.getGraphSummary)).toBeNull();
    expect(await fetchEndpoint(owner, endpoints.getGraph)).toEqual({
      built_at: null,
      nodes: [],
      edges: [],
      is_truncated: false,
    });
    const csv = Buffer.from(await (await fetchFile(owner, endpoints.exportDependenciesCsv)).arrayBuffer());
    expect(csv.toString()).toMatch(/^\ufefffrom_asset_id,.*\r\n$/);
  });

  test('is seen when it is published and not before; earlier ones are removed by the next run', async () => {
    await analyse({ publish: false });
    expect(await fetchEndpoint(owner, endpoints.getGraphSummary)).toBeNull();
    const second = await analyse();
    expect(await storedEdges()).toBe(12);
    expect(await fetchEndpoint(owner, endpoints.getGraphSummary)).toMatchObject({
      generation: second,
      flow_id: 'flw_1',
      assets: 4,
      edges: 6,
      by_state: { resolved: 2, group: 3, unresolved: 1, ambiguous: 0 },
      most_depended_on: [{ asset_id: 'ast_host', name: 'esx-1', direct: 2, transitive: 2 }],
      groups: { count: 1, listed: [{ name: 'Prod', edges: 3 }] },
      unresolved: { count: 1, listed: [{ name: 'esx-9', edges: 1 }] },
    });
    await analyse({ publish: false });
    expect(await storedEdges()).toBe(12);
  });

  test('hands agents the edges they ask for, and their number', async () => {
    const graph = store.graphOf(tenant);
    const read = async (which: EdgeChoice) => {
      const found: EdgeEnds[] = [];
      for await (const edges of graph.readEdges(which)) found.push(...edges);
      return found;
    };
    expect(await graph.countEdges()).toBe(6);
    expect(await read({ state: 'resolved' })).toEqual([
      { from_asset_id: 'ast_1', relation: 'runs_on', to_asset_id: 'ast_host', to_node: 'ast_host' },
      { from_asset_id: 'ast_2', relation: 'runs_on', to_asset_id: 'ast_host', to_node: 'ast_host' },
    ]);
    expect(await read({ relations: ['member_of', 'backup_of'] })).toEqual(
      ['ast_1', 'ast_2', 'ast_3'].map((id) => ({
        from_asset_id: id,
        relation: 'member_of',
        to_asset_id: null,
        to_node: 'group:member_of:prod',
      })),
    );
    const other = store.graphOf({ ...tenant, engagementId: 'other' });
    expect(await other.countEdges()).toBe(0);
  });

  test('does not go back to an earlier generation', async () => {
    const late = await analyse({ publish: false });
    const newest = await analyse();
    const graph = { generation: late, measures: (await store.findCurrent(tenant))?.measures as never };
    await inTransaction(service.mongo, (session) => store.publish({ tenant, flowId: 'flw_0' }, graph, session));
    expect(await store.findCurrent(tenant)).toMatchObject({ generation: newest, flow_id: 'flw_1' });
  });

  test('shows the surroundings of a node, no more than asked for', async () => {
    const around = await fetchEndpoint(owner, endpoints.getGraph, { query: { focus: 'ast_host' } });
    expect(around.nodes.map(({ node_id }) => node_id)).toEqual(['ast_host', 'ast_1', 'ast_2']);
    expect(around.edges.map(({ from, to }) => [from, to])).toEqual([
      ['ast_1', 'ast_host'],
      ['ast_2', 'ast_host'],
    ]);
    const wider = await fetchEndpoint(owner, endpoints.getGraph, { query: { focus: 'ast_3', depth: 2 } });
    expect(wider.nodes).toContainEqual({ node_id: 'name:esx-9', kind: 'name', name: 'esx-9', asset_class: null });
    expect(wider.nodes).toHaveLength(5);
    const cut = await fetchEndpoint(owner, endpoints.getGraph, { query: { focus: 'ast_host', limit: 2 } });
    expect([cut.nodes.length, cut.is_truncated]).toEqual([2, true]);
    const everything = await fetchEndpoint(owner, endpoints.getGraph);
    expect(everything.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['esx-1', 'Prod', 'esx-9']));
    const found = await fetchEndpoint(owner, endpoints.searchGraph, { query: { search: 'ESX' } });
    expect(found.items.map(({ node_id, kind, name }) => [node_id, kind, name])).toEqual([
      ['ast_host', 'asset', 'esx-1'],
      ['name:esx-9', 'name', 'esx-9'],
    ]);
    const group = await fetchEndpoint(owner, endpoints.searchGraph, { query: { search: 'pro' } });
    expect(group.items).toMatchObject([{ kind: 'group', name: 'Prod' }]);
    const leaning = await fetchEndpoint(owner, endpoints.getGraph, { query: { focus: 'name:esx-9' } });
    expect(leaning.nodes.map(({ node_id }) => node_id)).toEqual(['name:esx-9', 'ast_3']);
  });

  test('lists edges page by page with the cell that says so', async () => {
    const first = await fetchEndpoint(owner, endpoints.listGraphEdges, { query: { limit: 4 } });
    const rest = await fetchEndpoint(owner, endpoints.listGraphEdges, { query: { cursor: first.next_cursor ?? '' } });
    expect([first.items.length, rest.items.length, rest.next_cursor]).toEqual([4, 2, null]);
    const open = await fetchEndpoint(owner, endpoints.listGraphEdges, { query: { state: 'unresolved' } });
    expect(open.items).toMatchObject([
      { from_name: 'ast_3', relation: 'runs_on', to_name: 'esx-9', filename: 'servers.xlsx', address: 'Servers!A2' },
    ]);
  });

  test('is nobody else’s', async () => {
    const other = await service.keyFor('admin', 'graph-other', 'main');
    expect(await fetchEndpoint(other, endpoints.getGraphSummary)).toBeNull();
    expect(await refusalOf(callEndpoint(other, endpoints.getGraph, { query: { focus: 'ast_host' } }))).toMatchObject({
      status: 404,
    });
    expect(await (await fetchFile(other, endpoints.exportAssetsCsv)).text()).not.toContain('esx-1');
    const flow = { query: { flow_id: 'flw_of_somebody' } };
    expect(await refusalOf(fetchFile(other, endpoints.exportFindingsCsv, flow))).toMatchObject({ status: 404 });
  });
});

describe('exports', () => {
  test('keep what looks like a formula as text, in csv and in xlsx', async () => {
    const { data, meta } = papa.parse<Record<string, string>>(await textOf(endpoints.exportAssetsCsv), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.renamedHeaders ?? null).toBeNull();
    expect(data.map((row) => row['Name'])).toEqual([`'=HYPERLINK("http://x")`, '<b>&"', 'ast_3', 'esx-1']);
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(await (await fetchFile(owner, endpoints.exportAssetsXlsx)).arrayBuffer());
    const cell = workbook.worksheets[0]?.getCell('A2');
    expect([cell?.type, cell?.value]).toEqual([excel.ValueType.String, '=HYPERLINK("http://x")']);
    expect(workbook.worksheets[0]?.rowCount).toBe(5);
  });

  test('have every edge with its cell', async () => {
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(await (await fetchFile(owner, endpoints.exportDependenciesXlsx)).arrayBuffer());
    const rows = workbook.worksheets[0]?.getSheetValues().slice(2) as unknown[][];
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => row[4] === 'runs on').map((row) => row.slice(5, 8))).toEqual([
      ['Resolved', 'ast_host', 'esx-1'],
      ['Resolved', 'ast_host', 'esx-1'],
      ['Not in the inventory', undefined, 'esx-9'],
    ]);
  });

  test('of the graph are well-formed GraphML whose edges end at nodes', async () => {
    const xml = await textOf(endpoints.exportDependenciesGraphml);
    expect(XMLValidator.validate(xml)).toBe(true);
    const { graphml } = new XMLParser({ ignoreAttributes: false }).parse(xml) as {
      graphml: {
        graph: {
          node: { '@_id': string; data: { '#text': string }[] }[];
          edge: { '@_source': string; '@_target': string }[];
        };
      };
    };
    const ids = new Set(graphml.graph.node.map((node) => node['@_id']));
    expect(ids.size).toBe(6);
    expect(graphml.graph.edge).toHaveLength(6);
    expect(graphml.graph.edge.every((edge) => ids.has(edge['@_source']) && ids.has(edge['@_target']))).toBe(true);
    expect(graphml.graph.node.map((node) => node.data[0]?.['#text'])).toContain('<b>&"\ufffd');
  });

  test.each([
    ['assets.csv', endpoints.exportAssetsCsv, 'assets'],
    ['assets.xlsx', endpoints.exportAssetsXlsx, 'assets'],
    ['dependencies.graphml', endpoints.exportDependenciesGraphml, 'assets'],
    ['dependencies.csv', endpoints.exportDependenciesCsv, 'asset_edges'],
  ] as const)('answer with a problem when the first read for %s fails', async (_name, endpoint, collection) => {
    const unknownError = 8;
    await setFailPoint(service.db, service.appName, { commands: ['find'], collection, errorCode: unknownError });
    try {
      expect(await refusalOf(fetchFile(owner, endpoint))).toMatchObject({ status: 500, code: 'internal_error' });
    } finally {
      await clearFailPoints(service.db);
    }
    expect((await fetchFile(owner, endpoint)).size).toBeGreaterThan(0);
  });

  test('are attachments, and end their query when the reader hangs up', async () => {
    // Together more than a connection's buffers hold.
    const many = Array.from({ length: 3_000 }, (_, index) =>
      storedInventoryAsset(
        { clientAccountId: 'graph-many', engagementId: 'main' },
        buildAsset(`ast_many_${index}`, { name: randomBytes(10_000).toString('base64') }),
      ),
    );
    await service.mongo.model<AssetDocument>('Asset').insertMany(many, { lean: true });
    const openCursors = async (): Promise<number> => {
      const idle = [{ $currentOp: { idleCursors: true } }, { $match: { type: 'idleCursor', ns: /\.assets$/ } }];
      return (
        await service.mongo
          .getClient()
          .db('admin')
          .aggregate(idle, { readConcern: { level: 'local' } })
          .toArray()
      ).length;
    };
    for (const name of ['assets.csv', 'assets.xlsx', 'dependencies.graphml']) {
      const many = service.as('graph-many');
      const request = get(`${service.origin}/api/v1/exports/${name}`, {
        headers: {
          authorization: `Bearer ${many.apiKey}`,
          'x-client-account-id': 'graph-many',
          'x-engagement-id': 'main',
        },
      });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      expect(response.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
      await once(response, 'readable');
      await until(`${name} waits for its reader`, async () => (await openCursors()) > 0);
      request.destroy();
      await until(`the query of ${name} has ended`, async () => (await openCursors()) === 0);
    }
  });
});
