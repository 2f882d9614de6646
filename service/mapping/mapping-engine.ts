/**
 * Suggests a target field per column: pure, deterministic, no I/O. Header, values, unit and neighbours each give a
 * signal; learned weights make probabilities of them, and these, a little sharpened, the confidence that is shown
 * (decision 0037). "Not mapped" competes with the fields as one more answer, and has its reason.
 */
import { fieldLabel } from '#shared/field-label.ts';
import { READY_FROM } from '#shared/limits.ts';
import type { MappingCandidate, MappingReason } from '#shared/schemas/field-mapping.schema.ts';
import type { MatchType } from '#shared/statuses.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { atOnce, type Steps } from '../engine-parts/steps.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { buildHeaderIndex, type HeaderIndex } from './header-index.ts';
import { headerWords } from './header-words.ts';
import { scoreColumn, type ScoredColumn, type Weights } from './mapping-model.ts';
import { reasonsFor, reasonsForNoField } from './mapping-reasons.ts';
import { isNameless } from './nameless.ts';
import { applyMemory, recall, type RememberedMapping } from './remembered.ts';
import { readSignals, type ColumnSignals } from './signals.ts';
import { suggestedFrom } from './suggested-from.ts';
import { weights, WEIGHTS_VERSION } from './weights.ts';

interface MappingInput {
  /** In sheet order; neighbours count. */
  columns: readonly ColumnProfile[];
  targetFields: readonly TargetField[];
  /** Decisions of this client's analysts on such headers; they go first. */
  memory?: readonly RememberedMapping[];
}

export interface MappingSuggestion {
  columnIndex: number;
  sourceField: string;
  /** null: not mapped; the reasons say why. */
  targetField: string | null;
  /**
   * The field takes one column and another one fits it better: this one may fill in where that one is empty.
   * Always false for a field that may repeat.
   */
  isSecondary: boolean;
  /** Of the suggestion, 0–1: how often suggestions like it are right. Of a column that is not mapped, 0. */
  confidence: number;
  matchType: MatchType;
  reasons: MappingReason[];
  samples: string[];
  /** The ranking behind it, best first, at most five, also for a column that is not mapped. */
  candidates: MappingCandidate[];
  /** The remembered decision it comes from, and the engine's own answer. */
  memoryId: string | null;
  own: MappingSuggestion | null;
}

/** Name and version of this engine, stored with every suggestion. */
export const ENGINE = `weighted-signals/${WEIGHTS_VERSION}`;

/** A suggestion is shown with no less: those below it are right in four of five (`suggested-from.ts`). */
const LEAST_SURE = 0.7;
/** Candidates of one suggestion that are kept. */
export const CANDIDATES_MAX = 5;

export function suggestMappings(input: MappingInput): MappingSuggestion[] {
  return atOnce(suggestInSteps(input));
}

/** For sheets so wide that others should not wait until it is done. */
export function* suggestInSteps({ columns, targetFields, memory = [] }: MappingInput): Steps<MappingSuggestion[]> {
  const signalsOf = yield* readSignals(columns, targetFields, yield* indexOf(targetFields));
  const suggestions = yield* suggestFrom(columns, signalsOf, { targetFields, weights });
  if (memory.length === 0) return suggestions;
  const recalled = suggestions.map((own, at) =>
    applyMemory(own, recall(columns[at] as ColumnProfile, memory), targetFields),
  );
  return markSecondary(recalled, targetFields);
}

/** Reads the fields' names, which the first suggestions of a process would otherwise wait for. */
export function* readNames(targetFields: readonly TargetField[]): Steps<void> {
  yield* indexOf(targetFields);
}

/** The same with other weights, which is how they are tried before they are adopted. */
export function* suggestFrom(
  columns: readonly ColumnProfile[],
  signalsOf: (at: number) => ColumnSignals,
  { targetFields, weights: by }: { targetFields: readonly TargetField[]; weights: Weights },
): Steps<MappingSuggestion[]> {
  const suggestions: MappingSuggestion[] = [];
  for (const [at, column] of columns.entries()) {
    const ofColumn = signalsOf(at);
    suggestions.push(suggest(column, { scored: scoreColumn(ofColumn, by), signals: ofColumn, weights: by }));
    yield;
  }
  return markSecondary(suggestions, targetFields);
}

