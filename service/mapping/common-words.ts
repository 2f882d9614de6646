/** The words a header and an alias have in common, their weights, and the part of the words left over. */
import type { HeaderIndex } from './header-index.ts';
import { roleOf, type WordRole } from './word-roles.ts';

/** The words of a header and their weights. A set of them is a number that has a bit for each by its place. */
interface Weighed {
  words: readonly string[];
  weights: readonly number[];
  all: number;
}

const bit = (place: number): number => 1 << place;

export function weigh(words: readonly string[], index: HeaderIndex): Weighed {
  const weights = words.map(index.weightOf);
  return { words, weights, all: sum(weights) };
}

/**
 * Shows every alias with a word of the header, what the words they share weigh together, and which are left over: each is
 * met once a word, so this is added up on the way. Thousands share a word, so nothing is made for each.
 */
export function eachRelated(
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

/** How a header and an alias fit. */
export interface Fit {
  /** Share of the header's and of the alias's weight that is common, 0–1. */
  ofHeader: number;
  ofAlias: number;
  /** The words left over. */
  left: number;
  /** 0 nothing in common … 1 the same. */
  quality: number;
}

type Shares = Pick<Fit, 'ofHeader' | 'ofAlias'>;

/** The best that the match can reach: most aliases share a word too little to be looked at any closer. */
export const mostPossible = (fit: Shares): number =>
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

/** … beside the names of one target: the meaning of each word for a name without it. */
export interface Beside {
  weighed: Weighed;
  roles: readonly WordRole[];
  neutral: number;
  turning: number;
}

/** By the target's place; made once for all its names. */
export function besideTargets(weighed: Weighed, { targets }: HeaderIndex): (targetAt: number) => Beside {
  const made: Beside[] = [];
  return (targetAt) => (made[targetAt] ??= besideTarget(weighed, targets[targetAt] as string));
}

function besideTarget(weighed: Weighed, target: string): Beside {
  const roles = weighed.words.map((word) => roleOf(word, target));
  const turning = setOf(roles, 'redirecting') | setOf(roles, 'voiding');
  return { weighed, roles, neutral: setOf(roles, 'neutral'), turning };
}

export const setOf = (roles: readonly WordRole[], which: WordRole): number =>
  roles.reduce((set, role, place) => (role === which ? set | bit(place) : set), 0);

/** How well they agree when the words left over are counted in. */
export function qualityOf(fit: Omit<Fit, 'quality'>, target: Beside, isWeak: boolean): number {
  if (isCore(fit, target)) return coreQuality(fit, isWeak);
  return wordsQuality(fit, { isTurned: (fit.left & target.turning) !== 0, hasHead: hasHead(fit, target), isWeak });
}

export const isCore = (fit: Omit<Fit, 'quality'>, { neutral }: Beside): boolean =>
  holdsAll(fit) && (fit.left & ~neutral) === 0;

export const hasHead = ({ left }: Pick<Fit, 'left'>, { weighed: { words } }: Beside): boolean =>
  (left & bit(words.length - 1)) === 0;

export const has = (set: number, place: number): boolean => (set & bit(place)) !== 0;

export const within = <One>(set: number, each: readonly One[]): One[] => each.filter((_, place) => has(set, place));

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
