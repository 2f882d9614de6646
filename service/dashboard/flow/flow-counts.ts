import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import type { AgentPhase } from '#shared/statuses.ts';

/** What the agents of a flow came to, as they counted it; null: that agent has not ended yet. */
interface FlowCounts {
  inventory: { created: number; updated: number; unchanged: number; conflicts: number; isPreview: boolean } | null;
  edges: number | null;
  debts: number | null;
}

/** From the newest completed run of each phase. */
export function flowCounts(tasks: readonly AgentTask[]): FlowCounts {
  const inventory = newestResult(tasks, 'asset_inventory');
  const graph = newestResult(tasks, 'dependency_analysis');
  const debt = newestResult(tasks, 'tech_debt_assessment')?.['debts'];
  return {
    inventory: inventory && {
      created: numberOf(inventory['created']),
      updated: numberOf(inventory['updated']),
      unchanged: numberOf(inventory['unchanged']),
      conflicts: numberOf(inventory['conflicts']),
      isPreview: inventory['is_preview'] === true,
    },
    edges: graph && numberOf(graph['edges']),
    debts:
      typeof debt === 'object' && debt !== null
        ? Object.values(debt).reduce<number>((sum, count) => sum + numberOf(count), 0)
        : null,
  };
}

function newestResult(tasks: readonly AgentTask[], phase: AgentPhase): AgentTask['result'] {
  const done = tasks.filter((task) => task.phase === phase && task.status === 'completed');
  return done.sort((one, other) => one.started_at.localeCompare(other.started_at)).at(-1)?.result ?? null;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
