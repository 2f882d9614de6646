/**
 * Suggests a target field per column: pure, deterministic, no I/O. A header is matched against names and aliases, the
 * values support or contradict, neighbours settle bare headers, and a field that takes one column keeps its best one.
 * "Not mapped" is an answer and has its reason.
 */
import type { MappingCandidate, MappingReason } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { MatchType } from '#shared/statuses.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { matchHeader, type HeaderMatch } from './header-score.ts';
import { headerWords } from './header-words.ts';
import { contextAdvice } from './sheet-context.ts';
import { fieldsNamedByValues, valueEvidence } from './value-evidence.ts';

export interface MappingInput {
  /** In sheet order; neighbours count. */
  columns: readonly ColumnProfile[];
  targetFields: readonly TargetField[];
}

export interface MappingSuggestion {
  columnIndex: number;
  sourceField: string;
  /** null: not mapped; the reasons say why. */
  targetField: string | null;
  /** Of the suggestion, 0–1; of a column that is not mapped, 0. */
  confidence: number;
  matchType: MatchType;
  reasons: MappingReason[];
  samples: string[];
  /** The ranking behind it, best first, at most five, also for a column that is not mapped. */
  candidates: MappingCandidate[];
}

/** Name and version of this engine, stored with every suggestion. */
export const ENGINE = 'header-and-values/1';

/** Below it nothing is suggested; chosen so that a wrong suggestion is rarer than a missing one. */
const SUGGEST_FROM = 0.5;
/** What is ranked at all. */
const RANK_FROM = 0.01;
const CANDIDATES_MAX = 5;

interface Ranked {
  field: string;
  confidence: number;
  matchType: MatchType;
  reasons: MappingReason[];
}

export function suggestMappings(input: MappingInput): MappingSuggestion[] {
  const sheet = new Set(input.columns.map((column) => headerWords(column.header).words.join(' ')));
  const rankings = input.columns.map((column) => rankFields(column, input.targetFields, sheet));
  const winners = bestColumnPerField(rankings, input.targetFields);
  return input.columns.map((column, index) => {
    const ranked = rankings[index] ?? [];
    const candidates = ranked
      .slice(0, CANDIDATES_MAX)
      .map(({ field, confidence }) => ({ target_field: field, confidence_score: confidence }));
    const base = { columnIndex: column.columnIndex, sourceField: column.header, samples: column.samples, candidates };
    const best = ranked[0];
    if (best === undefined || best.confidence < SUGGEST_FROM) return { ...base, ...notMapped(best) };
    const winner = winners.get(best.field);
    if (winner !== undefined && winner !== index)
      return { ...base, ...outdone(best, input.columns[winner]?.header ?? '') };
    return {
      ...base,
      targetField: best.field,
      confidence: best.confidence,
      matchType: best.matchType,
      reasons: best.reasons,
    };
  });
}

