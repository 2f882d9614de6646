import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import type {
  AgentAssessments,
  AgentGraph,
  AgentInventory,
  AssetExtract,
  FieldChoice,
  InventoryDesk,
} from '#service/agents/agent-ports.ts';
import type { AgentContext, AgentInput, SheetRecord } from '#service/agents/agent.ts';
import { rangesBetween } from '#service/inventory/asset-id.ts';
import type { Asset, AssetValue } from '#service/inventory/asset.ts';

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
    async *readValues(fields, { from, to } = { from: '', to: null }) {
      const inside = inOrder.filter(({ _id }) => _id >= from && (to === null || _id < to));
      for (let at = 0; at < inside.length; at += 2)
        yield await Promise.resolve(inside.slice(at, at + 2).map((asset) => extractOf(asset, fields)));
    },
  };
}

/** No more than was asked for, as the stored inventory gives it. */
function extractOf({ _id, name, asset_class, class_rule, values, sources }: Asset, fields: FieldChoice): AssetExtract {
  const isAsked = (field: string): boolean =>
    'only' in fields ? fields.only.includes(field) : !fields.without.includes(field);
  const asked = Object.fromEntries(Object.entries(values).filter(([field]) => isAsked(field)));
  const rows = sources.map(({ data_import_id, row_numbers }) => ({ data_import_id, row_numbers }));
  return { _id, name, asset_class, class_rule, values: asked, sources: rows };
}

/** A desk over an empty inventory; what is written is forgotten. */
const emptyDesk: InventoryDesk = {
  async *readIdentities() {
    yield await Promise.resolve([]);
  },
  getAssets: () => Promise.resolve([]),
  findFilename: () => Promise.resolve(null),
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
    columnEvidence: [],
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
