import { fingerprintOf, type Alias, type HeaderIndex, type WeighedAlias } from './header-index.ts';
import type { HeaderWords } from './header-words.ts';
import { trigrams } from './spelling.ts';
import { isVoiding, roleOf } from './word-roles.ts';

/** How a header and the alias that fits it best agree. Shares are 0–1. */
export interface HeaderMatch {
  /** `core`: the alias and nothing else but words that do not matter. */
  kind: 'exact' | 'alias' | 'weak' | 'core' | 'words' | 'spelling';
  /** 0 nothing in common … 1 the same; what the best alias was chosen by. */
  quality: number;
  alias: Alias;
  /** Share of the header's and of the alias's weight that is common. */
  ofHeader: number;
  ofAlias: number;
  /** Whether the header's last word, in English what it is about, is common. */
  hasHead: boolean;
  /** Words of the header the alias does not hold. */
  unexplained: readonly string[];
  redirecting: readonly string[];
  /** … and those that leave no field at all. */
  voiding: readonly string[];
  /** All that is common are words such as `status` or `name`, which say little without the others. */
  isVague: boolean;
  /** Share of the header's weight in words nobody knows here. */
  unknown: number;
}

const VAGUE = new Set(
  'status state type name date time version id number size group code level category class value key address user total list tags tag note description label'.split(
    ' ',
  ),
);

/** From this likeness on, a header is taken for a misspelt alias. */
const MISSPELT_FROM = 0.5;
/** Shorter headers look like too many things. */
const SPELLING_MIN_CHARACTERS = 5;

