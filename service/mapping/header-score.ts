import type { TargetField } from '#shared/target-fields.ts';
import { fieldAliases } from './field-aliases.ts';
import { headerCore, type HeaderCore } from './header-core.ts';
import { headerWords, type HeaderWords } from './header-words.ts';
import { trigrams } from './spelling.ts';

export interface HeaderMatch {
  /** 0 nothing in common … 1 the field's own name. */
  score: number;
  kind: 'exact' | 'alias' | 'tokens' | 'spelling';
  /** The alias that matched best, in words. */
  alias: string;
  /** Words of the header that the alias does not explain. */
  unexplained: string[];
}

interface Alias {
  field: string;
  words: readonly string[];
  known: ReadonlySet<string>;
  joined: string;
  trigrams: ReadonlySet<string>;
  text: string;
  isWeak: boolean;
  isOwnName: boolean;
}

const EXACT_SCORE = 1;
const ALIAS_SCORE = 0.95;
const WEAK_SCORE = 0.62;
/** What is left of an alias's score when words of the header had to be left out for it. */
const CORE_FACTOR = 0.82;
/** The most that words in common can reach. */
const TOKENS_SCORE = 0.82;

/** From this likeness on a header is taken for a misspelt alias; below, it only ranks. */
const MISSPELT_FROM = 0.6;
const MISSPELT_SCORE = 0.8;
const ALIKE_SCORE = 0.3;
/** Shorter headers look like too many things. */
const SPELLING_MIN_CHARACTERS = 6;

/**
 * Words that turn a header to another meaning when the alias does not hold them: `Free MB` is no storage, `CPU speed` no
 * core count, `Memory swapped` no memory size.
 */
const REDIRECTING = new Set(
  (
    'enable start starts connected guest ft vc vi sdk power enclosure free unshared available speed clock cost price ratio count number total average avg max min peak limit reservation share overhead ballooned swapped active ' +
    'per policy rule status state health heartbeat enabled required allowed supported support hot plug type template priority response restart delay interval latency bandwidth ' +
    'date time created updated modified boot build version id key url path folder directory profile license certificate issuer subject server dns ntp zone offset domain search ' +
    'adapter nic hba port label order sequence index row reason override delta pricing impact include exclude tier original chosen condition conditioning firmware bios upgrade hardware hw ' +
    'consolidation monitor video snapshot backup suspend suspended monitoring isolation failover encryption patch compliance check maintenance quarantine mode setup console standard custom field first face airflow ' +
    'list configuration last next previous parent group name model owner size rule read write throughput percentage utilization usage used use memory disk network user manager email phone contact position stage review'
  ).split(' '),
);

const aliases: readonly Alias[] = Object.entries(fieldAliases).flatMap(([field, list]) =>
  [field.replaceAll('_', ' '), ...list.split(',')].map((written, index): Alias => {
    const text = written.trim().replace(/^~/, '');
    const words = headerWords(text).words;
    return {
      field,
      words,
      known: new Set(words),
      joined: words.join(''),
      trigrams: trigrams(words.join('')),
      text,
      isWeak: written.trim().startsWith('~'),
      isOwnName: index === 0,
    };
  }),
);

const weightOf = (() => {
  const fieldsByWord = new Map<string, Set<string>>();
  for (const alias of aliases)
    for (const word of alias.words) fieldsByWord.set(word, (fieldsByWord.get(word) ?? new Set()).add(alias.field));
  const fieldCount = Object.keys(fieldAliases).length;
  return (word: string): number => Math.log(1 + fieldCount / (fieldsByWord.get(word)?.size ?? 1));
})();

const weight = (words: readonly string[]): number => words.reduce((sum, word) => sum + weightOf(word), 0);

/** Aliases by word, by their run-together letters and by letter triple: a header meets only those it has something in common with. */
const aliasesByWord = groupAliases((alias) => alias.words);
const aliasesByJoined = groupAliases((alias) => [alias.joined]);
const aliasesByTrigram = groupAliases((alias) => [...alias.trigrams]);

function groupAliases(keysOf: (alias: Alias) => readonly string[]): ReadonlyMap<string, readonly Alias[]> {
  const groups = new Map<string, Alias[]>();
  for (const alias of aliases)
    for (const key of new Set(keysOf(alias))) {
      const group = groups.get(key);
      if (group) group.push(alias);
      else groups.set(key, [alias]);
    }
  return groups;
}

