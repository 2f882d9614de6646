import type { ClusterFacts } from './cluster-facts.ts';
import { linkedSets } from './clusters.ts';
import { contradiction, type ContradictionSubject, type Level } from './contradictions.ts';
import { judgePart } from './judge-part.ts';
import { judgeUnnamed, type WeakLevel } from './judge-unnamed.ts';
import { FQDN, GLOBAL_ID, SERIAL } from './key-kinds.ts';
import { PURCHASE_FIELDS } from './purchases.ts';
import { shareName } from './shared-names.ts';

/** Clusters that are one thing, and clusters that a person must decide on. */
interface Verdict {
  merge: readonly ClusterFacts[][];
  held: readonly HeldClusters[];
}

export interface HeldClusters {
  clusters: readonly ClusterFacts[];
  /** The clusters they may be. */
  candidates: readonly ClusterFacts[];
  about: Ambiguity;
}

/** The reason a record is held: a contradiction, or too few keys to tell which of several it is. */
export type Ambiguity = ContradictionSubject | 'several';

/** Of more clusters no pairs are compared: those with a strong key of their own stay apart, the rest is held. */
const COMPARED_MAX = 32;
/** So many records with the same words for a name and no other key cannot be one thing written down again. */
const REPEATED_WORDS_MIN = 3;
const NONE: ReadonlySet<number> = new Set();

/** The verdict on clusters that meet on a level, whatever their order. */
export function judgeComponent(clusters: readonly ClusterFacts[], level: Level): Verdict {
  if (level === 'local_id' || level === 'mac' || level === 'ip') return judgeByWeakKey(clusters, level);
  if (clusters.length > COMPARED_MAX) return judgeMany(clusters, level);
  const words = clusters.filter((cluster) => cluster.isOnlyWords);
  if (level === 'name' && words.length >= REPEATED_WORDS_MIN) return heldOf(words, clusters, 'repeated_name');
  return judgeParts(clusters, level);
}

/**
 * Clusters that are certainly different things are parted first, and each part is judged as if it were all. What met only
 * through a thing that neither of them is, does not make the other doubtful.
 */
function judgeParts(clusters: readonly ClusterFacts[], level: Level): Verdict {
  const mayBeOne = (one: ClusterFacts, other: ClusterFacts): boolean =>
    (level !== 'name' || shareName(one, other)) && contradiction(one, other, level)?.isStrong !== true;
  const parts = linkedSets(clusters, mayBeOne);
  const merge: ClusterFacts[][] = [];
  const held: HeldClusters[] = [];
  for (const part of parts) {
    if (part.length === 1) continue;
    const verdict = judgePart(part, level);
    merge.push(...verdict.merge);
    held.push(...heldOf(verdict.held, part, verdict.about).held);
  }
  return { merge, held };
}

function heldOf(held: readonly ClusterFacts[], clusters: readonly ClusterFacts[], about: Ambiguity): Verdict {
  if (held.length === 0) return { merge: [], held: [] };
  const isHeld = new Set(held);
  const candidates = clusters.filter((cluster) => !isHeld.has(cluster) || cluster.assets.length > 0);
  return { merge: [], held: [{ clusters: held, candidates, about }] };
}

function judgeByWeakKey(clusters: readonly ClusterFacts[], level: WeakLevel): Verdict {
  const { merge, held } = judgeUnnamed(clusters, level);
  const records = held.map(({ unnamed, candidates }) => ({
    candidates,
    rows: unnamed.filter(({ hasRows }) => hasRows),
  }));
  return { merge, held: records.flatMap(({ rows, candidates }) => heldOf(rows, candidates, 'several').held) };
}

function judgeMany(clusters: readonly ClusterFacts[], level: Level): Verdict {
  const standing = new Set(clusters.filter((cluster) => (cluster.kinds & strongKinds(level)) !== 0));
  const areAllListed = clusters.every(({ hasRows }) => hasRows);
  if (level === 'name')
    for (const cluster of clusters)
      if (cluster.rowLocalIds.size > 0 && (areAllListed || cluster.assets.length > 0)) standing.add(cluster);
  if (standing.size <= 1 && agreeOnAll(clusters)) return { merge: [[...clusters]], held: [] };
  const held = clusters.filter((cluster) => cluster.hasRows && (standing.size === 1 || !standing.has(cluster)));
  return heldOf(held, clusters, 'several');
}

function strongKinds(level: Level): number {
  if (level === 'serial') return 0;
  return level === 'external_id' ? SERIAL : SERIAL | GLOBAL_ID | (level === 'name' ? FQDN : 0);
}

/** Stricter than comparing every pair, and linear: of each kind of key all clusters must have one in common. */
function agreeOnAll(clusters: readonly ClusterFacts[]): boolean {
  const traits = clusters.reduce((all, cluster) => all | cluster.traits, 0);
  const assets = clusters.filter((cluster) => cluster.assets.length > 0).length;
  if ((traits & (traits - 1)) !== 0 || assets > 1) return false;
  if (clusters.some((cluster) => cluster.isOnlyWords)) return false;
  return [
    clusters.map(({ rowHosts }) => rowHosts),
    clusters.map(({ rowNames }) => rowNames),
    clusters.map(({ rowHosts, rowNames }) => (rowHosts.size > 0 ? rowHosts : rowNames)),
    clusters.map(({ rowAddresses }) => rowAddresses),
    clusters.map(({ rowMacs }) => rowMacs),
    clusters.map(({ rowLocalIds }) => rowLocalIds),
    clusters.map(({ hosts }) => hosts),
    ...PURCHASE_FIELDS.map((_, index) => clusters.map(({ rowPurchases }) => rowPurchases[index] ?? NONE)),
  ].every(haveCommon);
}

function haveCommon(sets: readonly ReadonlySet<number>[]): boolean {
  let common: ReadonlySet<number> | null = null as ReadonlySet<number> | null;
  for (const set of sets) {
    if (set.size === 0) continue;
    const before: ReadonlySet<number> | null = common;
    common = before === null ? set : new Set([...before].filter((one) => set.has(one)));
    if (common.size === 0) return false;
  }
  return true;
}