/** Best match per target: fields, and things that are none. Targets without anything in common are left out. */
export function matchHeader(header: HeaderWords, index: HeaderIndex): Map<string, HeaderMatch> {
  const fingerprint = fingerprintOf(header.words);
  const weights = header.words.map(index.weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const best = new Map<string, HeaderMatch>();
  const keep = (match: HeaderMatch): void => {
    if (match.quality > (best.get(match.alias.target)?.quality ?? 0)) best.set(match.alias.target, match);
  };
  for (const { alias } of index.byFingerprint.get(fingerprint) ?? runTogether(header.words, index))
    keep(whole(alias, alias.isWeak ? 'weak' : alias.isOwnName ? 'exact' : 'alias', alias.isWeak ? 0.8 : 1));
  eachRelated(header.words, { weights, index }, ({ alias, weight }, common) => {
    const ofHeader = common / all;
    const ofAlias = Math.min(1, common / weight);
    if (mostPossible(ofHeader, ofAlias) > (best.get(alias.target)?.quality ?? 0) && alias.fingerprint !== fingerprint)
      keep(matchAlias(header.words, { alias, index, all, ofHeader, ofAlias }));
  });
  if ([...best.values()].every((match) => match.quality < MISSPELT_FROM) && !header.words.some(isNegated(index)))
    for (const match of alikeMatches(header.words, index)) keep(match);
  return best;
}

/** Shorter names are found inside too many words. */
const RUN_TOGETHER_MIN_CHARACTERS = 6;

/** `glaccount`: names that are one unknown word of the header when their words are written together. */
function runTogether(words: readonly string[], index: HeaderIndex): readonly WeighedAlias[] {
  const [word = ''] = words;
  const isOne = words.length === 1 && word.length >= RUN_TOGETHER_MIN_CHARACTERS && !index.byWord.has(word);
  return isOne ? (index.byJoined.get(word) ?? []) : [];
}

/** `disconnect`, `unmanaged`: spelt nearly like what it denies. */
const isNegated = (index: HeaderIndex) => (word: string) => {
  const denied = /^(?:dis|un|non|de)(?=.{4})/.exec(word)?.[0].length ?? 0;
  return denied > 0 && !index.byWord.has(word) && index.byWord.has(word.slice(denied));
};

const whole = (alias: Alias, kind: HeaderMatch['kind'], quality: number): HeaderMatch => ({
  kind,
  quality,
  alias,
  ofHeader: 1,
  ofAlias: 1,
  hasHead: true,
  unexplained: [],
  redirecting: [],
  voiding: [],
  isVague: false,
  unknown: 0,
});

/** Shares of the header's and of the alias's weight that is common, 0–1. */
type Shares = Pick<HeaderMatch, 'ofHeader' | 'ofAlias'>;

/**
 * Shows every alias with a word of the header, and the weight of the words they have in common: each is met once a word,
 * so this is added up on the way. Thousands share a word, so nothing is made for each.
 */
function eachRelated(
  words: readonly string[],
  { weights, index }: { weights: readonly number[]; index: HeaderIndex },
  visit: (weighed: WeighedAlias, common: number) => void,
): void {
  const common = index.scratch;
  const related: WeighedAlias[] = [];
  words.forEach((word, place) => {
    for (const weighed of index.byWord.get(word) ?? []) {
      const before = common[weighed.at] as number;
      if (before === 0) related.push(weighed);
      common[weighed.at] = before + (weights[place] ?? 0);
    }
  });
  for (const weighed of related) {
    visit(weighed, common[weighed.at] as number);
    common[weighed.at] = 0;
  }
}

/** What the match can reach at best: most aliases share a word too little to be looked at any closer. */
function mostPossible(ofHeader: number, ofAlias: number): number {
  return ofAlias >= 1 - 1e-9 ? 1 : (1.5 * ofHeader * ofAlias) / (ofHeader + ofAlias);
}

function matchAlias(
  words: readonly string[],
  { alias, index, all, ofHeader, ofAlias }: { alias: Alias; index: HeaderIndex; all: number } & Shares,
): HeaderMatch {
  const common = words.filter((word) => alias.known.has(word));
  const unexplained = words.filter((word) => !alias.known.has(word));
  const roles = unexplained.map((word) => roleOf(word, alias.target));
  const redirecting = unexplained.filter((_, at) => roles[at] === 'redirecting');
  const voiding = unexplained.filter((_, at) => roles[at] === 'voiding');
  const unknown = unexplained.reduce((sum, word, at) => sum + (roles[at] === 'unknown' ? index.weightOf(word) : 0), 0);
  const isCore = ofAlias >= 1 - 1e-9 && roles.every((role) => role === 'neutral');
  const overlap = (2 * ofHeader * ofAlias) / (ofHeader + ofAlias);
  const hasHead = alias.known.has(words.at(-1) ?? '');
  const quality = isCore
    ? (alias.isWeak ? 0.6 : 0.8) + 0.1 * ofHeader
    : 0.75 *
      overlap *
      (redirecting.length + voiding.length > 0 ? 0.6 : 1) *
      (hasHead ? 1 : 0.85) *
      (alias.isWeak ? 0.7 : 1);
  return {
    kind: isCore && !alias.isWeak ? 'core' : 'words',
    quality,
    alias,
    ofHeader,
    ofAlias,
    hasHead,
    unexplained,
    redirecting,
    voiding,
    isVague: common.every((word) => VAGUE.has(word)),
    unknown: unknown / all,
  };
}

/** Where words say next to nothing, letters still do: misspelt and run-together headers find their field. */
function alikeMatches(words: readonly string[], index: HeaderIndex): HeaderMatch[] {
  const joined = words.join('');
  if (joined.length < SPELLING_MIN_CHARACTERS) return [];
  const ofHeader = trigrams(joined);
  const common = new Map<Alias, number>();
  for (const triple of ofHeader)
    for (const alias of index.byTrigram.get(triple) ?? []) common.set(alias, (common.get(alias) ?? 0) + 1);
  // What takes a name back is not a way to spell it: `reclaimable memory` is no `visible memory`.
  const voiding = words.filter(isVoiding);
  const spelt =
    voiding.length === 0
      ? [...common]
      : [...common].filter(([alias]) => voiding.every((word) => alias.known.has(word)));
  return spelt.map(([alias, count]) => {
    const alike = (2 * count) / (ofHeader.size + alias.trigrams.size);
    return { ...whole(alias, 'spelling', 0.5 * alike), ofHeader: alike, ofAlias: alike, hasHead: false };
  });
}
