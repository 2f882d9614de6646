import { fingerprintOf, type Alias, type HeaderIndex } from './header-index.ts';
import type { HeaderWords } from './header-words.ts';
import { trigrams } from './spelling.ts';
import { isVoiding, roleOf, type WordRole } from './word-roles.ts';

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

/** Headers are hostile: no more words are looked at, one bit each. */
const WORDS_MAX = 30;

/** Best match per target: fields, and things that are none. Targets without anything in common are left out. */
export function matchHeader(header: HeaderWords, index: HeaderIndex): Map<string, HeaderMatch> {
  const { aliases, targetAt, weights } = index;
  const words = header.words.slice(0, WORDS_MAX);
  const best = new Map<string, HeaderMatch>();
  /** Of the best so far, by target: thousands of aliases are compared with it. */
  const qualities = new Float64Array(index.targets.length);
  const qualityFor = (at: number): number => qualities[targetAt[at] as number] as number;
  const keep = (at: number, match: HeaderMatch): void => {
    qualities[targetAt[at] as number] = match.quality;
    best.set(match.alias.target, match);
  };
  for (const at of index.byFingerprint.get(fingerprintOf(words)) ?? runTogether(words, index)) {
    const match = namedBy(aliases[at] as Alias);
    if (match.quality > qualityFor(at)) keep(at, match);
  }
  const weighed = weigh(words, index);
  const beside = besideTargets(weighed, index);
  eachRelated(weighed, index, (at, common, left) => {
    const ofHeader = common / weighed.all;
    const ofAlias = Math.min(1, common / (weights[at] as number));
    const fit = { ofHeader, ofAlias, left, quality: 0 };
    if (mostPossible(fit) <= qualityFor(at)) return;
    const target = beside(targetAt[at] as number);
    fit.quality = qualityOf(fit, target, index.weak[at] === 1);
    if (fit.quality > qualityFor(at)) keep(at, matchOf(aliases[at] as Alias, fit, target));
  });
  if (qualities.every((quality) => quality < MISSPELT_FROM) && !words.some(isNegated(index)))
    eachAlike(words, index, (at, alike) => {
      if (spellingQuality(alike) > qualityFor(at)) keep(at, spelledAs(aliases[at] as Alias, alike));
    });
  return best;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Shorter names are found inside too many words. */
const RUN_TOGETHER_MIN_CHARACTERS = 6;

/** `glaccount`: names that are one unknown word of the header when their words are written together. */
function runTogether(words: readonly string[], index: HeaderIndex): readonly number[] {
  const [word = ''] = words;
  const isOne = words.length === 1 && word.length >= RUN_TOGETHER_MIN_CHARACTERS && !index.byWord.has(word);
  return isOne ? (index.byJoined.get(word) ?? []) : [];
}

/** `disconnect`, `unmanaged`: spelt nearly like what it denies. */
const isNegated = (index: HeaderIndex) => (word: string) => {
  const denied = /^(?:dis|un|non|de)(?=.{4})/.exec(word)?.[0].length ?? 0;
  return denied > 0 && !index.byWord.has(word) && index.byWord.has(word.slice(denied));
};

const namedBy = (alias: Alias): HeaderMatch =>
  alias.isWeak ? whole(alias, 'weak', 0.8) : whole(alias, alias.isOwnName ? 'exact' : 'alias', 1);

const spellingQuality = (alike: number): number => 0.5 * alike;

const spelledAs = (alias: Alias, alike: number): HeaderMatch => ({
  ...whole(alias, 'spelling', spellingQuality(alike)),
  ofHeader: alike,
  ofAlias: alike,
  hasHead: false,
});

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

/** The words of a header and what they weigh. A set of them is a number that has a bit for each by its place. */
interface Weighed {
  words: readonly string[];
  weights: readonly number[];
  all: number;
}

const bit = (place: number): number => 1 << place;

function weigh(words: readonly string[], index: HeaderIndex): Weighed {
  const weights = words.map(index.weightOf);
  return { words, weights, all: sum(weights) };
}

/**
 * Shows every alias with a word of the header, what the words they share weigh together, and which are left over: each is
 * met once a word, so this is added up on the way. Thousands share a word, so nothing is made for each.
 */
function eachRelated(
  { words, weights }: Weighed,
  { byWord, common, held }: HeaderIndex,
  visit: (at: number, common: number, left: number) => void,
): void {
  const related: number[] = [];
  words.forEach((word, place) => {
    for (const at of byWord.get(word) ?? []) {
      if (held[at] === 0) related.push(at);
      common[at] = (common[at] as number) + (weights[place] as number);
      held[at] = (held[at] as number) | bit(place);
    }
  });
  const every = bit(words.length) - 1;
  for (const at of related) {
    visit(at, common[at] as number, every - (held[at] as number));
    common[at] = 0;
    held[at] = 0;
  }
}

/** Shares of the header's and of the alias's weight that is common, 0–1, the words left over, and what comes of them. */
interface Fit extends Pick<HeaderMatch, 'ofHeader' | 'ofAlias' | 'quality'> {
  left: number;
}

type Shares = Pick<Fit, 'ofHeader' | 'ofAlias'>;

/** What the match can reach at best: most aliases share a word too little to be looked at any closer. */
const mostPossible = (fit: Shares): number =>
  holdsAll(fit) ? coreQuality(fit, false) : (1.5 * fit.ofHeader * fit.ofAlias) / (fit.ofHeader + fit.ofAlias);

const holdsAll = ({ ofAlias }: Shares): boolean => ofAlias >= 1 - 1e-9;

const coreQuality = ({ ofHeader }: Shares, isWeak: boolean): number => (isWeak ? 0.6 : 0.8) + 0.1 * ofHeader;

function wordsQuality(
  { ofHeader, ofAlias }: Shares,
  { isTurned, hasHead, isWeak }: { isTurned: boolean; hasHead: boolean; isWeak: boolean },
): number {
  const overlap = (2 * ofHeader * ofAlias) / (ofHeader + ofAlias);
  return 0.75 * overlap * (isTurned ? 0.6 : 1) * (hasHead ? 1 : 0.85) * (isWeak ? 0.7 : 1);
}

/** … beside the names of one target: what each word is to a name that does not hold it. */
interface Beside {
  weighed: Weighed;
  roles: readonly WordRole[];
  neutral: number;
  turning: number;
}

/** By the target's place; made once for all its names. */
function besideTargets(weighed: Weighed, { targets }: HeaderIndex): (targetAt: number) => Beside {
  const made: Beside[] = [];
  return (targetAt) => (made[targetAt] ??= besideTarget(weighed, targets[targetAt] as string));
}

function besideTarget(weighed: Weighed, target: string): Beside {
  const roles = weighed.words.map((word) => roleOf(word, target));
  const turning = setOf(roles, 'redirecting') | setOf(roles, 'voiding');
  return { weighed, roles, neutral: setOf(roles, 'neutral'), turning };
}

const setOf = (roles: readonly WordRole[], which: WordRole): number =>
  roles.reduce((set, role, place) => (role === which ? set | bit(place) : set), 0);

/** How well they agree when the words left over are counted in. */
function qualityOf(fit: Omit<Fit, 'quality'>, target: Beside, isWeak: boolean): number {
  if (isCore(fit, target)) return coreQuality(fit, isWeak);
  return wordsQuality(fit, { isTurned: (fit.left & target.turning) !== 0, hasHead: hasHead(fit, target), isWeak });
}

const isCore = (fit: Omit<Fit, 'quality'>, { neutral }: Beside): boolean =>
  holdsAll(fit) && (fit.left & ~neutral) === 0;

const hasHead = ({ left }: Pick<Fit, 'left'>, { weighed: { words } }: Beside): boolean =>
  (left & bit(words.length - 1)) === 0;

function matchOf(alias: Alias, fit: Fit, target: Beside): HeaderMatch {
  const { words, weights, all } = target.weighed;
  const unknown = fit.left & setOf(target.roles, 'unknown');
  return {
    kind: isCore(fit, target) && !alias.isWeak ? 'core' : 'words',
    quality: fit.quality,
    alias,
    ofHeader: fit.ofHeader,
    ofAlias: fit.ofAlias,
    hasHead: hasHead(fit, target),
    unexplained: within(fit.left, words),
    redirecting: within(fit.left & setOf(target.roles, 'redirecting'), words),
    voiding: within(fit.left & setOf(target.roles, 'voiding'), words),
    isVague: words.every((word, place) => has(fit.left, place) || VAGUE.has(word)),
    unknown: sum(within(unknown, weights)) / all,
  };
}

const has = (set: number, place: number): boolean => (set & bit(place)) !== 0;

const within = <One>(set: number, each: readonly One[]): One[] => each.filter((_, place) => has(set, place));

/** Where words say next to nothing, letters still do: misspelt and run-together headers find their field. */
function eachAlike(
  words: readonly string[],
  { aliases, byTrigram, common }: HeaderIndex,
  visit: (at: number, alike: number) => void,
): void {
  const joined = words.join('');
  if (joined.length < SPELLING_MIN_CHARACTERS) return;
  const ofHeader = trigrams(joined);
  const related: number[] = [];
  for (const triple of ofHeader)
    for (const at of byTrigram.get(triple) ?? []) {
      if (common[at] === 0) related.push(at);
      common[at] = (common[at] as number) + 1;
    }
  // What takes a name back is not a way to spell it: `reclaimable memory` is no `visible memory`.
  const voiding = words.filter(isVoiding);
  for (const at of related) {
    const { known, trigrams: ofAlias } = aliases[at] as Alias;
    const alike = (2 * (common[at] as number)) / (ofHeader.size + ofAlias.size);
    common[at] = 0;
    if (voiding.every((word) => known.has(word))) visit(at, alike);
  }
}
