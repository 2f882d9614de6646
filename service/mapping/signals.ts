import type { TargetField } from '#shared/target-fields.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { HeaderIndex } from './header-index.ts';
import { matchHeader, type HeaderMatch } from './header-match.ts';
import { headerWords, type HeaderWords } from './header-words.ts';
import { contextAdvice } from './sheet-context.ts';
import { unitEvidence } from './unit-evidence.ts';
import { fieldsNamedByValues, valueEvidence } from './value-evidence.ts';

/** What speaks for or against a field. Every signal is a number, mostly 0–1; its weight was learned. */
export const fieldSignals = [
  'name',
  'alias',
  'weak_alias',
  'core',
  'core_share',
  'words_of_alias',
  'words_of_header',
  'head_word',
  'redirected',
  'unknown_words',
  'bare_word',
  'bare_alias',
  'spelling',
  'values_for',
  'values_against',
  'values_alone',
  'neighbours',
  'unit_fits',
  'unit_clashes',
  'claimed',
] as const;
export type FieldSignal = (typeof fieldSignals)[number];

/** What speaks for leaving a column out. */
export const noFieldSignals = ['bias', 'other_thing', 'other_core', 'other_words', 'unknown_header'] as const;
export type NoFieldSignal = (typeof noFieldSignals)[number];

export interface Signal<Name extends string> {
  name: Name;
  value: number;
  /** In words, for people; '' for a signal that only shades another. */
  text: string;
}

export interface FieldCandidate {
  field: string;
  header: HeaderMatch | undefined;
  signals: Signal<FieldSignal>[];
}

export interface ColumnSignals {
  fields: FieldCandidate[];
  noField: Signal<NoFieldSignal>[];
}

/** Every signal of every column of a sheet; columns see their neighbours. */
export function readSignals(
  columns: readonly ColumnProfile[],
  targetFields: readonly TargetField[],
  index: HeaderIndex,
): ColumnSignals[] {
  const headers = columns.map((column) => headerWords(column.header));
  const matches = headers.map((header) => matchHeader(header, index));
  const sheet = new Set(headers.map((header) => header.words.join(' ')));
  const best = bestQualities(matches);
  return columns.map((column, at) => {
    const header = headers[at] as HeaderWords;
    const byHeader = matches[at] as Map<string, HeaderMatch>;
    const advice = new Map(contextAdvice(header, sheet).map((one) => [one.field, one]));
    const named = new Map(fieldsNamedByValues(column).map((one) => [one.field, one]));
    const likely = targetFields.filter(({ name }) => byHeader.has(name) || named.has(name) || advice.has(name));
    // A header nobody knows still has values: fields they support are ranked, if far from suggested.
    const candidates =
      likely.length > 0 ? likely : targetFields.filter(({ name }) => valueEvidence(name, column).weight > 0);
    return {
      fields: candidates.map(({ name, repeatable }) => {
        const match = byHeader.get(name);
        const signals = [
          ...(match === undefined ? [] : headerSignals(match, header.words.length === 1)),
          ...valueSignals(name, column, match === undefined ? named.get(name) : undefined),
          ...unitSignals(name, header.unit),
        ];
        const neighbour = advice.get(name);
        if (neighbour) signals.push({ name: 'neighbours', value: neighbour.weight, text: neighbour.text });
        const rival = repeatable ? undefined : best.get(name);
        if (rival !== undefined && rival.column !== at && rival.quality > (match?.quality ?? 0) + 0.01)
          signals.push({ name: 'claimed', value: 1, text: `"${columns[rival.column]?.header}" fits the field better` });
        return { field: name, header: match, signals };
      }),
      noField: noFieldSignalsOf(byHeader, header),
    };
  });
}

