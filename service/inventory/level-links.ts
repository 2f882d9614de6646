import type { Clusters } from './clusters.ts';
import { Clusters as Sets } from './clusters.ts';
import type { Level } from './contradictions.ts';
import { CLASS_TRAITS, FQDN, GLOBAL_ID, HOSTNAME, IP, LOCAL_ID, MAC, NAME, SERIAL } from './key-kinds.ts';
import { nodeOf, type KeyTable } from './key-table.ts';

/** One step of identification: which keys bring clusters together on it. */
export interface LinkStep {
  level: Level;
  /** Kinds that meet among themselves; several bits: they meet each other too. */
  kinds: readonly number[];
  /** Only nodes of the same class meet. */
  isWithinClass: boolean;
  /** Only what shares an address besides becomes one; nothing is held. */
  isCorroborated?: true;
}

/** Strongest first. Things of one class meet before a machine and its host of the same name are looked at together. */
export const LINK_STEPS: readonly LinkStep[] = [
  { level: 'serial', kinds: [SERIAL], isWithinClass: false },
  { level: 'external_id', kinds: [GLOBAL_ID], isWithinClass: false },
  { level: 'fqdn', kinds: [FQDN], isWithinClass: false, isCorroborated: true },
  { level: 'fqdn', kinds: [FQDN], isWithinClass: true },
  { level: 'fqdn', kinds: [FQDN], isWithinClass: false },
  { level: 'name', kinds: [HOSTNAME | NAME], isWithinClass: false, isCorroborated: true },
  { level: 'name', kinds: [HOSTNAME, NAME], isWithinClass: true },
  { level: 'name', kinds: [HOSTNAME | NAME], isWithinClass: true },
  { level: 'name', kinds: [HOSTNAME | NAME], isWithinClass: false },
  { level: 'local_id', kinds: [LOCAL_ID], isWithinClass: false },
  { level: 'mac', kinds: [MAC], isWithinClass: false },
  { level: 'ip', kinds: [IP], isWithinClass: false },
];

export interface Grouping {
  table: KeyTable;
  clusters: Clusters;
  /** Records that wait for a person: they bring nobody together any more. */
  isHeld: Uint8Array;
  /** By key: an address of things of different names. */
  isShared: Uint8Array;
}

/** The clusters that meet on a step, in sets of at least two roots, by the smallest. */
export function* meetingClusters(grouping: Grouping, step: LinkStep): Generator<number[]> {
  const { table } = grouping;
  const meeting = new Sets(table.nodes);
  const isTouched = new Uint8Array(table.nodes);
  for (let key = 0; key < table.keys; key += 1) {
    if ((table.keyStart[key + 1] ?? 0) - (table.keyStart[key] ?? 0) < 2) continue;
    for (const kinds of step.kinds) meetOnKey(grouping, { step, key, kinds }, { meeting, isTouched });
  }
  for (let root = 0; root < table.nodes; root += 1) {
    if (isTouched[root] !== 1 || meeting.root(root) !== root) continue;
    const together: number[] = [];
    meeting.forEach(root, (member) => together.push(member));
    yield together.sort((a, b) => a - b);
  }
}

function meetOnKey(
  { table, clusters, isHeld }: Grouping,
  { step, key, kinds }: { step: LinkStep; key: number; kinds: number },
  { meeting, isTouched }: { meeting: Sets; isTouched: Uint8Array },
): void {
  const firstOf = new Map<number, number>();
  for (let at = table.keyStart[key] ?? 0; at < (table.keyStart[key + 1] ?? 0); at += 1) {
    const entry = table.keyEntries[at] ?? 0;
    if (((table.entryKind[entry] ?? 0) & kinds) === 0) continue;
    const node = nodeOf(table, entry);
    if (isHeld[node] === 1) continue;
    const traits = (table.traits[node] ?? 0) & CLASS_TRAITS;
    if (step.isWithinClass && traits === 0) continue;
    const bucket = step.isWithinClass ? traits : 0;
    const root = clusters.root(node);
    const first = firstOf.get(bucket);
    if (first === undefined) firstOf.set(bucket, root);
    else if (first !== root) {
      meeting.union(first, root);
      isTouched[first] = 1;
      isTouched[root] = 1;
    }
  }
}
