import { spelled } from '#shared/field-label.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { Steps } from '../engine-parts/steps.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { askedBy } from './asked-by-header.ts';
import { ownShareOf, type HeaderIndex } from './header-index.ts';
import { matchHeader, type HeaderMatch } from './header-match.ts';
import { headerWords, type HeaderWords } from './header-words.ts';
import { namedAs } from './named-as.ts';
import { isNameless } from './nameless.ts';
import { contextAdvice } from './sheet-context.ts';
import { noFieldByHeader, noFieldByValues } from './no-field-evidence.ts';
import { withoutSheetPrefix } from './sheet-prefix.ts';
import { unitEvidence } from './unit-evidence.ts';
import { NO_AFFINITY, type Affinity } from './word-affinity.ts';
import { fieldsNamedByValues } from './named-by-values.ts';
import { valueEvidence } from './value-evidence.ts';
import type { ValueEvidence } from './value-rules.ts';

/** The signals for or against a field. Each is a number, mostly 0–1, with a weight that was learned. */
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
  'voided',
  'unknown_words',
  'vague_words',
  'bare_word',
  'bare_alias',
  'spelling',
  'all_names',
  'word_places',
  'values_for',
  'values_against',
  'values_alone',
  'neighbours',
  'first_column',
  'unit_fits',
  'unit_clashes',
  'claimed',
] as const;
export type FieldSignal = (typeof fieldSignals)[number];

/** The signals for leaving a column out. */
export const noFieldSignals = [
  'bias',
  'other_thing',
  'other_core',
  'other_words',
  'all_names',
  'word_places',
  'unknown_header',
  'counted',
  'yes_no',
] as const;
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
  /**
   * One word that names other things more often, and values that do not say which is meant: `Account`, `Tier`; a name
   * beside a word that takes it back: `Recommended OS Version`; or no name, but something like one.
   */
  isAmbiguous: boolean;
}

export interface ColumnSignals {
  fields: FieldCandidate[];
  noField: Signal<NoFieldSignal>[];
}

/**
 * Reads the headers of a sheet, which see each other; a step is a column. The signals are then made one column at a
 * time: of hundreds at once most would be moved about by the garbage collector.
 *
 * @returns every signal of a column, by its place among `columns`
 */
export function* readSignals(
  columns: readonly ColumnProfile[],
  targetFields: readonly TargetField[],
  index: HeaderIndex,
): Steps<(at: number) => ColumnSignals> {
  const headers = withoutSheetPrefix(columns.map((column) => column.header)).map((header, at) =>
    isNameless(columns[at]?.header ?? '') ? headerWords('') : headerWords(header),
  );
  const matches: Map<string, HeaderMatch>[] = [];
  for (const header of headers) {
    matches.push(matchHeader(header, index));
    yield;
  }
  const sheet: SheetHeaders = {
    columns,
    headers,
    matches,
    names: new Set(headers.map((header) => header.words.join(' '))),
    best: bestQualities(matches),
  };
  return (at) => signalsOf(at, sheet, { targetFields, index });
}

interface SheetHeaders {
  columns: readonly ColumnProfile[];
  headers: readonly HeaderWords[];
  matches: readonly ReadonlyMap<string, HeaderMatch>[];
  names: ReadonlySet<string>;
  best: ReturnType<typeof bestQualities>;
}

