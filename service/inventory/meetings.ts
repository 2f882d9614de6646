import { Clusters } from './clusters.ts';
import type { Level } from './contradictions.ts';
import { CLASS_TRAITS, FQDN, GLOBAL_ID, HOSTNAME, IP, LOCAL_ID, MAC, NAME, SERIAL } from './key-kinds.ts';
import { nodeOf, type KeyTable } from './key-table.ts';

/** One step of identification: which keys bring clusters together on it. */
interface LinkStep {
  level: Level;
  /** Kinds that meet among themselves; several bits: they meet each other too. */
  kinds: readonly number[];
  /** Only nodes of the same class meet. */
  isWithinClass: boolean;
  /** What shares an id or an address besides becomes one; only that, and nothing is held, or before all is judged. */
  corroborated?: 'only' | 'first';
}

/** Strongest first. Things of one class meet before a machine and its host of the same name are looked at together. */
export const LINK_STEPS: readonly LinkStep[] = [
  { level: 'serial', kinds: [SERIAL], isWithinClass: false, corroborated: 'first' },
  { level: 'external_id', kinds: [GLOBAL_ID], isWithinClass: false },
  { level: 'fqdn', kinds: [FQDN], isWithinClass: false, corroborated: 'only' },
  { level: 'fqdn', kinds: [FQDN], isWithinClass: true },
  { level: 'fqdn', kinds: [FQDN], isWithinClass: false },
  { level: 'name', kinds: [HOSTNAME | NAME], isWithinClass: false, corroborated: 'only' },
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

/** Which clusters meet. One for all steps, since it holds two words a node. */
export class Meetings {
  private readonly grouping: Grouping;
  private readonly sets: Clusters;
  private readonly isTouched: Uint8Array;

  constructor(grouping: Grouping) {
    this.grouping = grouping;
    this.sets = new Clusters(grouping.table.nodes);
    this.isTouched = new Uint8Array(grouping.table.nodes);
  }

  /** The clusters that meet on a step, in sets of at least two roots, by the smallest; to be taken before the next step. */
  *on(step: LinkStep): Generator<number[]> {
    const { sets, isTouched } = this;
    sets.separate();
    isTouched.fill(0);
    for (let place = 0; place < this.grouping.table.commonKeys.length; place += 1)
      for (const kinds of step.kinds) this.meetOnKey(step, place, kinds);
    for (let root = 0; root < isTouched.length; root += 1) {
      if (isTouched[root] !== 1 || sets.root(root) !== root) continue;
      const together: number[] = [];
      sets.forEach(root, (member) => together.push(member));
      yield together.sort((a, b) => a - b);
    }
  }

  /** @param place of the key among the common ones */
  private meetOnKey({ isWithinClass }: LinkStep, place: number, kinds: number): void {
    const { table, clusters, isHeld } = this.grouping;
    const firstOf = new Map<number, number>();
    for (let at = table.commonStart[place] ?? 0; at < (table.commonStart[place + 1] ?? 0); at += 1) {
      const entry = table.commonEntries[at] ?? 0;
      if (((table.entryKind[entry] ?? 0) & kinds) === 0) continue;
      const node = nodeOf(table, entry);
      if (isHeld[node] === 1) continue;
      const traits = (table.traits[node] ?? 0) & CLASS_TRAITS;
      if (isWithinClass && traits === 0) continue;
      const bucket = isWithinClass ? traits : 0;
      const root = clusters.root(node);
      const first = firstOf.get(bucket);
      if (first === undefined) firstOf.set(bucket, root);
      else if (first !== root) {
        this.sets.union(first, root);
        this.isTouched[first] = 1;
        this.isTouched[root] = 1;
      }
    }
  }
}
