import type { ClusterFacts } from './cluster-facts.ts';
import { linkedSets } from './clusters.ts';
import { contradiction, type Contradiction, type ContradictionSubject, type Level } from './contradictions.ts';

/** Of a few clusters: those that are one thing, and those that a person must decide on. */
interface PartVerdict {
  merge: ClusterFacts[][];
  held: ClusterFacts[];
  about: ContradictionSubject | 'several';
}

/**
 * A cluster that can only be one of those it meets is that one; a cluster that may be any of several is held. Held clusters
 * have no say in whether the others are one thing. With one, the records a sheet leaves in doubt would make its other
 * records doubtful too, as soon as these are in the inventory.
 */
export function judgePart(clusters: readonly ClusterFacts[], level: Level): PartVerdict {
  const part = new Part(clusters, level);
  if (!part.isContradicted) return { merge: [[...clusters]], held: [], about: 'several' };
  const held = clusters.filter((cluster) => part.isHeld(cluster));
  const isHeld = new Set(held);
  const certain = clusters.filter((cluster) => !isHeld.has(cluster));
  return {
    merge: linkedSets(certain, (one, other) => part.between(one, other) === null).filter(({ length }) => length > 1),
    held,
    about: held.map((cluster) => part.openAbout(cluster)).findLast((about) => about !== null) ?? 'several',
  };
}

/** A few clusters and the contradictions between them. */
class Part {
  private readonly clusters: readonly ClusterFacts[];
  private readonly found = new Map<ClusterFacts, Map<ClusterFacts, Contradiction | null>>();
  /** Answers of `isOneOfSeveral`: every record that may be an asset asks for that of the asset. */
  private readonly several = new Map<ClusterFacts, boolean>();

  constructor(clusters: readonly ClusterFacts[], level: Level) {
    this.clusters = clusters;
    for (const one of clusters)
      this.found.set(
        one,
        new Map(clusters.map((other) => [other, one === other ? null : contradiction(one, other, level)])),
      );
  }

  get isContradicted(): boolean {
    return this.clusters.some((one) => this.clusters.some((other) => this.between(one, other) !== null));
  }

  between(one: ClusterFacts, other: ClusterFacts): Contradiction | null {
    return this.found.get(one)?.get(other) ?? null;
  }

  /** The first contradiction that only a person can settle; null: there is none. */
  openAbout(one: ClusterFacts): ContradictionSubject | null {
    for (const found of this.found.get(one)?.values() ?? []) if (found?.isStrong === false) return found.about;
    return null;
  }

  /** Only records are held. One that may be an asset is held where other clusters may be that asset too. */
  isHeld(one: ClusterFacts): boolean {
    if (!one.hasRows) return false;
    if (this.openAbout(one) !== null || this.isOneOfSeveral(one)) return true;
    return this.mayBe(one).some((other) => !other.hasRows && this.isOneOfSeveral(other));
  }

  private mayBe(one: ClusterFacts): ClusterFacts[] {
    return this.clusters.filter((other) => other !== one && this.between(one, other)?.isStrong !== true);
  }

  /** Whether it may be either of two clusters with a contradiction between them. */
  private isOneOfSeveral(one: ClusterFacts): boolean {
    const known = this.several.get(one);
    if (known !== undefined) return known;
    const possible = this.mayBe(one);
    const isSeveral = possible.some((first) => possible.some((second) => this.between(first, second) !== null));
    this.several.set(one, isSeveral);
    return isSeveral;
  }
}
