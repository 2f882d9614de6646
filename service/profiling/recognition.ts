import { COMMA, hasUnseenCharacters, kindsOf, SEPARATOR, SPACE, UNSEEN } from './character-kinds.ts';
import { isMultiValued, VALUE_SEPARATORS, type ValueSeparator } from './multi-values.ts';
import { DETECT_MAX_CHARACTERS, detectTrimmed } from './value-detectors.ts';

/** What is odd about how a text is written, whatever it means. */
export type Oddity = 'surrounding_spaces' | 'unseen_characters' | 'formula_like';

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

const recognitions: Recognition[] = [];
const byLooks = new Map<string, Recognition>();
const NONE: readonly never[] = [];

/** @param text not blank */
export function recognise(text: string): Recognition {
  const trimmed = text.trim();
  const isLong = trimmed.length > DETECT_MAX_CHARACTERS;
  const kinds = isLong ? SEPARATOR | UNSEEN : kindsOf(trimmed);
  const names = isLong ? ['prose'] : detectTrimmed(trimmed, kinds);
  const mayBeSeveral = (kinds & (COMMA | SEPARATOR | SPACE)) !== 0;
  const separators = mayBeSeveral ? VALUE_SEPARATORS.filter((separator) => isMultiValued(text, separator)) : NONE;
  const oddities: Oddity[] = [];
  if (text !== trimmed) oddities.push('surrounding_spaces');
  if ((text !== trimmed || (kinds & UNSEEN) !== 0) && hasUnseenCharacters(text)) oddities.push('unseen_characters');
  if (/^[=@]|^[+-][^\d\s.]/.test(text)) oddities.push('formula_like');
  return shared(names, separators, oddities);
}

/** @param id of a recognition that was given out */
export function recognitionOf(id: number): Recognition {
  return recognitions[id] as Recognition;
}

/** How many different ones there can be is bounded by the detectors, not by the texts: most exclude each other. */
function shared(
  names: readonly string[],
  separators: readonly ValueSeparator[],
  oddities: readonly Oddity[],
): Recognition {
  const looks = `${names.join()} ${separators.join('')} ${oddities.join()}`;
  let recognition = byLooks.get(looks);
  if (recognition === undefined) {
    recognition = { id: recognitions.length, names, separators, oddities };
    recognitions.push(recognition);
    byLooks.set(looks, recognition);
  }
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