function suggest(
  column: ColumnProfile,
  { scored, signals, weights: by }: { scored: ScoredColumn; signals: ColumnSignals; weights: Weights },
): MappingSuggestion {
  const base = {
    columnIndex: column.columnIndex,
    sourceField: column.header,
    isSecondary: false,
    memoryId: null,
    own: null,
    samples: column.samples,
    candidates: scored.ranked.slice(0, CANDIDATES_MAX).map(({ candidate, probability }) => ({
      target_field: candidate.field,
      confidence_score: confidenceOf(probability),
    })),
  };
  const [best] = scored.ranked;
  if (best === undefined || best.probability < suggestedFrom(best.candidate, signals.noField)) {
    const reasons = reasonsForNoField(best, signals.noField, by);
    return { ...base, targetField: null, confidence: 0, matchType: 'none', reasons };
  }
  const suggestion = {
    ...base,
    candidates: atLeast(LEAST_SURE, base.candidates),
    targetField: best.candidate.field,
    confidence: Math.max(LEAST_SURE, confidenceOf(best.probability)),
    matchType: matchTypeOf(best.candidate),
    reasons: reasonsFor(best.candidate, by),
  };
  const sure = best.candidate.isAmbiguous ? noSurerThan(SUREST_AMBIGUOUS, suggestion) : suggestion;
  const doubt = doubtOf(suggestion, column);
  return doubt === null ? sure : noSurerThan(SUREST_DOUBTED, { ...sure, reasons: [...sure.reasons, doubt] });
}

const atLeast = (least: number, [best, ...others]: readonly MappingCandidate[]): MappingCandidate[] =>
  best === undefined ? [] : [{ ...best, confidence_score: Math.max(least, best.confidence_score) }, ...others];

/** Below the confidence that the pane approves at once, so that an analyst looks. */
const SUREST_DOUBTED = READY_FROM - 0.01;
/** There is nothing to take over, and nothing that says the header is right. */
const NO_VALUES: MappingReason = { signal: 'no_values', contribution: 0, text: 'the column has no values' };
/** Whether data are personal is kept with their class for want of another field, and is no class. */
const NO_CLASSES: MappingReason = { signal: 'no_classes', contribution: 0, text: 'yes or no is no class of data' };
/** A header that is none does not bear out what the values look like. */
const NO_NAME: MappingReason = {
  signal: 'no_name',
  contribution: 0,
  text: 'the column has no name of its own, so only its values speak',
};

function doubtOf(suggestion: MappingSuggestion, column: ColumnProfile): MappingReason | null {
  if (isEmpty(column)) return NO_VALUES;
  if (isNameless(column.header)) return NO_NAME;
  return isAnswerForClass(suggestion, column) ? NO_CLASSES : null;
}

const isAnswerForClass = (
  { targetField }: MappingSuggestion,
  { rows, blank, types, detected }: ColumnProfile,
): boolean =>
  targetField === 'data_classification' &&
  types.boolean + (detected['yes_no'] ?? 0) >= 0.5 * (rows - blank) &&
  rows > blank;

/** Rows were read and none has a value; where no row was read, nothing is known of the values. */
const isEmpty = ({ rows, blank }: ColumnProfile): boolean => rows > 0 && blank === rows;

/** 20 of 27 such answers above .9 were right on opened columns that no weight was learned from, of all others .98 (docs/decisions/0039). */
const SUREST_AMBIGUOUS = 0.88;

/**
 * A second column for a field that takes one was right in 82 of 93 opened columns that no weight was learned from, and hardly
 * more often where its header is sure (docs/decisions/0037).
 */
const SUREST_SECONDARY = 0.88;

