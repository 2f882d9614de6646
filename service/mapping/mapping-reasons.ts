import { fieldLabel } from '#shared/field-label.ts';
import type { MappingReason } from '#shared/schemas/field-mapping.schema.ts';
import type { ScoredCandidate, Weights } from './mapping-model.ts';
import type { FieldCandidate, NoFieldSignal, Signal } from './signals.ts';

/**
 * The reasons for and against a field, in log-odds; a signal without words of its own counts towards the one before it.
 */
export function reasonsFor(candidate: FieldCandidate, weights: Weights): MappingReason[] {
  return inWords(candidate.signals, weights.field);
}

export function reasonsForNoField(
  best: ScoredCandidate | undefined,
  noField: readonly Signal<NoFieldSignal>[],
  weights: Weights,
): MappingReason[] {
  if (best === undefined) return [reason('not_mapped', 'Neither the header nor the values point at a target field.')];
  const why = inWords(noField, weights.noField)
    .filter(({ text }) => text !== '')
    .sort((one, other) => other.contribution - one.contribution);
  return [
    ...why,
    reason('not_mapped', `The closest field, ${fieldLabel(best.candidate.field)}, is too uncertain.`),
    ...reasonsFor(best.candidate, weights),
  ];
}

const reason = (signal: string, text: string): MappingReason => ({ signal, contribution: 0, text });

function inWords<Name extends string>(
  signals: readonly Signal<Name>[],
  weights: Readonly<Record<Name, number>>,
): MappingReason[] {
  const reasons: MappingReason[] = [];
  for (const { name, value, text } of signals) {
    const contribution = weights[name] * value;
    const before = reasons.at(-1);
    if (text === '' && before !== undefined) before.contribution = rounded(before.contribution + contribution);
    else reasons.push({ signal: name, contribution: rounded(contribution), text });
  }
  return reasons;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
