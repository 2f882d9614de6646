import { describe, expect, test } from '@jest/globals';
import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { startCpuClock } from '#test/harness/cpu-time.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput, SheetRecord } from './agent.ts';
import type { Asset, AssetValue } from '../inventory/asset.ts';
import type { AgentAssessments, AgentGraph, AgentInventory, InventoryDesk } from './agent-ports.ts';
import { rangesBetween } from '../inventory/asset-id.ts';
import { runAgent } from './run-agent.ts';

/** An inventory in memory, read in small batches. */
export function buildInventory(assets: readonly Asset[]): AgentInventory {
  const inOrder = [...assets].sort((a, b) => (a._id < b._id ? -1 : 1));
  return {
    findByKeys: (keys) => Promise.resolve(inOrder.filter((asset) => asset.keys.some((key) => keys.includes(key)))),
    idRanges: (count) => {
      const each = Math.max(1, Math.ceil(inOrder.length / count));
      const cuts = inOrder.filter((_, at) => at > 0 && at % each === 0).map(({ _id }) => _id);
      return Promise.resolve(rangesBetween(cuts, count));
    },
    async *readValues(_fields, { from, to } = { from: '', to: null }) {
      const inside = inOrder.filter(({ _id }) => _id >= from && (to === null || _id < to));
      for (let at = 0; at < inside.length; at += 2) yield await Promise.resolve(inside.slice(at, at + 2));
    },
  };
}

/** A desk over an empty inventory; what is written is forgotten. */
const emptyDesk: InventoryDesk = {
  async *readIdentities() {
    yield await Promise.resolve([]);
  },
  getAssets: () => Promise.resolve([]),
  begin: () => Promise.resolve(),
  decisionsOn: () => Promise.resolve(new Map()),
  list: () => Promise.resolve(),
  write: () => Promise.resolve(),
  async *readAssetsOfImport() {
    yield await Promise.resolve([]);
  },
  forgetListed: () => Promise.resolve(),
};

const emptyGraph: AgentGraph = {
  begin: () => Promise.resolve('graph:1'),
  stage: () => Promise.resolve(),
  countEdges: () => Promise.resolve(0),
  async *readEdges() {
    yield await Promise.resolve([]);
  },
};

const discardedAssessments: AgentAssessments = {
  open: () => Promise.resolve('generation-1'),
  stage: () => Promise.resolve(),
};

/** An agent's input in memory, read in batches as the worker hands them over. */
export function buildInput(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  overrides: Partial<AgentInput> = {},
): AgentInput {
  const records = rows.map((cells, index): SheetRecord => ({ rowNumber: index + 1, cells }));
  return {
    facts: {
      dataImportId: 'imp_test',
      importedAt: new Date('2026-01-15T10:00:00Z'),
      assessedAt: new Date('2026-01-15T10:00:00Z'),
      filename: 'test.xlsx',
      sheetName: 'Servers',
      range: 'B3:Z9',
      headerRow: 3,
      dateSystem: '1900',
      totalRecords: rows.length,
      columns: buildColumns(headers),
    },
    targetFields,
    memory: [],
    columnProfiles: [],
    decidedColumns: new Map(),
    approvedMappings: [],
    cleansingPlan: null,
    inventory: buildInventory([]),
    inventoryDesk: emptyDesk,
    inventoryDecision: 'apply',
    graph: emptyGraph,
    assessments: discardedAssessments,
    adviser: null,
    async *readRecords(range = { firstRow: 1, lastRow: records.length }) {
      for (let at = range.firstRow - 1; at < range.lastRow; at += 50)
        yield await Promise.resolve(records.slice(at, Math.min(at + 50, range.lastRow)));
    },
    ...overrides,
  };
}

export function buildContext(overrides: Partial<AgentContext> = {}): AgentContext {
  return { signal: new AbortController().signal, reportProgress: () => undefined, ...overrides };
}

/** One asset that refers to another, for agents that read the inventory and no records. */
export function buildAsset(id: string, overrides: Partial<Asset> = {}): Asset {
  const value: AssetValue = {
    value: 'esx-1',
    raw: 'esx-1',
    rule: 'text',
    data_import_id: 'imp_test',
    row_number: 1,
    column_index: 0,
    decided_by: null,
  };
  return {
    _id: id,
    client_account_id: 'client',
    engagement_id: 'main',
    asset_class: 'virtual_machine',
    class_rule: 'test',
    name: id,
    keys: [`name:${id}`],
    values: { host_server: [value] },
    components: [],
    first_import_id: 'imp_test',
    last_import_id: 'imp_test',
    updated_at: new Date('2026-01-15T10:00:00Z'),
    sources: [],
    field_decisions: [],
    ...overrides,
  };
}

