import { newestResult } from '#shared/newest-result.ts';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { inventoryResultSchema, type InventoryResult } from '#shared/schemas/inventory-result.schema.ts';

/** What the agents of a flow came to, as they counted it; null: that agent has not ended yet. */
interface FlowCounts {
  inventory: InventoryResult | null;
  edges: number | null;
  debts: number | null;
}

/** From the newest completed run of each phase. */
export function flowCounts(tasks: readonly AgentTask[]): FlowCounts {
  const inventory = newestResult(tasks, 'asset_inventory');
  const graph = newestResult(tasks, 'dependency_analysis');
  const debt = newestResult(tasks, 'tech_debt_assessment')?.['debts'];
  return {
    inventory: inventory && inventoryResultSchema.parse(inventory),
    edges: graph && numberOf(graph['edges']),
    debts:
      typeof debt === 'object' && debt !== null
        ? Object.values(debt).reduce<number>((sum, count) => sum + numberOf(count), 0)
        : null,
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