function headerSignals(match: HeaderMatch, isBareWord: boolean): Signal<FieldSignal>[] {
  const { alias, kind, unexplained, redirecting } = match;
  const rest = unexplained.length === 0 ? '' : `; "${unexplained.join(' ')}" is left over`;
  if (kind === 'exact') return [{ name: 'name', value: 1, text: 'the header is the name of the field' }];
  const bare: Signal<FieldSignal>[] = isBareWord ? [{ name: 'bare_alias', value: 1, text: '' }] : [];
  if (kind === 'alias')
    return [{ name: 'alias', value: 1, text: `"${alias.text}" is another name of the field` }, ...bare];
  if (kind === 'weak')
    return [{ name: 'weak_alias', value: 1, text: `"${alias.text}" is sometimes a name of the field` }, ...bare];
  if (kind === 'spelling')
    return [{ name: 'spelling', value: match.ofAlias, text: `the header is spelt like "${alias.text}"` }];
  if (kind === 'core')
    return [
      { name: 'core', value: 1, text: `"${alias.text}" is another name of the field${rest}` },
      { name: 'core_share', value: match.ofHeader, text: '' },
    ];
  const signals: Signal<FieldSignal>[] = [
    { name: 'words_of_alias', value: match.ofAlias, text: `the header shares words with "${alias.text}"${rest}` },
    { name: 'words_of_header', value: match.ofHeader, text: '' },
  ];
  if (match.hasHead) signals.push({ name: 'head_word', value: 1, text: '' });
  if (redirecting.length > 0)
    signals.push({ name: 'redirected', value: 1, text: `"${redirecting.join(' ')}" turns it into something else` });
  if (isBareWord) signals.push({ name: 'bare_word', value: 1, text: '' });
  if (match.unknown > 0) signals.push({ name: 'unknown_words', value: match.unknown, text: '' });
  return signals;
}

function valueSignals(
  field: string,
  column: ColumnProfile,
  alone: { strength: number; text: string } | undefined,
): Signal<FieldSignal>[] {
  if (alone) return [{ name: 'values_alone', value: alone.strength, text: alone.text }];
  const { weight, text } = valueEvidence(field, column);
  if (weight === 0) return [];
  return [{ name: weight > 0 ? 'values_for' : 'values_against', value: Math.abs(weight), text }];
}

function unitSignals(field: string, unit: string | null): Signal<FieldSignal>[] {
  const evidence = unitEvidence(field, unit);
  if (evidence === 0) return [];
  return evidence > 0
    ? [{ name: 'unit_fits', value: 1, text: `the unit ${unit} fits` }]
    : [{ name: 'unit_clashes', value: 1, text: `the unit ${unit} does not fit` }];
}

function noFieldSignalsOf(byHeader: ReadonlyMap<string, HeaderMatch>, header: HeaderWords): Signal<NoFieldSignal>[] {
  const signals: Signal<NoFieldSignal>[] = [{ name: 'bias', value: 1, text: '' }];
  let other: HeaderMatch | undefined;
  let hasField = false;
  for (const match of byHeader.values())
    if (match.alias.isField) hasField ||= match.kind !== 'spelling';
    else if (other === undefined || match.quality > other.quality) other = match;
  if (other !== undefined) {
    const text = `"${other.alias.text}" is ${other.alias.target}, which no target field holds`;
    if (other.kind === 'alias') signals.push({ name: 'other_thing', value: 1, text });
    else if (other.kind === 'core') signals.push({ name: 'other_core', value: 1, text });
    else signals.push({ name: 'other_words', value: other.quality, text });
  }
  if (!hasField && header.words.length > 0)
    signals.push({ name: 'unknown_header', value: 1, text: 'no target field has a name like it' });
  return signals;
}

/** Per field the column whose header fits it best, the first among equals. */
function bestQualities(
  matches: readonly ReadonlyMap<string, HeaderMatch>[],
): Map<string, { column: number; quality: number }> {
  const best = new Map<string, { column: number; quality: number }>();
  matches.forEach((byHeader, column) => {
    for (const [field, { quality }] of byHeader)
      if (quality > (best.get(field)?.quality ?? 0)) best.set(field, { column, quality });
  });
  return best;
}
