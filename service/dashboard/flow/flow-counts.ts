import type { AgentTask } from '#shared/schemas/flow.schema.ts';

interface InventoryCounts {
  created: number;
  updated: number;
  unchanged: number;
  isPreview: boolean;
}

/** What the newest completed run of the inventory's agent counted; null: it has not ended yet. */
export function inventoryCounts(tasks: readonly AgentTask[]): InventoryCounts | null {
  const done = tasks.filter(({ phase, status }) => phase === 'asset_inventory' && status === 'completed');
  const newest = done.sort((one, other) => one.started_at.localeCompare(other.started_at)).at(-1);
  const result = newest?.result ?? null;
  return (
    result && {
      created: numberOf(result['created']),
      updated: numberOf(result['updated']),
      unchanged: numberOf(result['unchanged']),
      isPreview: result['is_preview'] === true,
    }
  );
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
