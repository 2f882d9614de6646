import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { importWhole, resultOf } from '../harness/import-whole.ts';
import { describeWithRealData, realData } from '../harness/real-data.ts';
import { readRawSheet } from '../harness/raw-workbook.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { buildStoreRequest } from '../builders/store-request.ts';

const RVTOOLS = 'RVTools-SizingWorkshop.xlsx';

/** A sheet as the file's own XML has it: rows of text, number and boolean by header. Blank rows are left out. */
async function readSheet(name: string): Promise<{ columns: string[]; rows: Cell[][] }> {
  const cells = await readRawSheet(realData(RVTOOLS), name);
  const rows = new Map<number, Map<string, Cell>>();
  const letters = new Set<string>();
  for (const [address, { value }] of cells) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    letters.add(column);
    const known = rows.get(Number(row)) ?? new Map<string, Cell>();
    rows.set(Number(row), known.set(column, value));
  }
  const order = [...letters].sort((a, b) => a.length - b.length || a.localeCompare(b));
  const [header, ...body] = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  return {
    columns: order.map((column) => cellText(header?.get(column) ?? null)),
    rows: body.map((row) => order.map((column) => row.get(column) ?? null)),
  };
}

const column = ({ columns, rows }: { columns: string[]; rows: Cell[][] }, header: string): string[] => {
  const at = columns.findIndex((one) => one.trim() === header);
  return rows.map((row) => cellText(row[at] ?? null).trim());
};

describeWithRealData(RVTOOLS, 'four sheets of an RVTools export', () => {
  let service: TestService;
  let connection: Connection;
  beforeAll(async () => {
    service = await startTestService();
    connection = service.as('rvtools');
  });
  afterAll(() => service?.stop());

  test('become one inventory with its edges, and every number agrees with the sheets', async () => {
    const [vInfo, vHost, vPartition, vNetwork] = await Promise.all(
      ['vInfo', 'vHost', 'vPartition', 'vNetwork'].map(readSheet),
    );
    if (!vInfo || !vHost || !vPartition || !vNetwork) throw new Error('A sheet is missing.');
    const flows: string[] = [];
    for (const [name, sheet] of Object.entries({ vInfo, vHost, vPartition, vNetwork })) {
      const metadata = { ...buildStoreRequest().metadata, filename: 'RVTools.xlsx', sheet_name: name, range: 'A1' };
      const { range: _range, ...rest } = metadata;
      flows.push((await importWhole(connection, { sheet, metadata: rest })).flow_id);
    }
    const inventory = await Promise.all(flows.map((flow) => resultOf(connection, flow, 'asset-inventory')));
    const machines = new Set(column(vInfo, 'VM'));
    const hosts = new Set(column(vHost, 'Host'));
    expect(inventory[0]).toMatchObject({ created: machines.size, conflict: 0 });
    expect(inventory[1]).toMatchObject({ created: hosts.size, conflict: 0 });
    expect(inventory[2]).toMatchObject({ created: 0, component: vPartition.rows.length, conflict: 0 });
    expect(inventory[3]).toMatchObject({ created: 0, component: vNetwork.rows.length, conflict: 0 });
    const classes = await service.db
      .collection('assets')
      .aggregate<{ _id: string; count: number }>([{ $group: { _id: '$asset_class', count: { $sum: 1 } } }])
      .toArray();
    expect(Object.fromEntries(classes.map(({ _id, count }) => [_id, count]))).toEqual({
      virtual_machine: machines.size,
      server: hosts.size,
    });

    const edges = await everyEdge(connection);
    const named = (relation: string, state: string): number =>
      edges.filter((edge) => edge.relation === relation && edge.state === state).length;
    const hostOf = column(vInfo, 'Host');
    const known = new Set([...hosts].map((host) => host.toLowerCase()));
    const isKnown = (host: string): boolean =>
      known.has(host.toLowerCase()) || known.has(host.toLowerCase().split('.')[0] ?? '');
    expect(named('runs_on', 'resolved')).toBe(hostOf.filter(isKnown).length);
    expect(named('runs_on', 'unresolved')).toBe(hostOf.filter((host) => host !== '' && !isKnown(host)).length);
    const inClusters = [...column(vInfo, 'Cluster'), ...column(vHost, 'Cluster')].filter((name) => name !== '');
    expect(named('member_of', 'group')).toBe(inClusters.length);
  });
});

async function everyEdge(connection: Connection): Promise<{ relation: string; state: string }[]> {
  const edges: { relation: string; state: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { relation: string; state: string }[]; next_cursor: string | null } = await fetchEndpoint(
      connection,
      endpoints.listGraphEdges,
      { query: { limit: 1_000, ...(cursor === '' ? {} : { cursor }) } },
    );
    edges.push(...page.items);
    cursor = page.next_cursor;
  }
  return edges;
}