function signalsOf(
  at: number,
  sheet: SheetHeaders,
  { targetFields, index }: { targetFields: readonly TargetField[]; index: HeaderIndex },
): ColumnSignals {
  const { columns } = sheet;
  const column = columns[at] as ColumnProfile;
  const header = sheet.headers[at] as HeaderWords;
  const byHeader = sheet.matches[at] as ReadonlyMap<string, HeaderMatch>;
  const isCalled = [...byHeader.values()].some(isNamed);
  const affinities = isCalled ? NOT_ASKED : affinitiesOf(header, index);
  const advice = new Map(contextAdvice(header, sheet.names, column).map((one) => [one.field, one]));
  const evidence = valueEvidence(column, askedBy(header));
  const named = new Map(
    fieldsNamedByValues(column, { isNameless: isNameless(column.header) }).map((one) => [one.field, one]),
  );
  const likely = targetFields.filter(({ name }) => byHeader.has(name) || named.has(name) || advice.has(name));
  // A header nobody knows still has values: fields they support are ranked, if far from suggested.
  const candidates = likely.length > 0 ? likely : targetFields.filter(({ name }) => evidence(name).weight > 0);
  return {
    fields: candidates.map(({ name, repeatable }) => {
      const match = byHeader.get(name);
      const signals = [
        ...(match === undefined
          ? []
          : headerSignals(match, kindIn(match, header.unit), column.header, header.words.length === 1)),
        ...affinitySignals(affinities, (affinity) => affinity.shareOf(name)),
        ...valueSignals(evidence(name), decisive(named.get(name), match)),
        ...unitSignals(name, header.unit, match),
      ];
      const isFirst = columns.length >= SHEET_MIN_COLUMNS && NAMES_OF_RECORDS.has(name);
      // Under `Asset Tag ID` a tag is named; that ids come first makes it no id.
      const first = isFirst && (!isCalled || isWhole(match)) ? placeOf(name, { at, sheet }) : 0;
      if (first > 0)
        signals.push({
          name: 'first_column',
          value: first,
          text: 'the first column of a sheet mostly names its records',
        });
      const neighbour = advice.get(name);
      if (neighbour) signals.push({ name: 'neighbours', value: neighbour.weight, text: neighbour.text });
      const rival = repeatable ? undefined : sheet.best.get(name);
      if (rival !== undefined && rival.column !== at && rival.quality > (match?.quality ?? 0) + 0.01)
        signals.push({ name: 'claimed', value: 1, text: `"${columns[rival.column]?.header}" fits the field better` });
      return { field: name, header: match, signals, isAmbiguous: isAmbiguous(header, match, { signals, index }) };
    }),
    noField: [
      ...noFieldByHeader(byHeader, header),
      ...noFieldByValues(column, header),
      ...affinitySignals(affinities, (affinity) => affinity.other),
    ],
  };
}

/** The first column mostly names the records, and after a key of them the second does. */
function placeOf(field: string, { at, sheet: { headers } }: { at: number; sheet: SheetHeaders }): number {
  if (at === 0) return 1;
  const last = headers[0]?.words.at(-1);
  return at === 1 && field !== 'asset_id' && (last === 'id' || last === 'key') ? 0.5 : 0;
}

/** The signals that settle which of its meanings a word has. */
const SETTLING: ReadonlySet<FieldSignal> = new Set(['values_for', 'neighbours', 'first_column']);

function isAmbiguous(
  { words: [word = '', ...others] }: HeaderWords,
  match: HeaderMatch | undefined,
  { signals, index }: { signals: readonly Signal<FieldSignal>[]; index: HeaderIndex },
): boolean {
  if (match !== undefined && (match.voiding.length > 0 || isOnlyLike(match))) return true;
  if (match?.kind !== 'alias' || others.length > 0) return false;
  if (signals.some(({ name }) => SETTLING.has(name))) return false;
  return ownShareOf(word, match.alias.target, index) < 0.5;
}

/** Spelt like a name, or sharing words with one beside a word nobody knows: `osquery_version`, `Correlativo`. */
const isOnlyLike = ({ kind, unknown }: HeaderMatch): boolean =>
  kind === 'spelling' || (kind === 'words' && unknown > 0);

/** `Disk reads per second in KB` is not the thing called `disk reads per second`. */
function kindIn({ kind, alias }: HeaderMatch, unit: string | null): HeaderMatch['kind'] {
  return kind !== 'spelling' && unitEvidence(alias.target, unit) === -1 ? 'words' : kind;
}

