import type { AssetDraft } from '../../inventory/asset.ts';
import { withoutImport } from '../../inventory/fold.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';

/**
 * Takes an import out of the inventory: its sources go, every asset is folded again from the ones that are left, and one
 * without any goes itself. Can be repeated and resumed at any point: what is done already has no such source any more.
 */
export const withdrawal: Agent = { name: 'withdrawal', phase: 'withdrawal', passes: () => [], conclude: withdraw };

async function withdraw(input: AgentInput, _parts: readonly unknown[], context: AgentContext): Promise<AgentOutput> {
  const { dataImportId, totalRecords } = input.facts;
  let removed = 0;
  let restored = 0;
  for await (const assets of untilAborted(input.inventoryDesk.readAssetsOfImport(), context.signal)) {
    const changed: AssetDraft[] = [];
    const removedIds: string[] = [];
    for (const asset of assets) {
      const left = withoutImport(asset, dataImportId);
      if (left === null) removedIds.push(asset._id);
      else changed.push(left);
    }
    await input.inventoryDesk.write({ created: [], changed, removedIds });
    removed += removedIds.length;
    restored += changed.length;
    context.reportProgress(0, { assets_removed: removed, assets_restored: restored });
  }
  await input.inventoryDesk.forgetListed();
  context.reportProgress(totalRecords);
  const result = { assets_removed: removed, assets_restored: restored };
  return { rowsDone: totalRecords, result, withdrawsImport: true };
}
