import {
  INFERRED,
  CLASS_TRAITS,
  GLOBAL_ID,
  HOSTNAME,
  IP,
  IP_FAMILIES,
  ITEM_ID,
  LOCAL_ID,
  MAC,
  NAME,
  ONLY_WORDS,
  SERIAL,
  SERIAL_FORM,
  WORDS,
} from './key-kinds.ts';
import type { KeyTable } from './key-table.ts';
import type { Grouping } from './meetings.ts';
import { PURCHASE_FIELDS } from './purchases.ts';

/** The keys and traits of one cluster, by which it is compared with others. */
export interface ClusterFacts {
  root: number;
  /** Kinds of keys it has. */
  kinds: number;
  /** Traits of its class. A class that was only inferred does not count beside one that a record says. */
  traits: number;
  isClassInferred: boolean;
  /** Its nodes that are assets of the inventory: one at most, unless an analyst merged two. */
  assets: number[];
  hasRows: boolean;
  isOnlyWords: boolean;
  globalIds: ReadonlySet<number>;
  /** Those of its global ids that are numbered items. */
  itemIds: ReadonlySet<number>;
  /** Serial numbers, and what they may be written as. */
  serialForms: ReadonlySet<number>;
  hosts: ReadonlySet<number>;
  names: ReadonlySet<number>;
  macs: ReadonlySet<number>;
  ips: ReadonlySet<number>;
  /** Addresses that nothing of another name has. */
  ownMacs: ReadonlySet<number>;
  ownIps: ReadonlySet<number>;
  localIds: ReadonlySet<number>;
  /** Of its records only. */
  rowKinds: number;
  rowHosts: ReadonlySet<number>;
  rowNames: ReadonlySet<number>;
  /** Those of its names that are no host's. */
  rowWords: ReadonlySet<number>;
  rowAddresses: ReadonlySet<number>;
  rowFamilies: number;
  rowMacs: ReadonlySet<number>;
  rowLocalIds: ReadonlySet<number>;
  /** In the order of `PURCHASE_FIELDS`. */
  rowPurchases: readonly ReadonlySet<number>[];
}

const SET_KINDS = [SERIAL | SERIAL_FORM, GLOBAL_ID, ITEM_ID, HOSTNAME, NAME, WORDS, IP, MAC, LOCAL_ID];
const NONE: ReadonlySet<number> = new Set();
const NO_PURCHASES: readonly ReadonlySet<number>[] = PURCHASE_FIELDS.map(() => NONE);

export function clusterFacts({ table, clusters, isHeld, isShared }: Grouping, root: number): ClusterFacts {
  const ofAll = new KindSets();
  const ofRows = new KindSets();
  const rows: number[] = [];
  const assets: number[] = [];
  clusters.forEach(root, (node) => {
    const isRow = node < table.rows;
    // It waits for a person already, and is not asked about twice.
    if (isRow && isHeld[node] === 1) return;
    (isRow ? rows : assets).push(node);
    for (let entry = table.nodeStart[node] ?? 0; entry < (table.nodeStart[node + 1] ?? 0); entry += 1) {
      const kind = table.entryKind[entry] ?? 0;
      ofAll.add(kind, table.entryKey[entry] ?? 0);
      if (isRow) ofRows.add(kind, table.entryKey[entry] ?? 0);
    }
  });
  const traitsOfRows = rows.reduce((all, row) => all | (table.traits[row] ?? 0), 0);
  const isOwn = (key: number): boolean => isShared[key] !== 1;
  return {
    root,
    ...classOf(table, [...rows, ...assets]),
    kinds: ofAll.kinds,
    assets,
    hasRows: rows.length > 0,
    isOnlyWords: (traitsOfRows & ONLY_WORDS) !== 0,
    globalIds: ofAll.of(GLOBAL_ID),
    itemIds: ofAll.of(ITEM_ID),
    serialForms: ofAll.of(SERIAL | SERIAL_FORM),
    hosts: ofAll.of(HOSTNAME),
    names: ofAll.of(NAME),
    macs: ofAll.of(MAC),
    ips: ofAll.of(IP),
    ownMacs: new Set([...ofAll.of(MAC)].filter(isOwn)),
    ownIps: new Set([...ofAll.of(IP)].filter(isOwn)),
    localIds: ofAll.of(LOCAL_ID),
    rowKinds: ofRows.kinds,
    rowHosts: ofRows.of(HOSTNAME),
    rowNames: ofRows.of(NAME),
    rowWords: ofRows.of(WORDS),
    rowAddresses: ofRows.of(IP),
    rowFamilies: traitsOfRows & IP_FAMILIES,
    rowMacs: ofRows.of(MAC),
    rowLocalIds: ofRows.of(LOCAL_ID),
    rowPurchases: purchasesOf(table, rows),
  };
}

/** Keys by kind; one that is of two kinds counts as both. */
class KindSets {
  kinds = 0;
  private readonly sets = new Map<number, Set<number>>();

  add(kinds: number, key: number): void {
    this.kinds |= kinds;
    for (const kind of SET_KINDS) {
      if ((kinds & kind) === 0) continue;
      const set = this.sets.get(kind);
      if (set) set.add(key);
      else this.sets.set(kind, new Set([key]));
    }
  }

  of(kind: number): ReadonlySet<number> {
    return this.sets.get(kind) ?? NONE;
  }
}

function classOf(table: KeyTable, nodes: readonly number[]): Pick<ClusterFacts, 'traits' | 'isClassInferred'> {
  let said = 0;
  let inferred = 0;
  for (const node of nodes) {
    const traits = table.traits[node] ?? 0;
    if ((traits & INFERRED) === 0) said |= traits & CLASS_TRAITS;
    else inferred |= traits & CLASS_TRAITS;
  }
  return { traits: said === 0 ? inferred : said, isClassInferred: said === 0 && inferred !== 0 };
}

function purchasesOf({ purchases }: KeyTable, rows: readonly number[]): readonly ReadonlySet<number>[] {
  if (purchases.length === 0) return NO_PURCHASES;
  const words = PURCHASE_FIELDS.length;
  return PURCHASE_FIELDS.map((_, index) => {
    const said = rows.map((row) => purchases[words * row + index] ?? 0);
    return new Set(said.filter((word) => word !== 0));
  });
}