/** Where an agent gets its batches from: the records of the import or, of one without passes, the engagement's assets. */
export type ReadsFrom = 'records' | 'assets';

/** An input whose batches come from `read`, wherever the agent reads from. */
function inputReading(from: ReadsFrom, input: AgentInput, read: () => AsyncIterable<readonly unknown[]>): AgentInput {
  if (from === 'records') return { ...input, readRecords: read as AgentInput['readRecords'] };
  const readValues = read as () => AsyncIterable<readonly Asset[]>;
  return { ...input, inventory: { ...input.inventory, readValues } };
}

/** What holds for every agent, whatever it computes. */
export function agentContract(agent: Agent, options: { readsFrom?: ReadsFrom; assets?: readonly Asset[] } = {}): void {
  const from = options.readsFrom ?? 'records';
  const run = (input: AgentInput, context: AgentContext, partitionRows?: number): Promise<AgentOutput> =>
    runAgent(agent, input, context, partitionRows === undefined ? {} : { partitionRows });
  const headers = ['Server Name', 'IP Address', 'RAM (GB)', 'Environment'];
  const rows = Array.from({ length: 230 }, (_, index): Cell[] => [
    `srv-${index}`,
    `10.0.0.${index % 250}`,
    index % 7 === 0 ? null : 16,
    'Production',
  ]);

  describe(`the agent ${agent.name}, like every agent,`, () => {
    test('counts the rows that came in, no more and no less', async () => {
      expect((await run(buildInput(headers, rows), buildContext())).rowsDone).toBe(230);
      expect((await run(buildInput(headers, []), buildContext())).rowsDone).toBe(0);
    });

    test('returns the same for the same input', async () => {
      const first = await run(buildInput(headers, rows), buildContext());
      expect(await run(buildInput(headers, rows), buildContext())).toEqual(first);
    });

    test('measures the same whether one worker reads everything or several read a part each', async () => {
      const input = buildInput(headers, rows, { inventory: buildInventory(options.assets ?? []) });
      const whole = await run(input, buildContext());
      expect(await run(input, buildContext(), 60)).toEqual(whole);
    });

    test('reports progress that only grows and ends at the rows it read', async () => {
      const reports: number[] = [];
      await run(buildInput(headers, rows), buildContext({ reportProgress: (rowsDone) => reports.push(rowsDone) }));
      expect(reports.at(-1)).toBe(230);
      expect(reports).toEqual([...reports].sort((a, b) => a - b));
    });

    test('stops within a second after it was told to, before the next batch, and returns nothing', async () => {
      const controller = new AbortController();
      let batches = 0;
      let cpuMsSinceTold = startCpuClock();
      const records = rows.map((cells, index) => ({ rowNumber: index + 1, cells }));
      const input = inputReading(from, buildInput(headers, rows), async function* () {
        for (;;) {
          batches += 1;
          if (batches === 3) {
            cpuMsSinceTold = startCpuClock();
            controller.abort(new Error('told to stop'));
          }
          yield await Promise.resolve(from === 'records' ? records : (options.assets ?? []));
        }
      });
      await expect(run(input, buildContext({ signal: controller.signal }))).rejects.toThrow('told to stop');
      expect(batches).toBe(3);
      expect(cpuMsSinceTold()).toBeLessThan(1_000);
    });

    test(`does not wait for ${from} that never come once it was told to stop`, async () => {
      const controller = new AbortController();
      const input = inputReading(from, buildInput(headers, rows), async function* () {
        yield from === 'records' ? [{ rowNumber: 1, cells: rows[0] ?? [] }] : (options.assets ?? []);
        await new Promise(() => undefined);
      });
      const running = run(input, buildContext({ signal: controller.signal }));
      setTimeout(() => controller.abort(new Error('told to stop')), 20);
      await expect(running).rejects.toThrow('told to stop');
    });

    test('fails with the error of a reader that breaks', async () => {
      // oxlint-disable-next-line require-yield -- breaks before its first batch
      const input = inputReading(from, buildInput(headers, rows), async function* () {
        await Promise.resolve();
        throw new Error('cursor lost');
      });
      await expect(run(input, buildContext())).rejects.toThrow('cursor lost');
    });

    test('survives hostile headers and cells', async () => {
      const hostile = ['__proto__', 'constructor', '$where', '\u202ermal', '=1+1', '('.repeat(5_000), '', ''];
      const cells: Cell[] = [
        '__proto__',
        '<img src=x onerror=alert(1)>',
        '$gt',
        'x'.repeat(32_767),
        '=HYPERLINK("x")',
        '((((a+)+)+)+)$',
        'toString',
        null,
      ];
      const output = await run(
        buildInput(
          hostile,
          Array.from({ length: 60 }, () => cells),
        ),
        buildContext(),
      );
      expect(output.rowsDone).toBe(60);
    });
  });
}
