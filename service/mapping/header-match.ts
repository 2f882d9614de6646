import {
  besideTargets,
  eachRelated,
  has,
  hasHead,
  isCore,
  mostPossible,
  qualityOf,
  setOf,
  sum,
  weigh,
  within,
  type Beside,
  type Fit,
} from './common-words.ts';
import { fingerprintOf, type Alias, type HeaderIndex } from './header-index.ts';
import type { HeaderWords } from './header-words.ts';
import { eachAlike } from './spelled-alike.ts';

/** How a header and the alias that fits it best agree. Shares are 0–1. */
export interface HeaderMatch {
  /** `core`: the alias and nothing else but words that do not matter. */
  kind: 'exact' | 'alias' | 'weak' | 'core' | 'words' | 'spelling';
  /** 0 nothing in common … 1 the same; the best alias was chosen by it. */
  quality: number;
  alias: Alias;
  /** Share of the header's and of the alias's weight that is common. */
  ofHeader: number;
  ofAlias: number;
  /** Whether the header's last word, its subject in English, is common. */
  hasHead: boolean;
  /** Words of the header the alias does not hold. */
  unexplained: readonly string[];
  redirecting: readonly string[];
  /** … and those that leave no field at all. */
  voiding: readonly string[];
  /** All that is common are words such as `status` or `name`, which say little without the others. */
  isVague: boolean;
  /** Share of the header's weight in unknown words. */
  unknown: number;
}

const VAGUE = new Set(
  'status state type name date time version id number size group code level category class value key address user total list tags tag note description label'.split(
    ' ',
  ),
);

/** From this likeness on, a header is taken for a misspelt alias. */
const MISSPELT_FROM = 0.5;
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
  if (best.size === 0)
    for (const at of namesOfSides(header.sides, index)) {
      const match = sideOf(aliases[at] as Alias);
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

/** The names on both sides of a stroke, where each is the whole name of a field. */
function namesOfSides(sides: HeaderWords['sides'], { byFingerprint, aliases }: HeaderIndex): number[] {
  const named = sides.map((side) =>
    (byFingerprint.get(fingerprintOf(side)) ?? []).filter((at) => aliases[at]?.isField === true),
  );
  // In `Software/Database Vendor` the last word belongs to both.
  const isShared = (sides[0]?.length ?? 0) < 2 && (sides[1]?.length ?? 0) > 1;
  return !isShared && named.every((names) => names.length > 0) ? named.flat() : [];
}

const sideOf = (alias: Alias): HeaderMatch => ({ ...whole(alias, 'core', alias.isWeak ? 0.7 : 0.75), ofHeader: 0.7 });

/** Shorter names are found inside too many words. */
const RUN_TOGETHER_MIN_CHARACTERS = 6;

/** `glaccount`: names that are one unknown word of the header when their words are written together. */
function runTogether(words: readonly string[], index: HeaderIndex): readonly number[] {
  const [word = ''] = words;
  const isOne = words.length === 1 && word.length >= RUN_TOGETHER_MIN_CHARACTERS && !index.byWord.has(word);
  return isOne ? (index.byJoined.get(word) ?? []) : [];
}

/** `disconnect`, `unmanaged`: spelt nearly like the word it denies. */
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
