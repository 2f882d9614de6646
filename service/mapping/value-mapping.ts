/** Proposes an allowed value for each raw value of a closed vocabulary: pure, deterministic, never a guess without a name for it. */
import { NO_WORDS, YES_WORDS } from '../engine-parts/yes-no.ts';
import { editDistance } from './edit-distance.ts';
import { headerWords } from './header-words.ts';
import { namesInText } from './names-in-text.ts';
import { saysNothing } from './placeholder-words.ts';
import { vocabularies } from './vocabularies.ts';

interface ValueProposal {
  /** One of the allowed values; null: nothing is proposed, and the reason says why. */
  value: string | null;
  /** 0–1; of a raw value without a proposal 0. */
  confidence: number;
  /** The name means the value only sometimes, or is only spelt like one of it: for an analyst to decide, not applied without one. */
  isForAnalyst?: true;
  reason: string;
}

const EXACT = 0.99;
const NAMED = 0.96;
/** Of a name that means the value only sometimes. */
const SOMETIMES = 0.7;
const HOLDS_NAME = 0.75;
const MISSPELT = 0.6;
const MISSPELT_MIN_CHARACTERS = 5;
/** From this length on, two slips are taken for slips; before, one. */
const TWO_SLIPS_FROM_CHARACTERS = 8;
/** Words of their own that are spelt much like a name. */
const OTHER_WORDS = new Set(['products', 'produkte', 'producto', 'complexite']);
/** Raw values are hostile: no more than this is looked at, characters. */
const RAW_MAX = 120;

/** The allowed values of a field, or null when it takes any. */
export function allowedValues(field: string): readonly string[] | null {
  const vocabulary = Object.hasOwn(vocabularies, field) ? vocabularies[field] : undefined;
  return vocabulary === undefined ? null : Object.keys(vocabulary);
}

/**
 * The most likely meaning of a raw value in the vocabulary of `field`; null for a field without one.
 *
 * @param header the question to a yes or no: `Is physical?` turns it round
 */
export function mapValue(field: string, raw: string, header = ''): ValueProposal | null {
  const names = namesOf(field);
  if (names === null) return null;
  const text = plain(raw);
  const named = names.get(text);
  if (named !== undefined) return found(named, text);
  if (text === '' || saysNothing(text))
    return { value: null, confidence: 0, reason: 'the cell says that nothing is known' };
  if (field === 'is_virtual' && (YES.has(text) || NO.has(text))) return answered(YES.has(text), header);
  const proposal = byWholeWords(names, text) ?? bySpelling(names, text);
  return proposal.value === null || listsNamesOnly(names, partsOf(field, raw)) ? proposal : SOME_OF_A_LIST;
}

const SOME_OF_A_LIST: ValueProposal = {
  value: null,
  confidence: 0,
  reason: 'it lists several values, and not all have a name of an allowed one',
};

/** Signs that keep values apart. Of environments a stroke does too (`Prod/Perf`); it is part of other values (`PowerState/running`, `n/a`). */
function partsOf(field: string, raw: string): string[] {
  const signs = field === 'environment' ? /[;|\n+&]|(?<!\bn)\//i : /[;|\n+&]/;
  return raw
    .slice(0, RAW_MAX)
    .split(signs)
    .map(plain)
    .filter((part) => part !== '');
}

/** `PROD; Perf`: a word beside a name in a list is a value too, even an unknown one. */
function listsNamesOnly(names: ReadonlyMap<string, Name>, parts: readonly string[]): boolean {
  if (parts.length < 2) return true;
  return parts.every((part) => names.has(part) || saysNothing(part) || byWholeWords(names, part) !== null);
}

const YES = new Set([...YES_WORDS, 'y', 't', '1']);
const NO = new Set([...NO_WORDS, 'n', 'f', '0']);

function answered(isYes: boolean, header: string): ValueProposal {
  const { words } = headerWords(header);
  const asksVirtual = words.includes('virtual') || words.includes('vm');
  const asksPhysical = words.includes('physical');
  if (asksVirtual === asksPhysical)
    return { value: null, confidence: 0, reason: 'the header does not say what yes and no answer' };
  const value = isYes === asksVirtual ? 'virtual' : 'physical';
  return { value, confidence: NAMED, reason: `"${header}" is answered with ${isYes ? 'yes' : 'no'}` };
}

