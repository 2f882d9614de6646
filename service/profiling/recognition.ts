import { valueSeparators, type ValueSeparator } from '#shared/schemas/cleansing.schema.ts';
import { READ_MAX_CHARACTERS } from '#shared/limits.ts';
import {
  COMMA,
  hasDamagedCharacters,
  hasUnseenCharacters,
  kindsOf,
  NOT_ASCII,
  SEPARATOR,
  SPACE,
  UNSEEN,
} from './character-kinds.ts';
import { isMultiValued } from './multi-values.ts';
import { DETECT_MAX_CHARACTERS, looksOf, namesOf } from './value-detectors.ts';

/** What is odd about how a text is written, whatever it means. */
type Oddity = 'surrounding_spaces' | 'unseen_characters' | 'formula_like' | 'damaged_characters';

/**
 * What is known of a text from looking at it once. Texts that look alike share one object, so that cells are counted, and
 * what follows from it is worked out, by `id`.
 */
export interface Recognition {
  /** From 0; holds within this process only. */
  readonly id: number;
  /** The value detectors that recognise it. */
  readonly names: readonly string[];
  /** It holds several values, kept apart by these. */
  readonly separators: readonly ValueSeparator[];
  readonly oddities: readonly Oddity[];
}

const ODDITIES: readonly Oddity[] = ['surrounding_spaces', 'unseen_characters', 'formula_like', 'damaged_characters'];

const recognitions: Recognition[] = [];
/** By their oddities and separators, one bit each, and their looks above. */
const byBits = new Map<number, Recognition>();
const BITS_BELOW_LOOKS = 2 ** (ODDITIES.length + valueSeparators.length);

/** @param text not blank */
export function recognise(text: string): Recognition {
  // What is odd, or kept apart, beyond this is not looked for: cell text is hostile, and can be all that a cell holds.
  const looked = text.slice(0, READ_MAX_CHARACTERS);
  const trimmed = text.trim();
  const kinds = trimmed.length > DETECT_MAX_CHARACTERS ? SEPARATOR | UNSEEN | NOT_ASCII : kindsOf(trimmed);
  let bits = looksOf(trimmed, kinds) * BITS_BELOW_LOOKS;
  if (text !== trimmed) bits += 1;
  if ((text !== trimmed || (kinds & UNSEEN) !== 0) && hasUnseenCharacters(looked)) bits += 2;
  if (/^[=@]|^[+-][^\d\s.]/.test(text)) bits += 4;
  if ((kinds & NOT_ASCII) !== 0 && hasDamagedCharacters(looked)) bits += 8;
  if ((kinds & (COMMA | SEPARATOR | SPACE)) !== 0)
    for (let at = 0; at < valueSeparators.length; at += 1)
      if (isMultiValued(looked, valueSeparators[at] ?? '\n')) bits += 16 << at;
  return byBits.get(bits) ?? firstOf(bits);
}

/** @param id of a recognition that was given out */
export function recognitionOf(id: number): Recognition {
  return recognitions[id] as Recognition;
}

/** How many different ones there can be is bounded by the detectors, not by the texts: most exclude each other. */
function firstOf(bits: number): Recognition {
  const recognition: Recognition = {
    id: recognitions.length,
    names: namesOf(Math.floor(bits / BITS_BELOW_LOOKS)),
    oddities: ODDITIES.filter((_, at) => (bits % BITS_BELOW_LOOKS) & (1 << at)),
    separators: valueSeparators.filter((_, at) => (bits % BITS_BELOW_LOOKS) & (16 << at)),
  };
  recognitions.push(recognition);
  byBits.set(bits, recognition);
  return recognition;
}

const NINE = '9'.charCodeAt(0);

/** A number written as text, with thousands commas or without; anything else is no number. */
export function numberOfText(text: string): number | null {
  const plain = text.trim();
  if (plain.charCodeAt(plain.length - 1) > NINE || plain.charCodeAt(0) > NINE) return null;
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}
