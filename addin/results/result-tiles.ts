import type { AssetChangeKind } from '#shared/statuses.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { conflictsAddress, dashboardAddress } from './dashboard-address.ts';
import type { InventoryCounts } from './inventory-counts.ts';
import type { Tile } from './Tiles.tsx';

interface CountedFlow {
  connection: PaneConnection;
  flowId: string;
  dataImportId: string;
}

/** What an import did to the inventory, or would do; each figure opens the list of what it counts. */
export function inventoryTiles(
  { connection, flowId, dataImportId }: CountedFlow,
  counts: InventoryCounts,
  what: 'written' | 'shown' = 'written',
): Tile[] {
  const verb = what === 'written' ? '' : 'to be ';
  const list = (kind: AssetChangeKind) => ({
    href: dashboardAddress(connection, flowId, { tab: 'assets', kind }),
  });
  return [
    { label: `assets ${verb}created`, figure: counts.created, opens: list('created') },
    { label: `assets ${verb}updated`, figure: counts.updated, opens: list('updated') },
    { label: 'assets unchanged', figure: counts.unchanged, opens: list('unchanged') },
    { label: 'conflicts', figure: counts.conflicts, opens: { href: conflictsAddress(connection, dataImportId) } },
  ];
}
