import type { ColumnSignals, FieldCandidate, FieldSignal, NoFieldSignal, Signal } from './signals.ts';

/** Learned by `npm run fit:mapping`; see `weights.ts`. */
export interface Weights {
  field: Readonly<Record<FieldSignal, number>>;
  noField: Readonly<Record<NoFieldSignal, number>>;
  /**
   * Where one field was right, how often another would have been accepted as well: a `Computer name` is a hostname and
   * names the asset. By the field that is right, then by the one that is accepted.
   */
  alternates: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface ScoredCandidate {
  candidate: FieldCandidate;
  /**
   * How likely it would be accepted: its share among all fields and "no field", and its gain from its alternates, 0–1.
   */
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
  const at = new Map(fields.map(({ field }, index) => [field, index]));
  const accepted = [...shares];
  fields.forEach((right, index) => {
    const alternates = weights.alternates[right.field] ?? {};
    for (const field of Object.keys(alternates)) {
      const other = at.get(field);
      if (other === undefined) continue;
      accepted[other] = (accepted[other] as number) + (alternates[field] as number) * (shares[index] as number);
    }
  });
  return {
    ranked: fields
      .map((candidate, index) => ({ candidate, probability: (accepted[index] as number) / total }))
      .sort((left, right) => right.probability - left.probability),
    noField: Math.exp(none - top) / total,
  };
}