function rankFields(column: ColumnProfile, targetFields: readonly TargetField[], sheet: ReadonlySet<string>): Ranked[] {
  const words = headerWords(column.header);
  const byHeader = matchHeader(words, targetFields);
  const advice = contextAdvice(words, sheet);
  const byValues = new Map(fieldsNamedByValues(column).map((named) => [named.field, named]));
  const fields = targetFields.filter(
    ({ name }) => byHeader.has(name) || byValues.has(name) || advice.some((one) => one.field === name),
  );
  const order = new Map(targetFields.map((field, index) => [field.name, index]));
  return fields
    .map(({ name }) =>
      rankField(name, column, {
        match: byHeader.get(name),
        advice: advice.find((one) => one.field === name),
        named: byValues.get(name),
        unit: words.unit,
      }),
    )
    .filter((ranked) => ranked.confidence >= RANK_FROM)
    .sort((a, b) => b.confidence - a.confidence || (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
}

interface Signals {
  match: HeaderMatch | undefined;
  advice: { weight: number; text: string } | undefined;
  named: { confidence: number; text: string } | undefined;
  unit: string | null;
}

function rankField(field: string, column: ColumnProfile, { match, advice, named, unit }: Signals): Ranked {
  const reasons: MappingReason[] = [];
  const say = (signal: string, contribution: number, text: string): number => {
    reasons.push({ signal, contribution: rounded(contribution), text });
    return contribution;
  };
  let score = match ? say(match.kind, match.score, headerText(match)) : 0;
  if (advice) score += say('neighbours', advice.weight, advice.text);
  const evidence = valueEvidence(field, column);
  if (evidence.weight > 0)
    score += say('values', Math.min(0.25 * evidence.weight, Math.max(0, 0.98 - score)), evidence.text);
  if (evidence.weight < 0) score += say('values', score * evidence.weight, evidence.text);
  const unitEffect = unitContribution(field, unit);
  if (unitEffect !== 0 && score > 0)
    score += say(
      'unit',
      score * unitEffect,
      unitEffect > 0 ? `the unit ${unit} fits` : `the unit ${unit} does not fit`,
    );
  if (named && named.confidence > score) {
    score += say('values', named.confidence - score, named.text);
    return { field, confidence: rounded(bounded(score)), matchType: match ? 'combined' : 'values', reasons };
  }
  const matchType =
    match === undefined || (reasons.length > 1 && match.kind === 'tokens')
      ? 'combined'
      : match.kind === 'spelling'
        ? 'tokens'
        : match.kind;
  return { field, confidence: rounded(bounded(score)), matchType, reasons };
}

function headerText(match: HeaderMatch): string {
  if (match.kind === 'exact') return 'the header is the name of the field';
  if (match.kind === 'spelling') return `the header is spelt like "${match.alias}"`;
  const left = match.unexplained.join(' ');
  if (match.kind === 'alias')
    return `"${match.alias}" is another name of the field${left === '' ? '' : `; "${left}" was left out`}`;
  const rest = left === '' ? '' : `; "${left}" stays unexplained`;
  return `the header shares words with "${match.alias}"${rest}`;
}

const SIZE_FIELDS = new Set(['memory_gb', 'storage_gb', 'storage_used_gb', 'database_size_gb']);
const PERCENT_FIELDS = new Set([
  'cpu_utilization_percent',
  'cpu_utilization_percent_max',
  'memory_utilization_percent',
  'memory_utilization_percent_max',
]);

/** A size in the header speaks for size fields and against counts and texts; so do per cent and megahertz for theirs. */
function unitContribution(field: string, unit: string | null): number {
  if (unit === null) return 0;
  if (['gb', 'mb', 'tb', 'kb', 'bytes'].includes(unit)) return SIZE_FIELDS.has(field) ? 0.02 : -0.6;
  if (unit === '%') return PERCENT_FIELDS.has(field) ? 0.1 : -0.5;
  if (unit === 'mhz' || unit === 'ghz') return field === 'cpu_model' ? 0 : -0.6;
  if (unit === 'mbps' || unit === 'kbps' || unit === 'gbps') return field === 'network_throughput_mbps' ? 0.1 : -0.5;
  return 0;
}

/** For fields that take one column: the index of the most confident one, the first among equals. */
function bestColumnPerField(rankings: readonly Ranked[][], targetFields: readonly TargetField[]): Map<string, number> {
  const single = new Set(targetFields.filter((field) => !field.repeatable).map((field) => field.name));
  const winners = new Map<string, number>();
  rankings.forEach(([best], index) => {
    if (best === undefined || !single.has(best.field) || best.confidence < SUGGEST_FROM) return;
    const winner = winners.get(best.field);
    if (winner === undefined || best.confidence > (rankings[winner]?.[0]?.confidence ?? 0))
      winners.set(best.field, index);
  });
  return winners;
}

function notMapped(
  best: Ranked | undefined,
): Pick<MappingSuggestion, 'targetField' | 'confidence' | 'matchType' | 'reasons'> {
  const text =
    best === undefined
      ? 'Neither the header nor the values point at a target field.'
      : `The closest field, ${best.field}, is too uncertain (${best.confidence}).`;
  return {
    targetField: null,
    confidence: 0,
    matchType: 'none',
    reasons: [{ signal: 'not_mapped', contribution: 0, text }, ...(best?.reasons ?? [])],
  };
}

function outdone(
  best: Ranked,
  otherHeader: string,
): Pick<MappingSuggestion, 'targetField' | 'confidence' | 'matchType' | 'reasons'> {
  const text = `${best.field} takes one column, and "${otherHeader}" fits at least as well.`;
  return {
    targetField: null,
    confidence: 0,
    matchType: 'none',
    reasons: [{ signal: 'field_taken', contribution: 0, text }, ...best.reasons],
  };
}

function bounded(score: number): number {
  return Math.min(0.99, Math.max(0, score));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
