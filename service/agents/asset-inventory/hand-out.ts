import type { Identification } from '../../inventory/identify.ts';
import { HELD, type RowGroups } from '../../inventory/row-groups.ts';
import type { RowRange } from '../agent.ts';
import type { DecidedCase } from './decide-cases.ts';
import type { GivenConflict, MissingCounts, ReconcileGiven } from './given.ts';
import type { MatchingAssets } from './inventory-keys.ts';

interface Identified {
  identification: Identification;
  groups: RowGroups;
  assets: MatchingAssets;
  conflicts: readonly GivenConflict[];
  decided: readonly DecidedCase[];
  missing: MissingCounts;
  hasHeadings: boolean;
}

/** Cuts what was identified into what each partition needs. */
export function handOut(identified: Identified, ranges: readonly RowRange[]): ReconcileGiven[] {
  const { identification, groups, assets, conflicts, decided, missing, hasHeadings } = identified;
  const strays = straysOf(groups, ranges);
  const repeatedKeys = hashesOf(identification);
  const isOpen = ({ held }: GivenConflict): boolean => identification.isHeld[held.clusters[0]?.[0] ?? 0] === 1;
  return ranges.map((range, index) => ({
    ...rowsOf(range, groups, assets),
    strays: Int32Array.from(strays[index] ?? []),
    conflicts: conflicts.filter((one) => isIn(range, one.held.clusters[0]?.[0] ?? -1) && isOpen(one)),
    decided: decidedIn(range, groups, decided),
    repeatedKeys,
    hasHeadings,
    missing: index === 0 ? missing : null,
  }));
}

function rowsOf(
  { firstRow, lastRow }: RowRange,
  groups: RowGroups,
  assets: MatchingAssets,
): Pick<ReconcileGiven, 'leader' | 'sizes' | 'assetOf' | 'assetIds'> {
  const from = firstRow - 1;
  const assetOf = groups.assetOf.slice(from, lastRow);
  const assetIds: string[] = [];
  assetOf.forEach((node, at) => {
    if (node >= 0) assetOf[at] = assetIds.push(assets.idOf(node) ?? '') - 1;
  });
  const leader = groups.leader.subarray(from, lastRow);
  return { leader, sizes: groups.sizes.subarray(from, lastRow), assetOf, assetIds };
}

/** Per range: records of its groups that stand in a later one. */
function straysOf({ leader }: RowGroups, ranges: readonly RowRange[]): number[][] {
  const found: number[][] = ranges.map(() => []);
  const [first] = ranges;
  const rowsEach = first === undefined ? 1 : Math.max(1, first.lastRow - first.firstRow + 1);
  for (let row = 0; row < leader.length; row += 1) {
    const led = leader[row] ?? -1;
    if (led < 0 || led === row) continue;
    const home = Math.floor(led / rowsEach);
    if (home !== Math.floor(row / rowsEach)) found[home]?.push(led, row);
  }
  return found;
}

const hashesOf = ({ repeatedKeys, table: { keyHashes } }: Identification): Uint32Array =>
  Uint32Array.from(repeatedKeys.flatMap((key) => [keyHashes[2 * key] ?? 0, keyHashes[2 * key + 1] ?? 0]));

function decidedIn(range: RowRange, { leader }: RowGroups, decided: readonly DecidedCase[]): ReconcileGiven['decided'] {
  return decided.flatMap(({ held, decision }) => {
    const leaders = new Set(held.clusters.flat().map((row) => leader[row] ?? HELD));
    return [...leaders].filter((row) => isIn(range, row)).map((row) => ({ leader: row, decision }));
  });
}

const isIn = ({ firstRow, lastRow }: RowRange, row: number): boolean => row >= firstRow - 1 && row < lastRow;