/**
 * A field that takes one column keeps the most confident one, the first among equals; the others are marked, and unless a
 * person decided so before, not as sure as they would be alone.
 */
export function markSecondary(
  suggestions: MappingSuggestion[],
  targetFields: readonly TargetField[],
): MappingSuggestion[] {
  const takesOne = new Set(targetFields.filter((field) => !field.repeatable).map((field) => field.name));
  const primary = new Map<string, MappingSuggestion>();
  for (const one of suggestions) {
    const first = one.targetField === null ? undefined : primary.get(one.targetField);
    if (one.targetField !== null && (first === undefined || standing(one) > standing(first)))
      primary.set(one.targetField, one);
  }
  return suggestions.map((suggestion) => {
    const one = { ...suggestion, isSecondary: false };
    const first = one.targetField === null ? undefined : primary.get(one.targetField);
    const reasons = one.reasons.filter(({ signal }) => signal !== 'secondary');
    if (first === undefined || first === suggestion || !takesOne.has(first.targetField ?? ''))
      return { ...one, reasons };
    const text = `"${first.sourceField}" fits ${fieldLabel(first.targetField ?? '')} at least as well; this column may fill in where it is empty`;
    const sure = one.memoryId === null ? noSurerThan(SUREST_SECONDARY, one) : one;
    return { ...sure, isSecondary: true, reasons: [...reasons, { signal: 'secondary', contribution: 0, text }] };
  });
}

/** Whether an asset runs or is well says less of its status than where in its life it is: `install_status` goes first. */
const OF_OPERATION = new Set(['operational', 'operating', 'operation', 'health', 'power', 'running']);
const GIVES_WAY = 0.15;

/** How sure a column is when one is chosen for a field that takes one. */
function standing({ targetField, confidence, memoryId, sourceField }: MappingSuggestion): number {
  const givesWay = memoryId === null && targetField === 'status' && headerWords(sourceField).words.some(isOfOperation);
  return givesWay ? confidence - GIVES_WAY : confidence;
}

const isOfOperation = (word: string): boolean => OF_OPERATION.has(word);

function noSurerThan(most: number, one: MappingSuggestion): MappingSuggestion {
  const candidates = one.candidates.map((candidate) => ({
    ...candidate,
    confidence_score: Math.min(most, candidate.confidence_score),
  }));
  return { ...one, confidence: Math.min(most, one.confidence), candidates };
}

function matchTypeOf({ header, signals }: ColumnSignals['fields'][number]): MatchType {
  if (header === undefined) return 'values';
  if (header.kind === 'exact') return 'exact';
  if (header.kind === 'alias' || header.kind === 'core') return 'alias';
  return signals.some(({ name }) => name === 'values_for' || name === 'neighbours') ? 'combined' : 'tokens';
}

/**
 * Building an index takes longer than using it: there is one per list of names, for all holders of the list. A client's
 * own fields are read anew with every import, so lists are compared by content; the longest unused index goes first.
 */
const indexes = new Map<string, HeaderIndex>();
const INDEXES_MAX = 16;

function* indexOf(targetFields: readonly TargetField[]): Steps<HeaderIndex> {
  const key = JSON.stringify(targetFields.map(({ name, aliases }) => [name, aliases]));
  const index = indexes.get(key) ?? (yield* buildHeaderIndex(targetFields));
  indexes.delete(key);
  indexes.set(key, index);
  const [oldest] = indexes.keys();
  if (indexes.size > INDEXES_MAX && oldest !== undefined) indexes.delete(oldest);
  return index;
}

/** Weights that decay as they are learned make probabilities a little too modest: by this on the log-odds (docs/decisions/0037). */
const SHARPNESS = 1.1;
/** Only a person is sure. */
const SUREST = 0.99;

function confidenceOf(probability: number): number {
  const likely = Math.min(1, probability) ** SHARPNESS;
  const unlikely = (1 - Math.min(1, probability)) ** SHARPNESS;
  return Math.round(Math.min(SUREST, likely / (likely + unlikely)) * 100) / 100;
}
