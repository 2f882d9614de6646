import { countOf, formatNumber } from '#shared/format.ts';
import type { InventoryCounts } from './inventory-counts.ts';

type Counts = Pick<InventoryCounts, 'created' | 'updated' | 'unchanged' | 'conflicts'>;

/** `Import completed. 62 created, 2 conflicts.`; what there is none of is not told. */
export function resultNews(counts: Counts | null): string {
  const { created = 0, updated = 0, unchanged = 0, conflicts = 0 } = counts ?? {};
  const told = [
    ...(created > 0 ? [`${formatNumber(created)} created`] : []),
    ...(updated > 0 ? [`${formatNumber(updated)} updated`] : []),
    ...(unchanged > 0 ? [`${formatNumber(unchanged)} unchanged`] : []),
    ...(conflicts > 0 ? [countOf(conflicts, 'conflict')] : []),
  ];
  return told.length === 0 ? 'Import completed.' : `Import completed. ${told.join(', ')}.`;
}
