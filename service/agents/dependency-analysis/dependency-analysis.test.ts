import { describe, expect, test } from '@jest/globals';
import type { Dependency } from '../../dependencies/edge.ts';
import type { Asset } from '../../inventory/asset.ts';
import { buildAsset, buildContext, buildInput, buildInventory } from '#test/builders/agent-inputs.ts';
import { agentContract } from '#test/contracts/agent-contract.ts';
import { inventoriedInput } from '#test/builders/prepared-inputs.ts';
import type { AgentInput } from '../agent.ts';
import { runAgent } from '../run-agent.ts';
import { dependencyAnalysis } from './dependency-analysis.agent.ts';

agentContract(dependencyAnalysis, {
  readsFrom: 'assets',
  prepare: inventoriedInput,
  made: ({ graph }) => graph?.measures.edges,
});

const server = (id: string): Asset =>
  buildAsset(id, { asset_class: 'server', name: 'esx-1', values: {}, keys: ['name:esx-1'] });

async function analyse(assets: readonly Asset[], overrides: Partial<AgentInput> = {}) {
  const staged: Dependency[] = [];
  const input = buildInput(['Host'], [['esx-1']], {
    inventory: buildInventory(assets),
    graph: {
      begin: () => Promise.resolve('graph:7'),
      stage: (_generation, edges) => {
        staged.push(...edges);
        return Promise.resolve();
      },
      countEdges: () => Promise.resolve(0),
      async *readEdges() {
        yield await Promise.resolve([]);
      },
    },
    ...overrides,
  });
  return { staged, output: await runAgent(dependencyAnalysis, input, buildContext()) };
}

describe('dependency analysis', () => {
  test('stages the edges and returns the generation with its measures', async () => {
    const { staged, output } = await analyse([buildAsset('ast_1'), buildAsset('ast_2'), server('ast_3')]);
    expect(staged.map((edge) => [edge.from_asset_id, edge.relation, edge.to_node])).toEqual([
      ['ast_1', 'runs_on', 'ast_3'],
      ['ast_2', 'runs_on', 'ast_3'],
    ]);
    expect(output.graph).toMatchObject({
      generation: 'graph:7',
      measures: { assets: 3, edges: 2, most_depended_on: [{ asset_id: 'ast_3', direct: 2, transitive: 2 }] },
    });
    expect(output.findings).toEqual([]);
    expect(output.rowsDone).toBe(1);
  });

  test('lists names no asset has with their cells, those of this import and no others', async () => {
    const foreign = buildAsset('ast_2');
    for (const value of foreign.values['host_server'] ?? []) value.data_import_id = 'imp_other';
    const { output } = await analyse([buildAsset('ast_1'), foreign]);
    expect(output.findings).toEqual([
      {
        severity: 'warning',
        code: 'unresolved_reference',
        message:
          '1 entry of "Host" names an asset that is not in the inventory. Import the asset, or correct the name.',
        columnIndex: 0,
        count: 1,
        cells: [{ rowNumber: 1, address: 'Servers!B4', value: 'esx-1' }],
      },
    ]);
    expect(output.graph?.measures.unresolved).toEqual({
      count: 1,
      listed: [{ name: 'esx-1', node_id: 'name:esx-1', relation: 'runs_on', edges: 2 }],
      is_complete: true,
    });
  });

  test('lists names that several assets have', async () => {
    const { output } = await analyse([buildAsset('ast_1'), server('ast_3'), server('ast_4')]);
    expect(output.findings?.map(({ code, count }) => [code, count])).toEqual([['ambiguous_reference', 1]]);
    expect(output.result).toMatchObject({ assets: 3, edges: 1, resolved: 0, ambiguous: 1 });
  });
});
