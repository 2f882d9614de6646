import type { Steps } from '../engine-parts/steps.ts';
import { fieldAliases } from './field-aliases.ts';
import { headerWords } from './header-words.ts';
import { otherThings } from './other-things.ts';
import { trigrams } from './spelling.ts';
import { eachWord, learnAffinity, places, type WordAffinity } from './word-affinity.ts';

/** A possible meaning of a column: a target field, or a thing no target field holds. */
export interface Alias {
  target: string;
  isField: boolean;
  words: readonly string[];
  known: ReadonlySet<string>;
  /** Its words in alphabetical order: the same for the same words in any order. */
  fingerprint: string;
  /** Of a field's: nothing is taken for another thing that is misspelt. */
  trigrams: ReadonlySet<string>;
  text: string;
  isWeak: boolean;
  isOwnName: boolean;
}

/** A target field as far as its names go. */
interface NamedField {
  name: string;
  /** A client's own names for it, beside the built-in ones. */
  aliases?: readonly string[];
}

/** Places of aliases in their index, in order, by something they have in common. */
type AliasesBy = ReadonlyMap<string, readonly number[]>;

/** Aliases by word, by all their words and by letter triple: a header meets only those it has something in common with. */
export interface HeaderIndex {
  aliases: readonly Alias[];
  /** By the alias's place: the sum of its words' weights. */
  weights: Float64Array;
  /** By the alias's place: the place of its target among all targets. */
  targetAt: Uint16Array;
  targets: readonly string[];
  /** By the alias's place: 1 for a weak one. */
  weak: Uint8Array;
  byWord: AliasesBy;
  byFingerprint: AliasesBy;
  /** By the words of names of several, in their order and without spaces. */
  byJoined: AliasesBy;
  byTrigram: AliasesBy;
  /** How much a word tells apart: the fewer fields use it, the more. */
  weightOf: (word: string) => number;
  /**
   * Numbers by the alias's place to add up in, 0 between two uses: new ones per header would be most of the garbage.
   */
  common: Float64Array;
  held: Int32Array;
  /** The statistics of all names on a header's words, and on their places. */
  byAllNames: WordAffinity;
  byPlaces: WordAffinity;
}

/** Of the names a word stands in, the share that are the target's, 0–1. */
export function ownShareOf(word: string, target: string, { byWord, aliases }: HeaderIndex): number {
  const named = byWord.get(word) ?? [];
  return named.filter((at) => aliases[at]?.target === target).length / Math.max(1, named.length);
}

export const fingerprintOf = (words: readonly string[]): string => [...new Set(words)].sort().join(' ');

/**
 * Fifteen thousand names: others should not wait until all are sorted.
 *
 * @param without fingerprints of aliases to leave out, which is how the fitting script makes headers unseen
 */
export function* buildHeaderIndex(fields: readonly NamedField[], without?: ReadonlySet<string>): Steps<HeaderIndex> {
  const aliases = [
    ...fields.flatMap(({ name, aliases: own = [] }) => [
      ...(builtIn.get(name) ?? [toAlias(name, name.replaceAll('_', ' '), { isField: true, isOwnName: true })]),
      ...own.map((text) => toAlias(name, text, { isField: true, isOwnName: false })),
    ]),
    ...otherAliases,
  ].filter((alias) => without === undefined || alias.isOwnName || !without.has(alias.fingerprint));
  yield;
  const targets = [...new Set(aliases.map(({ target }) => target))];
  const placeOf = new Map(targets.map((target, at) => [target, at]));
  const targetAt = Uint16Array.from(aliases, ({ target }) => placeOf.get(target) as number);
  const weak = Uint8Array.from(aliases, ({ isWeak }) => Number(isWeak));
  yield;
  const weightOf = wordWeights(aliases);
  yield;
  const weights = Float64Array.from(aliases, ({ known }) => [...known].reduce((sum, word) => sum + weightOf(word), 0));
  yield;
  const byWord = group(aliases, ({ known }) => known);
  yield;
  const byFingerprint = group(aliases, ({ fingerprint }) => [fingerprint]);
  yield;
  const byJoined = group(aliases, ({ words }) => (words.length > 1 ? [words.join('')] : []));
  yield;
  const byTrigram = group(aliases, (alias) => alias.trigrams);
  yield;
  const byAllNames = learnAffinity(aliases, eachWord);
  yield;
  const byPlaces = learnAffinity(aliases, places);
  return {
    ...{ aliases, weights, targetAt, targets, weak, weightOf },
    ...{ byWord, byFingerprint, byJoined, byTrigram, byAllNames, byPlaces },
    common: new Float64Array(aliases.length),
    held: new Int32Array(aliases.length),
  };
}

const NO_TRIGRAMS: ReadonlySet<string> = new Set();

const builtIn: ReadonlyMap<string, readonly Alias[]> = new Map(
  Object.entries(fieldAliases).map(([field, list]) => [
    field,
    weakenTwins(
      [field.replaceAll('_', ' '), ...list.split(',')].map((text, at) =>
        toAlias(field, text, { isField: true, isOwnName: at === 0 }),
      ),
    ),
  ]),
);

/** A name that is weak in one language is weak in the others: `hôte` is a host. */
function weakenTwins(aliases: readonly Alias[]): Alias[] {
  const weak = new Set(aliases.filter(({ isWeak }) => isWeak).map(({ fingerprint }) => fingerprint));
  return aliases.map((alias) => ({ ...alias, isWeak: weak.has(alias.fingerprint) && !alias.isOwnName }));
}

const otherAliases: readonly Alias[] = Object.entries(otherThings).flatMap(([thing, list]) =>
  list.split(',').map((text) => toAlias(thing, text, { isField: false, isOwnName: false })),
);

function toAlias(
  target: string,
  written: string,
  { isField, isOwnName }: { isField: boolean; isOwnName: boolean },
): Alias {
  const text = written.trim().replace(/^~/, '');
  const { words } = headerWords(text);
  return {
    target,
    isField,
    words,
    known: new Set(words),
    fingerprint: fingerprintOf(words),
    trigrams: isField ? trigrams(words.join('')) : NO_TRIGRAMS,
    text,
    isWeak: written.trim().startsWith('~'),
    isOwnName,
  };
}

function wordWeights(aliases: readonly Alias[]): (word: string) => number {
  const targetsByWord = new Map<string, Set<string>>();
  for (const alias of aliases)
    for (const word of alias.words) targetsByWord.set(word, (targetsByWord.get(word) ?? new Set()).add(alias.target));
  const targets = new Set(aliases.map((alias) => alias.target)).size;
  const weights = new Map([...targetsByWord].map(([word, { size }]) => [word, Math.log(1 + targets / size)]));
  const unknown = Math.log(1 + targets);
  return (word) => weights.get(word) ?? unknown;
}

function group(aliases: readonly Alias[], keysOf: (alias: Alias) => Iterable<string>): AliasesBy {
  const groups = new Map<string, number[]>();
  aliases.forEach((alias, at) => {
    for (const key of keysOf(alias)) {
      const found = groups.get(key);
      if (found) found.push(at);
      else groups.set(key, [at]);
    }
  });
  return groups;
}
