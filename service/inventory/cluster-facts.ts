import type { Clusters } from './clusters.ts';
import { CLASS_TRAITS, HOSTNAME, IP, LOCAL_ID, MAC, NAME, ONLY_WORDS } from './key-kinds.ts';
import type { KeyTable } from './key-table.ts';

/** What is known of one cluster when it is asked whether it may be one thing with another. */
export interface ClusterFacts {
  root: number;
  /** Kinds of keys it has. */
  kinds: number;
  traits: number;
  /** Its nodes that are assets of the inventory; one at most, unless an analyst merged. */
  assets: number[];
  hasRows: boolean;
  isOnlyWords: boolean;
  hosts: ReadonlySet<number>;
  /** Of its records only. */
  rowHosts: ReadonlySet<number>;
  rowNames: ReadonlySet<number>;
  rowAddresses: ReadonlySet<number>;
  rowMacs: ReadonlySet<number>;
  rowLocalIds: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export function clusterFacts(table: KeyTable, clusters: Clusters, root: number): ClusterFacts {
  const sets = new Map<number, Set<number>>();
  const hosts = new Set<number>();
  const facts = { kinds: 0, traits: 0, hasRows: false, isOnlyWords: false };
  const assets: number[] = [];
  const add = (kind: number, key: number): void => {
    const set = sets.get(kind);
    if (set) set.add(key);
    else sets.set(kind, new Set([key]));
  };
  clusters.forEach(root, (node) => {
    const isRow = node < table.rows;
    if (isRow) facts.hasRows = true;
    else assets.push(node);
    const traits = table.traits[node] ?? 0;
    facts.traits |= traits & CLASS_TRAITS;
    if (isRow && (traits & ONLY_WORDS) !== 0) facts.isOnlyWords = true;
    for (let entry = table.nodeStart[node] ?? 0; entry < (table.nodeStart[node + 1] ?? 0); entry += 1) {
      const kind = table.entryKind[entry] ?? 0;
      const key = table.entryKey[entry] ?? 0;
      facts.kinds |= kind;
      if ((kind & HOSTNAME) !== 0) hosts.add(key);
      if (!isRow) continue;
      for (const one of [HOSTNAME, NAME, IP, MAC, LOCAL_ID]) if ((kind & one) !== 0) add(one, key);
    }
  });
  return {
    root,
    ...facts,
    assets,
    hosts,
    rowHosts: sets.get(HOSTNAME) ?? NONE,
    rowNames: sets.get(NAME) ?? NONE,
    rowAddresses: sets.get(IP) ?? NONE,
    rowMacs: sets.get(MAC) ?? NONE,
    rowLocalIds: sets.get(LOCAL_ID) ?? NONE,
  };
}