function headerSignals(
  match: HeaderMatch,
  kind: HeaderMatch['kind'],
  header: string,
  isBareWord: boolean,
): Signal<FieldSignal>[] {
  const { alias, unexplained, redirecting } = match;
  const rest = unexplained.length === 0 ? '' : `; "${unexplained.join(' ')}" is left over`;
  if (kind === 'exact') return [{ name: 'name', value: 1, text: 'the header is the name of the field' }];
  const bare: Signal<FieldSignal>[] = isBareWord ? [{ name: 'bare_alias', value: 1, text: '' }] : [];
  if (kind === 'alias')
    return [{ name: 'alias', value: 1, text: `${namedAs(alias.text, header)} is another name of the field` }, ...bare];
  if (kind === 'weak')
    return [
      { name: 'weak_alias', value: 1, text: `${namedAs(alias.text, header)} is sometimes a name of the field` },
      ...bare,
    ];
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
  if (match.voiding.length > 0) {
    const turning = [...redirecting, ...match.voiding].join(' ');
    signals.push({ name: 'voided', value: 1, text: `"${turning}" turns it into something else` });
  }
  if (match.isVague && match.unknown > 0) signals.push({ name: 'vague_words', value: match.unknown, text: '' });
  if (isBareWord) signals.push({ name: 'bare_word', value: 1, text: '' });
  if (match.unknown > 0) signals.push({ name: 'unknown_words', value: match.unknown, text: '' });
  return signals;
}

const NAMES_OF_RECORDS = new Set(['asset_name', 'hostname', 'asset_id', 'application_name']);
const SHEET_MIN_COLUMNS = 4;

/** Below this share nothing is said, and differences between smaller ones mean nothing. */
const SHARE_MIN = Math.exp(-6);

/** A header that is a name of a field needs no other names to speak for it. */
const isNamed = ({ alias, kind }: HeaderMatch): boolean => alias.isField && (kind === 'exact' || kind === 'alias');

const isWhole = (match?: HeaderMatch): boolean => ['exact', 'alias', 'weak'].includes(match?.kind ?? '');

/** Where the header is at most a weak name, values decide that nothing else looks like. */
const decisive = <Named extends { strength: number }>(named: Named | undefined, match: HeaderMatch | undefined) =>
  match === undefined || (match.kind === 'weak' && (named?.strength ?? 0) >= DECISIVE_FROM) ? named : undefined;
const DECISIVE_FROM = 0.85;

interface Affinities {
  all_names: Affinity;
  word_places: Affinity;
}

const NOT_ASKED: Affinities = { all_names: NO_AFFINITY, word_places: NO_AFFINITY };

function affinitiesOf({ words }: HeaderWords, index: HeaderIndex): Affinities {
  return { all_names: index.byAllNames(words), word_places: index.byPlaces(words) };
}

function affinitySignals(
  affinities: Affinities,
  shareOf: (affinity: Affinity) => number,
): Signal<'all_names' | 'word_places'>[] {
  if (affinities === NOT_ASKED) return [];
  return (['all_names', 'word_places'] as const).flatMap((name) => {
    const share = shareOf(affinities[name]);
    return share <= SHARE_MIN ? [] : [{ name, value: 1 - Math.log(share) / Math.log(SHARE_MIN), text: '' }];
  });
}

function valueSignals(
  { weight, text }: ValueEvidence,
  alone: { strength: number; text: string } | undefined,
): Signal<FieldSignal>[] {
  if (alone) return [{ name: 'values_alone', value: alone.strength, text: alone.text }];
  if (weight === 0) return [];
  return [{ name: weight > 0 ? 'values_for' : 'values_against', value: Math.abs(weight), text }];
}

function unitSignals(field: string, unit: string | null, match: HeaderMatch | undefined): Signal<FieldSignal>[] {
  if (unit === null) return [];
  const evidence = unitEvidence(field, unit);
  // A unit does not support what another word of the header turns away.
  const isTurned = match !== undefined && match.redirecting.length + match.voiding.length > 0;
  if (evidence === 0 || (evidence === 1 && isTurned)) return [];
  return evidence > 0
    ? [{ name: 'unit_fits', value: 1, text: `the unit ${spelled(unit)} fits` }]
    : [{ name: 'unit_clashes', value: 1, text: `the unit ${spelled(unit)} does not fit` }];
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
