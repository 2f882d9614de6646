import type { ColumnSignals, FieldCandidate, FieldSignal, NoFieldSignal, Signal } from './signals.ts';

/** Learned by `npm run fit:mapping`; see `weights.ts`. */
export interface Weights {
  field: Readonly<Record<FieldSignal, number>>;
  noField: Readonly<Record<NoFieldSignal, number>>;
  /** Probability shown = logistic(slope × logit(p) + offset). */
  calibration: { slope: number; offset: number };
}

export interface ScoredCandidate {
  candidate: FieldCandidate;
  /** Log-odds, before they are shared out. */
  score: number;
  /** Share of this field among all fields and "no field", 0–1. */
  probability: number;
}

export interface ScoredColumn {
  /** Best first; equal scores in catalogue order. */
  ranked: ScoredCandidate[];
  noField: number;
}

const sum = <Name extends string>(signals: readonly Signal<Name>[], weights: Readonly<Record<Name, number>>): number =>
  signals.reduce((total, { name, value }) => total + weights[name] * value, 0);

/** A conditional logit: one choice among the fields that have anything in common with the column, and none of them. */
export function scoreColumn({ fields, noField }: ColumnSignals, weights: Weights): ScoredColumn {
  const scores = fields.map((candidate) => sum(candidate.signals, weights.field));
  const none = sum(noField, weights.noField);
  const top = Math.max(none, ...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((all, share) => all + share, Math.exp(none - top));
  return {
    ranked: fields
      .map((candidate, at) => ({ candidate, score: scores[at] as number, probability: (shares[at] as number) / total }))
      .sort((left, right) => right.score - left.score),
    noField: Math.exp(none - top) / total,
  };
}

/** The probability as it is shown: how often suggestions like it were right on columns the weights had not seen. */
export function calibrated(probability: number, { slope, offset }: Weights['calibration']): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return 1 / (1 + Math.exp(-(slope * Math.log(bounded / (1 - bounded)) + offset)));
}
