import { clusterFacts } from './cluster-facts.ts';
import { contradiction, type Level } from './contradictions.ts';
import { GLOBAL_ID, ITEM_ID, SERIAL } from './key-kinds.ts';
import { nodeOf, placeOfKey, type KeyTable } from './key-table.ts';
import type { Grouping } from './meetings.ts';
import { shareName } from './shared-names.ts';

/** A record by its serial number one asset, and by its id another, which has another serial number. */
export interface ContestedRow {
  row: number;
  /** Nodes of both, ascending. */
  assets: number[];
}

/** What more assets have, says of none of them that it is the one. */
const ASSETS_OF_KEY_MAX = 32;

/** Such records: a serial number that was corrected, and a board that went to another machine, look alike. By rows. */
export function contestedRows(grouping: Grouping): ContestedRow[] {
  const { table } = grouping;
  if (table.nodes === table.rows) return [];
  const found = new Map<number, number[]>();
  for (let place = 0; place < table.commonKeys.length; place += 1) {
    const assets = assetsHaving(table, place, SERIAL);
    if (assets.length === 0) continue;
    for (let at = table.commonStart[place] ?? 0; at < (table.commonStart[place + 1] ?? 0); at += 1) {
      const entry = table.commonEntries[at] ?? 0;
      const row = nodeOf(table, entry);
      if (row >= table.rows) break;
      if (((table.entryKind[entry] ?? 0) & SERIAL) === 0) continue;
      const others = othersOf(grouping, row, assets);
      if (
        others.length > 0 &&
        mayBeAny(grouping, row, assets, 'serial') &&
        mayBeAny(grouping, row, others, 'external_id')
      )
        found.set(row, [...(found.get(row) ?? []), ...assets, ...others]);
    }
  }
  return [...found]
    .map(([row, assets]) => ({ row, assets: [...new Set(assets)].sort((a, b) => a - b) }))
    .sort((a, b) => a.row - b.row);
}

/**
 * The assets with another serial number that a record is by its ids; none where one of its ids is that of the asset it is by
 * its serial number, or only its name is. By a numbered item it is an asset only under its name.
 */
function othersOf(grouping: Grouping, row: number, assets: readonly number[]): number[] {
  const { table } = grouping;
  const ofIds = assetsOfIds(table, row);
  if (ofIds.every(({ node }) => !hasSerial(table, node)) || ofIds.some(({ node }) => assets.includes(node))) return [];
  const facts = clusterFacts(grouping, row);
  const isNamedAs = (asset: number): boolean => shareName(facts, clusterFacts(grouping, asset));
  const others = ofIds.filter(({ node, kind }) => hasSerial(table, node) && (kind !== ITEM_ID || isNamedAs(node)));
  const nodes = others.map(({ node }) => node);
  return assets.some(isNamedAs) && !nodes.some(isNamedAs) ? [] : nodes;
}

function mayBeAny(grouping: Grouping, row: number, assets: readonly number[], level: Level): boolean {
  const facts = clusterFacts(grouping, row);
  return assets.some((asset) => contradiction(facts, clusterFacts(grouping, asset), level)?.isStrong !== true);
}

/** Assets stand behind all records. */
function assetsHaving(table: KeyTable, place: number, kinds: number): number[] {
  const firstOfAssets = table.nodeStart[table.rows] ?? 0;
  const assets: number[] = [];
  for (let at = (table.commonStart[place + 1] ?? 0) - 1; at >= (table.commonStart[place] ?? 0); at -= 1) {
    const entry = table.commonEntries[at] ?? 0;
    if (entry < firstOfAssets) break;
    if (((table.entryKind[entry] ?? 0) & kinds) === 0) continue;
    if (assets.push(nodeOf(table, entry)) > ASSETS_OF_KEY_MAX) return [];
  }
  return assets;
}

function assetsOfIds(table: KeyTable, row: number): { node: number; kind: number }[] {
  const assets: { node: number; kind: number }[] = [];
  for (let entry = table.nodeStart[row] ?? 0; entry < (table.nodeStart[row + 1] ?? 0); entry += 1) {
    const kind = table.entryKind[entry] ?? 0;
    if ((kind & GLOBAL_ID) === 0) continue;
    const place = placeOfKey(table, table.entryKey[entry] ?? 0);
    if (place !== null) for (const node of assetsHaving(table, place, GLOBAL_ID)) assets.push({ node, kind });
  }
  return assets;
}

function hasSerial(table: KeyTable, node: number): boolean {
  for (let entry = table.nodeStart[node] ?? 0; entry < (table.nodeStart[node + 1] ?? 0); entry += 1)
    if (((table.entryKind[entry] ?? 0) & SERIAL) !== 0) return true;
  return false;
}
