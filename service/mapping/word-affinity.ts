/**
 * Which target the words of a header point at when all names of all targets are asked, not only the one that fits best:
 * naive Bayes over words, and once more over their places (first, last, pairs), which is how a qualifier is told from
 * what a column is about.
 */
interface NamedTarget {
  target: string;
  isField: boolean;
  words: readonly string[];
}

/** Shares of the targets the words point at, 0–1; `other` is the share of all things no field holds. */
export interface Affinity {
  shareOf: (target: string) => number;
  other: number;
}

export type WordAffinity = (words: readonly string[]) => Affinity;

/** How a header is cut into counted features. */
type Features = (words: readonly string[]) => string[];

export const eachWord: Features = (words) => [...new Set(words)];

export const places: Features = (words) => [
  `${words[0] ?? ''} …`,
  `… ${words.at(-1) ?? ''}`,
  ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`),
];

/** The credit of a target for a feature none of its names has. */
const SMOOTHING = 0.2;
/** Headers are hostile: no more features than this are looked at. */
const FEATURES_MAX = 40;

interface Counted {
  targetAt: ReadonlyMap<string, number>;
  isField: readonly boolean[];
  /** Log-likelihood of a feature that no name of the target has. */
  unseen: readonly number[];
  /** The gain of a target that has the feature over `unseen`. */
  gains: ReadonlyMap<string, readonly { at: number; gain: number }[]>;
}

export function learnAffinity(names: readonly NamedTarget[], features: Features): WordAffinity {
  const counted = count(names, features);
  return (words) => {
    const known = features(words)
      .slice(0, FEATURES_MAX)
      .filter((feature) => counted.gains.has(feature));
    return known.length === 0 ? NO_AFFINITY : sharesOf(known, counted);
  };
}

export const NO_AFFINITY: Affinity = { shareOf: () => 0, other: 0 };

function count(names: readonly NamedTarget[], features: Features): Counted {
  const at = new Map<string, number>();
  const isField: boolean[] = [];
  const totals: number[] = [];
  const having = new Map<string, Map<number, number>>();
  for (const name of names) {
    const target = at.get(name.target) ?? at.size;
    at.set(name.target, target);
    isField[target] = name.isField;
    totals[target] = (totals[target] ?? 0) + 1;
    for (const feature of features(name.words)) {
      const counts = having.get(feature);
      if (counts === undefined) having.set(feature, new Map([[target, 1]]));
      else counts.set(target, (counts.get(target) ?? 0) + 1);
    }
  }
  const logShare = (times: number, target: number): number =>
    Math.log((times + SMOOTHING) / ((totals[target] ?? 0) + 2 * SMOOTHING));
  const unseen = totals.map((_, target) => logShare(0, target));
  const gains = new Map(
    [...having].map(([feature, counts]) => [
      feature,
      [...counts].map(([target, times]) => ({
        at: target,
        gain: logShare(times, target) - (unseen[target] as number),
      })),
    ]),
  );
  return { targetAt: at, isField, unseen, gains };
}

function sharesOf(known: readonly string[], { targetAt, isField, unseen, gains }: Counted): Affinity {
  const scores = unseen.map((score) => score * known.length);
  for (const feature of known)
    for (const { at, gain } of gains.get(feature) ?? []) scores[at] = (scores[at] ?? 0) + gain;
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const other = shares.reduce((sum, share, at) => sum + (isField[at] ? 0 : share), 0) / total;
  return { shareOf: (target) => (shares[targetAt.get(target) ?? -1] ?? 0) / total, other };
}
