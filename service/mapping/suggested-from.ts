import type { FieldCandidate, FieldSignal, NoFieldSignal, Signal } from './signals.ts';

/**
 * The probability from which on a field is suggested. At .68 a third fewer columns that no field fits are given one than at .6
 * (docs/decisions/0037), but the model is not equally modest about all evidence: on dev and opened columns with their own names
 * withheld, 57 of 70 best candidates between .4 and .68 are right where the header's words are all known and hold a name or
 * most of one, and 6 of 22 where the header is only spelt like one.
 */
const USUAL = 0.68;
const UNDERSTOOD = 0.4;
const BORNE_OUT = 0.5;
const ONLY_SPELT = 0.72;

/** Whatever the header says, these make it doubtful. */
const DOUBTS: ReadonlySet<FieldSignal> = new Set(['values_against', 'unit_clashes', 'redirected', 'voided', 'claimed']);
const OTHER_NAMES: ReadonlySet<NoFieldSignal> = new Set(['other_thing', 'other_core']);

export function suggestedFrom({ header, signals }: FieldCandidate, noField: readonly Signal<NoFieldSignal>[]): number {
  if (header?.kind === 'spelling') return ONLY_SPELT;
  if (header?.kind === 'exact') return BORNE_OUT;
  const isDoubtful = signals.some(({ name }) => DOUBTS.has(name)) || noField.some(({ name }) => OTHER_NAMES.has(name));
  if (header === undefined || header.isVague || isDoubtful) return USUAL;
  if (header.kind === 'words' && header.unknown > 0) return has(signals, 'values_for') ? BORNE_OUT : USUAL;
  if (header.kind === 'words' && !header.hasHead) return USUAL;
  return header.kind === 'core' || header.kind === 'words' || header.kind === 'weak' ? UNDERSTOOD : USUAL;
}

const has = (signals: readonly Signal<FieldSignal>[], which: FieldSignal): boolean =>
  signals.some(({ name }) => name === which);
