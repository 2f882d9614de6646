import { fieldLabel, sentence } from '#shared/field-label.ts';
import type { MappingCandidate } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';

export interface FieldChoice {
  field: TargetFieldView;
  label: string;
  /** How sure the engine is that the column is this field; null: it does not consider it. */
  confidence: number | null;
  /** The name for the field that was searched, where neither its label nor its definition says it. */
  alias: string | null;
}

export interface FieldGroup {
  label: string;
  choices: FieldChoice[];
}

export interface FoundFields {
  groups: FieldGroup[];
  /** Fields that match too and are not listed. */
  more: number;
}

/** Who gets more than this types more of the word. */
const FOUND_MAX = 60;
const CANDIDATES = 'Most likely';
/** What is less likely than this is no more likely than any other field, and only keeps who reads it from deciding. */
const LIKELY_FROM = 0.05;

/** What is worth considering of what the engine considered. */
export function likelyCandidates(candidates: readonly MappingCandidate[]): MappingCandidate[] {
  return candidates.filter((one) => one.confidence_score >= LIKELY_FROM);
}

/**
 * Unsearched: what the engine considers, surest first, then every other field by category. Searched: the best of what
 * matches all words, by category, the best of all first; a label counts for more than another name, and that for more than
 * a definition. No field is in it twice.
 */
export function findFields(
  fields: readonly TargetFieldView[],
  candidates: readonly MappingCandidate[],
  search: string,
): FoundFields {
  const words = plain(search)
    .split(/[\s_]+/)
    .filter(Boolean);
  const sureness = new Map(likelyCandidates(candidates).map((one) => [one.target_field, one.confidence_score]));
  const choices = fields.map((field) => ({
    ...choiceOf(field, words),
    confidence: sureness.get(field.name) ?? null,
  }));
  if (words.length === 0) {
    const first = choices.filter((one) => one.confidence !== null).sort(bySureness);
    const others = choices.filter((one) => one.confidence === null);
    const groups = [...(first.length > 0 ? [{ label: CANDIDATES, choices: first }] : []), ...byCategory(others)];
    return { groups, more: 0 };
  }
  const found = choices
    .filter((one) => one.rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank || bySureness(one, other));
  return { groups: byCategory(found.slice(0, FOUND_MAX)), more: Math.max(0, found.length - FOUND_MAX) };
}

/** The first groups, as far as they hold that many fields. */
export function firstOf(groups: readonly FieldGroup[], count: number): FieldGroup[] {
  let left = count;
  return groups.flatMap(({ label, choices }) => {
    const shown = choices.slice(0, Math.max(0, left));
    left -= shown.length;
    return shown.length === 0 ? [] : [{ label, choices: shown }];
  });
}

function byCategory(choices: readonly FieldChoice[]): FieldGroup[] {
  const groups = new Map<string, FieldGroup>();
  for (const choice of choices) {
    const { category } = choice.field;
    const group = groups.get(category) ?? { label: sentence(category), choices: [] };
    group.choices.push(choice);
    groups.set(category, group);
  }
  return [...groups.values()];
}

const NO_MATCH = 9;

function choiceOf(field: TargetFieldView, words: readonly string[]) {
  const label = fieldLabel(field.name);
  const names = plain(`${label} ${field.name.replaceAll('_', ' ')} ${field.name}`);
  const phrase = words.join(' ');
  if (phrase !== '' && [plain(label), field.name.replaceAll('_', ' ')].includes(phrase))
    return { field, label, alias: null, rank: 0 };
  const ranks = words.map((word) => wordRank(names, word));
  const others = words.filter((_word, index) => ranks[index] === null);
  if (others.length === 0) return { field, label, alias: null, rank: Math.max(0, ...ranks.map((rank) => rank ?? 0)) };
  const definition = plain(field.definition);
  if (field.aliases.some((one) => plain(one) === phrase))
    return { field, label, alias: field.aliases.find((one) => plain(one) === phrase) ?? null, rank: 1 };
  if (says(definition, others)) return { field, label, alias: null, rank: 4 };
  const alias = field.aliases.find((one) => says(`${plain(one)} ${definition}`, others)) ?? null;
  return { field, label, alias, rank: alias === null ? NO_MATCH : 3 };
}

/** 1: a word of the text begins so; 2: it is within one; null: it is not in it. */
function wordRank(text: string, word: string): 1 | 2 | null {
  if (!text.includes(word)) return null;
  return text.startsWith(word) || text.includes(` ${word}`) ? 1 : 2;
}

function says(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function bySureness(one: FieldChoice, other: FieldChoice): number {
  return (other.confidence ?? -1) - (one.confidence ?? -1);
}

/** As it is compared: `Größe` as `große`, whoever types it how. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
