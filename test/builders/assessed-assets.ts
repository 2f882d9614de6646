import type { AssetClass } from '#shared/statuses.ts';
import { cleanse } from '#service/cleansing/cleanse.ts';
import type { Dependency } from '#service/dependencies/edge.ts';
import type { Asset, AssetValue, AssetValues } from '#service/inventory/asset.ts';
import type { AssetAssessment } from '#service/tech-debt/assessment.ts';
import type { AgentOutput } from '#service/agents/agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { techDebtAssessment } from '#service/agents/tech-debt-assessment/tech-debt-assessment.agent.ts';
import { buildContext, buildInput, buildInventory } from './agent-inputs.ts';

let made = 0;

/** An asset whose cells are cleansed by the product's own rules, one row of the import. */
export function buildAsset(
  assetClass: AssetClass,
  cells: Readonly<Record<string, string | number>>,
  rule = 'test',
): Asset {
  const rowNumber = (made += 1);
  const values: AssetValues = {};
  Object.entries(cells).forEach(([field, cell], column_index) => {
    const { value, rule } = cleanse(field, cell, {});
    if (value === null) return;
    const one: AssetValue = {
      value,
      raw: String(cell),
      rule,
      data_import_id: 'imp_test',
      row_number: rowNumber,
      column_index,
      decided_by: null,
    };
    values[field] = [one];
  });
  const source = { data_import_id: 'imp_test', imported_at: new Date(0), row_numbers: [rowNumber] };
  const what = { asset_class: assetClass, class_rule: rule, keys: [], values, components: [] };
  return {
    _id: `ast_${rowNumber}`,
    client_account_id: 'c',
    engagement_id: 'e',
    name: `asset ${rowNumber}`,
    ...what,
    sources: [{ ...source, lineage: 'test', decided_by: null, ...what }],
    field_decisions: [],
    first_import_id: 'imp_test',
    last_import_id: 'imp_test',
    updated_at: new Date(0),
  };
}

export const edge = (from: Asset, relation: Dependency['relation'], to: Asset): Dependency => ({
  edge_id: `${from._id}:${relation}:${to._id}`,
  to_node: to._id,
  from_asset_id: from._id,
  relation,
  state: 'resolved',
  to_asset_id: to._id,
  to_name: to.name,
  to_key: to.name,
  candidate_ids: [],
  field: 'host_server',
  data_import_id: 'imp_test',
  row_number: 1,
  column_index: 1,
});

export interface Run {
  output: AgentOutput;
  assessmentOf: (asset: Asset) => AssetAssessment;
}

export async function assess(
  assets: readonly Asset[],
  edges: readonly Dependency[] = [],
  at = '2026-11-25',
  parts = 1,
): Promise<Run> {
  const staged = new Map<string, AssetAssessment>();
  const base = buildInput(['Name'], []);
  const input = buildInput(['Name'], [], {
    facts: { ...base.facts, assessedAt: new Date(at), totalRecords: parts },
    inventory: buildInventory(assets),
    graph: {
      ...base.graph,
      countEdges: () => Promise.resolve(edges.length),
      async *readEdges(which) {
        const isChosen = (edge: Dependency): boolean =>
          'state' in which ? edge.state === which.state : which.relations.includes(edge.relation);
        const inOrder = [...edges].sort((one, other) => (one.edge_id < other.edge_id ? -1 : 1));
        for (const edge of inOrder.filter(isChosen)) yield await Promise.resolve([edge]);
      },
    },
    assessments: {
      open: () => Promise.resolve('gen_1'),
      stage: (_generation, assessments) => {
        for (const one of assessments) staged.set(one.asset_id, one);
        return Promise.resolve();
      },
    },
  });
  const output = await runAgent(techDebtAssessment, input, buildContext(), { partitionRows: 1 });
  return {
    output,
    assessmentOf: (asset) => {
      const found = staged.get(asset._id);
      if (found === undefined) throw new Error(`${asset.name} was not assessed.`);
      return found;
    },
  };
}

export const kindsOf = ({ debts }: AssetAssessment): string[] => debts.map((debt) => debt.kind);
