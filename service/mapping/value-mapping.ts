/** Proposes an allowed value for each raw value of a closed vocabulary: pure, deterministic, never a guess without a name for it. */
import { headerWords } from './header-words.ts';
import { namesInText } from './names-in-text.ts';
import { saysNothing } from './placeholder-words.ts';
import { trigrams } from './spelling.ts';
import { vocabularies } from './vocabularies.ts';

interface ValueProposal {
  /** One of the allowed values; null: nothing is proposed, and the reason says why. */
  value: string | null;
  /** 0–1; of a raw value without a proposal 0. */
  confidence: number;
  /** The name means the value only sometimes: for an analyst to decide, not applied without one. */
  isForAnalyst?: true;
  reason: string;
}

const EXACT = 0.99;
const NAMED = 0.96;
/** Of a name that means the value only sometimes. */
const SOMETIMES = 0.7;
const HOLDS_NAME = 0.75;
const MISSPELT = 0.6;
const MISSPELT_FROM = 0.62;
const MISSPELT_MIN_CHARACTERS = 5;
/** Slips leave a word about as long as it was; `Serverraum` is another word than `server`. */
const MISSPELT_LENGTH_APART = 2;
/** Words of their own that are spelt much like a name. */
const OTHER_WORDS = new Set([
  'product',
  'products',
  'produkt',
  'produkte',
  'producto',
  'produit',
  'prodotto',
  'produto',
  'complexity',
  'complexite',
  'komplexitat',
]);
/** Raw values are hostile: no more than this is looked at, characters. */
const RAW_MAX = 120;

/** The allowed values of a field, or null when it takes any. */
export function allowedValues(field: string): readonly string[] | null {
  const vocabulary = Object.hasOwn(vocabularies, field) ? vocabularies[field] : undefined;
  return vocabulary === undefined ? null : Object.keys(vocabulary);
}

/**
 * What a raw value most likely means in the vocabulary of `field`; null for a field without one.
 *
 * @param header what a yes or no answers: `Is physical?` turns it round
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
  return byWholeWords(names, text) ?? bySpelling(names, text);
}

const YES = new Set(['yes', 'y', 'true', 't', '1', 'ja', 'wahr', 'oui', 'vrai', 'si', 'verdadero']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'nein', 'falsch', 'non', 'faux', 'falso']);

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
  trigrams: ReadonlySet<string>;
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

/** `Active / EOL`: what would be a name alone is one between signs too. */
function valuesOfParts(names: ReadonlyMap<string, Name>, text: string): string[] {
  return text.split(/ ?[/,;|+()] ?| - /).flatMap((part) => {
    const name = names.get(part.trim());
    return name?.isWholeCell === true ? [name.value] : [];
  });
}

function bySpelling(names: ReadonlyMap<string, Name>, text: string): ValueProposal {
  const nothing = { value: null, confidence: 0, reason: 'no allowed value has a name like it' };
  // `out of service` is spelt much like `in service`: only single words are taken for misspelt.
  if (text.length < MISSPELT_MIN_CHARACTERS || text.includes(' ') || OTHER_WORDS.has(text)) return nothing;
  const own = trigrams(text);
  let best: { name: Name; alike: number } | null = null;
  for (const name of names.values()) {
    // Who mistypes a name mostly begins it right; `declassified` and `vServer` are other words.
    if (name.text[0] !== text[0] || Math.abs(name.text.length - text.length) > MISSPELT_LENGTH_APART) continue;
    const common = [...own].filter((triple) => name.trigrams.has(triple)).length;
    const alike = (2 * common) / (own.size + name.trigrams.size);
    if (alike > (best?.alike ?? MISSPELT_FROM)) best = { name, alike };
  }
  if (best === null) return nothing;
  const denial = DENYING_START.exec(text)?.[0];
  if (denial !== undefined && !best.name.text.startsWith(denial)) return nothing;
  return { value: best.name.value, confidence: MISSPELT, reason: `it is spelt like "${best.name.text}"` };
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
          trigrams: trigrams(text),
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
