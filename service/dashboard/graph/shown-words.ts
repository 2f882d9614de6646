import { formatNumber } from '#shared/format.ts';
import type { GraphSummary } from '#shared/schemas/graph.schema.ts';

interface Shown {
  /** Nodes in the picture. */
  shown: number;
  summary: Pick<GraphSummary, 'assets' | 'groups' | 'unresolved' | 'ambiguous'>;
  /** Whether the picture is around one node, and not of what matters most. */
  isAround: boolean;
}

/** How much of the graph a picture shows that does not show all, and what to do to see others. */
export function shownWords({ shown, summary, isAround }: Shown): string {
  if (isAround)
    return `${formatNumber(shown)} shown, and there are more within this reach. Choose fewer steps, or start from another asset.`;
  const known = [summary.groups, summary.unresolved, summary.ambiguous];
  const total = known.reduce((sum, { count }) => sum + count, summary.assets);
  const most = known.every(({ is_complete: isComplete }) => isComplete) ? '' : 'more than ';
  return `${formatNumber(shown)} of ${most}${formatNumber(total)} shown: what most others depend on, and the largest groups. Search for an asset, or choose one in the picture, to see what is around it.`;
}