/** What a header alone says about each field, best alias per field; fields without anything in common are left out. */
export function matchHeader(header: HeaderWords, targetFields: readonly TargetField[]): Map<string, HeaderMatch> {
  const wanted = new Set(targetFields.map((field) => field.name));
  const core = headerCore(header.words);
  const joined = header.words.join('');
  const related = new Set<Alias>([
    ...(aliasesByJoined.get(joined) ?? []),
    ...(core === null ? [] : (aliasesByJoined.get(core.joined) ?? [])),
    ...[...header.words, ...(core?.words ?? [])].flatMap((word) => aliasesByWord.get(word) ?? []),
  ]);
  const best = new Map<string, HeaderMatch>();
  for (const alias of related) {
    if (!wanted.has(alias.field)) continue;
    const match = matchAlias({ ...header, joined }, core, alias);
    if (match !== null && match.score > (best.get(alias.field)?.score ?? 0)) best.set(alias.field, match);
  }
  if ([...best.values()].every((match) => match.score < ALIKE_SCORE)) addAlike(joined, wanted, best);
  return best;
}

/** Where words say next to nothing, letters still rank: misspelt and run-together headers find their field. */
function addAlike(joined: string, wanted: ReadonlySet<string>, best: Map<string, HeaderMatch>): void {
  const ofHeader = trigrams(joined);
  const common = new Map<Alias, number>();
  for (const triple of ofHeader)
    for (const alias of aliasesByTrigram.get(triple) ?? []) common.set(alias, (common.get(alias) ?? 0) + 1);
  for (const [alias, count] of common) {
    if (!wanted.has(alias.field)) continue;
    const alike = (2 * count) / (ofHeader.size + alias.trigrams.size);
    const score =
      alike * (alike >= MISSPELT_FROM && couldBeMisspelt(joined, alias.joined) ? MISSPELT_SCORE : ALIKE_SCORE);
    if (score > (best.get(alias.field)?.score ?? 0))
      best.set(alias.field, { score, kind: 'spelling', alias: alias.text, unexplained: [] });
  }
}

/** Who mistypes keeps the first letter and about the length. */
function couldBeMisspelt(written: string, meant: string): boolean {
  return (
    written.length >= SPELLING_MIN_CHARACTERS && written[0] === meant[0] && Math.abs(written.length - meant.length) <= 2
  );
}

function matchAlias(
  header: HeaderWords & { joined: string },
  core: HeaderCore | null,
  alias: Alias,
): HeaderMatch | null {
  if (alias.words.length === 0) return null;
  if (header.joined === alias.joined || isSameSet(header.words, alias.known)) {
    return { score: ownScore(alias), kind: alias.isOwnName ? 'exact' : 'alias', alias: alias.text, unexplained: [] };
  }
  if (core !== null && (core.joined === alias.joined || isSameSet(core.words, alias.known)))
    return { score: CORE_FACTOR * ownScore(alias), kind: 'alias', alias: alias.text, unexplained: [...core.leftOut] };
  const { known } = alias;
  const common = header.words.filter((word) => known.has(word));
  if (common.length === 0) return null;
  const unexplained = header.words.filter((word) => !known.has(word));
  const ofHeader = weight(common) / weight(header.words);
  const ofAlias = Math.min(1, weight(common) / weight(alias.words));
  const isRedirected = unexplained.some((word) => REDIRECTING.has(word));
  const hasHead = known.has(header.words.at(-1) ?? '');
  const overlap = (2 * ofHeader * ofAlias) / (ofHeader + ofAlias);
  const isBareWord = header.words.length === 1;
  const score =
    TOKENS_SCORE *
    overlap *
    (isRedirected ? 0.45 : 1) *
    (hasHead ? 1 : 0.8) *
    (isBareWord ? 0.75 : 1) *
    (alias.isWeak ? 0.6 : 1);
  return { score, kind: 'tokens', alias: alias.text, unexplained };
}

function ownScore(alias: Alias): number {
  return alias.isWeak ? WEAK_SCORE : alias.isOwnName ? EXACT_SCORE : ALIAS_SCORE;
}

function isSameSet(left: readonly string[], right: ReadonlySet<string>): boolean {
  return left.length >= right.size && left.every((word) => right.has(word)) && new Set(left).size === right.size;
}
