import type { AssetChangeKind } from '#shared/statuses.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { conflictsAddress, flowAddress } from '#shared/pages/dashboard-link.ts';
import type { InventoryCounts } from './inventory-counts.ts';
import type { Tile } from './Tiles.tsx';
import type { ConflictStanding } from './use-conflict-standing.ts';

interface CountedFlow {
  connection: PaneConnection;
  flowId: string;
  dataImportId: string;
}

export interface Counted {
  /** Null: the flow did nothing to the inventory. */
  inventory: InventoryCounts | null;
  /** Of what was written; null: nothing is, and the inventory's own count is all there is. */
  conflicts: Pick<ConflictStanding, 'open' | 'decided'> | null;
  findings?: Tile[];
}

/**
 * What an import did to the inventory, or would do, what needs somebody first; each figure opens the list of what it counts.
 * What the first import of a sheet cannot have is not drawn.
 */
export function resultTiles(flow: CountedFlow, { inventory, conflicts, findings = [] }: Counted): Tile[] {
  if (inventory === null) return findings;
  const isWritten = conflicts !== null;
  const isFirst = inventory.listed_last === 0;
  const assets = (kind: AssetChangeKind, figure: number, words: string = kind): Tile => ({
    label: `${figure === 1 ? 'asset' : 'assets'} ${words}`,
    figure,
    opens: { href: flowAddress(flow.connection, flow.flowId, { tab: 'assets', kind }) },
  });
  const repeated = (tile: Tile): Tile[] => (isFirst && tile.figure === 0 ? [] : [tile]);
  const toBe = isWritten ? '' : 'to be ';
  return [
    conflictTile(flow, conflicts ?? { open: inventory.conflicts, decided: 0 }),
    ...repeated(assets('missing', inventory.missing)),
    ...findings,
    assets('created', inventory.created, `${toBe}created`),
    assets('updated', inventory.updated, `${toBe}updated`),
    ...repeated(assets('unchanged', inventory.unchanged)),
  ];
}

function conflictTile({ connection, dataImportId }: CountedFlow, { open, decided }: { open: number; decided: number }) {
  const isDecided = open === 0 && decided > 0;
  const figure = isDecided ? decided : open;
  return {
    label: `${figure === 1 ? 'conflict' : 'conflicts'}${isDecided ? ' decided' : ''}`,
    figure,
    opens: { href: conflictsAddress(connection, dataImportId, isDecided ? 'decided' : null) },
  };
}
