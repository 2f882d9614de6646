import { countOf } from '#shared/format.ts';
import { newestResult } from '#shared/newest-result.ts';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { inventoryResultSchema, isPreview, type InventoryResult } from '#shared/schemas/inventory-result.schema.ts';

export type InventoryCounts = Omit<InventoryResult, 'is_preview'>;

/** The counts of the last run that wrote, or that only showed; null when there was none. */
export function inventoryCounts(
  tasks: readonly AgentTask[],
  what: 'written' | 'shown' = 'written',
): InventoryCounts | null {
  const result = newestResult(tasks, 'asset_inventory', (task) => isPreview(task) === (what === 'shown'));
  return result && inventoryResultSchema.parse(result);
}

/** What needs somebody, each with what to do about it. */
export function inventoryAdvice({ conflict, conflicts, missing, unidentified, headings }: InventoryCounts): string[] {
  const advice: string[] = [];
  if (conflicts > 0)
    advice.push(
      `${countOf(conflict, 'record')} in ${countOf(conflicts, 'conflict')} ${conflict === 1 ? 'is' : 'are'} held, because what they name is in doubt; nothing was merged. Decide on them, or tell them apart in the sheet and import it again.`,
    );
  if (missing > 0)
    advice.push(
      `${countOf(missing, 'asset')} of an earlier import of this sheet ${missing === 1 ? 'is' : 'are'} not in it any more. Nothing was removed; check whether ${missing === 1 ? 'it is' : 'they are'} retired or left out by mistake.`,
    );
  if (unidentified > 0)
    advice.push(
      `${countOf(unidentified, 'record')} ${unidentified === 1 ? 'names' : 'name'} no asset. Add a name, a serial number or an address to the sheet, and import it again.`,
    );
  if (headings > 0)
    advice.push(
      `${countOf(headings, 'row')} ${headings === 1 ? 'was' : 'were'} taken for ${headings === 1 ? 'a heading or footer' : 'headings or footers'} and left out. The findings list ${headings === 1 ? 'it: see that it is no asset' : 'them: see that none is an asset'}.`,
    );
  return advice;
}
