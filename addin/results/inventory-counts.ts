import { countOf, formatNumber } from '#shared/format.ts';
import { goneOf, isAnotherList, listsNone, mayBeCutOff, sameNames } from '#shared/may-be-cut-off.ts';
import { newestResult } from '#shared/pages/newest-result.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { inventoryResultSchema, isPreview, type InventoryResult } from '#shared/schemas/inventory-result.schema.ts';
import type { ConflictStanding } from './use-conflict-standing.ts';

export type InventoryCounts = Omit<InventoryResult, 'is_preview'>;

/** The counts of the last run that wrote, or that only showed; null when there was none. */
export function inventoryCounts(
  tasks: readonly AgentTask[],
  what: 'written' | 'shown' = 'written',
): InventoryCounts | null {
  const result = newestResult(tasks, 'asset_inventory', (task) => isPreview(task) === (what === 'shown'));
  return result && inventoryResultSchema.parse(result);
}

/** What is wrong with the sheet as a whole, and what to do: rows may be lost, or it is another list. */
export function sheetWarning(counts: InventoryCounts, what: 'written' | 'shown' = 'written'): string | null {
  const [safe, takeBack] =
    what === 'shown' ? ['Nothing is written yet', 'delete'] : ['Nothing was removed', 'withdraw'];
  if (isAnotherList(counts))
    return `The sheet ${listsNone(counts)} that it listed last time: is it the same list? ${safe}; if it should be the same, ${takeBack} this import and import the right sheet.`;
  if (!mayBeCutOff(counts)) return null;
  return `The sheet may be cut off: ${formatNumber(goneOf(counts))} of the ${countOf(counts.listed_last, 'asset')} that it listed last time are not in it. ${safe}; if rows are missing, ${takeBack} this import and import the whole sheet.`;
}

/** Two rows that may be one machine, and no asset or other row that they may be. */
export function isPairOfRows({
  row_count: rows,
  things,
  candidates,
}: Pick<HeldCase, 'row_count' | 'things' | 'candidates'>): boolean {
  return rows === 2 && things.length === 2 && candidates.length === 0;
}

/** What is in doubt of the rows that are held. */
function heldAdvice({ open, rows, arePairs }: ConflictStanding): string {
  if (rows === 1)
    return 'One row may be the same machine as another row or an asset. It is not in the inventory until you decide.';
  const doubt = arePairs
    ? `${countOf(open, 'pair')} of rows may be the same machine.`
    : `${rows === null ? 'Rows' : countOf(rows, 'row')} in ${countOf(open, 'conflict')} may be the same machine as another row or an asset.`;
  return `${doubt} They are not in the inventory until you decide.`;
}

/** What needs somebody, each with what to do about it. */
export function inventoryAdvice(counts: InventoryCounts, conflicts: ConflictStanding): string[] {
  const { missing, newly_missing: fresh, replaced, unidentified, headings } = counts;
  const advice: string[] = [];
  if (conflicts.open > 0) advice.push(heldAdvice(conflicts));
  const wrong = sheetWarning(counts);
  if (wrong !== null) advice.push(wrong);
  else if (missing > 0)
    advice.push(
      `${countOf(missing, 'asset')} of an earlier import of this sheet ${missing === 1 ? 'is' : 'are'} not in it any more${fresh > 0 && fresh < missing ? `, ${formatNumber(fresh)} of them since the last one` : ''}. ${replaced > 0 ? `${sameNames(replaced, missing)}. ` : ''}Nothing was removed; check whether ${missing === 1 ? 'it is' : 'they are'} retired or left out by mistake.`,
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