interface Name {
  value: string;
  text: string;
  isWeak: boolean;
  /** Among other words it is something else: `an`, `instance`. */
  isWholeCell: boolean;
}

function found({ value, isWeak }: Name, text: string): ValueProposal {
  if (text === plain(value)) return { value, confidence: EXACT, reason: 'the value is the allowed one' };
  return isWeak
    ? { value, confidence: SOMETIMES, isForAnalyst: true, reason: `"${text}" sometimes means ${value}` }
    : { value, confidence: NAMED, reason: `"${text}" is another name of ${value}` };
}

const DENYING_START = /^(?:non|not|nicht|un|in|dis|anti|ex|off|post)/;

/** `Production (EU)`, `PROD-DMZ`, `1. High`: the names in it, when they agree and nothing beside them takes them back. */
function byWholeWords(names: ReadonlyMap<string, Name>, text: string): ValueProposal | null {
  const held = namesInText(text, (words) => {
    const name = names.get(words);
    const isTooShort = (name?.text.length ?? 0) < (name?.isWeak === true ? 4 : 2);
    return isTooShort || name?.isWholeCell === true ? undefined : name;
  });
  if (held === null) return null;
  const values = [...new Set([...held.values, ...valuesOfParts(names, text)])];
  const named = values.join(' and ');
  if (held.doubt !== null) return { value: null, confidence: 0, reason: `it holds a name of ${named}, ${held.doubt}` };
  const [value] = values;
  return values.length === 1 && value !== undefined
    ? { value, confidence: HOLDS_NAME, reason: `it holds a name of ${value}` }
    : { value: null, confidence: 0, reason: `it holds names of ${named}` };
}

/** `Active / EOL`: a text that is a name alone is one between signs too. */
function valuesOfParts(names: ReadonlyMap<string, Name>, text: string): string[] {
  return text.split(/ ?[/,;|+()] ?| - /).flatMap((part) => {
    const name = names.get(part.trim());
    return name?.isWholeCell === true ? [name.value] : [];
  });
}

/** A slip or two away from the names of one value; a name that says it only sometimes is too little to guess from. */
function bySpelling(names: ReadonlyMap<string, Name>, text: string): ValueProposal {
  const nothing = { value: null, confidence: 0, reason: 'no allowed value has a name like it' };
  // `out of service` is spelt much like `in service`: only single words are taken for misspelt.
  if (text.includes(' ') || OTHER_WORDS.has(text)) return nothing;
  let nearest: Name[] = [];
  let least = Infinity;
  for (const name of names.values()) {
    // Who mistypes a name mostly begins it right; `declassified` and `vServer` are other words.
    if (name.isWeak || name.text[0] !== text[0]) continue;
    const shorter = Math.min(text.length, name.text.length);
    if (shorter < MISSPELT_MIN_CHARACTERS) continue;
    const slips = editDistance(text, name.text, shorter < TWO_SLIPS_FROM_CHARACTERS ? 1 : 2);
    if (slips === Infinity || slips > least) continue;
    nearest = slips < least ? [name] : [...nearest, name];
    least = slips;
  }
  const [best] = nearest;
  if (best === undefined || nearest.some(({ value }) => value !== best.value)) return nothing;
  const denial = DENYING_START.exec(text)?.[0];
  if (denial !== undefined && !best.text.startsWith(denial)) return nothing;
  return { value: best.value, confidence: MISSPELT, isForAnalyst: true, reason: `it is spelt like "${best.text}"` };
}

const prepared = new Map<string, ReadonlyMap<string, Name>>();

function namesOf(field: string): ReadonlyMap<string, Name> | null {
  const known = prepared.get(field);
  if (known) return known;
  const vocabulary = Object.hasOwn(vocabularies, field) ? vocabularies[field] : undefined;
  if (vocabulary === undefined) return null;
  const names = new Map<string, Name>();
  for (const [value, list] of Object.entries(vocabulary))
    for (const written of [value, ...list]) {
      const text = plain(written.replace(/^[~=]/, ''));
      if (!names.has(text))
        names.set(text, {
          value,
          text,
          isWeak: written.startsWith('~'),
          isWholeCell: written.startsWith('='),
        });
    }
  prepared.set(field, names);
  return names;
}

/** Lower case, without accents, `ß` as `ss`, blanks and underscores single. */
function plain(raw: string): string {
  return raw
    .slice(0, RAW_MAX)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\s_]+/g, ' ')
    .trim();
}
