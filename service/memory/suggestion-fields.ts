import { isDeepStrictEqual } from 'node:util';
import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import { answersOf, withAnswers } from './column-answers.ts';
import type { RememberedColumn } from './remembered-column.ts';
import type {
  ColumnAnswers,
  ImportFieldMappingDocument,
  RememberedValues,
} from '../models/import-field-mapping.model.ts';

type EntriesById = ReadonlyMap<string, RememberedColumn>;

export const byId = (memory: readonly RememberedColumn[]): EntriesById =>
  new Map(memory.map((entry) => [entry.id, entry]));

/** The answers of a new column: the remembered one of how its cells are read, where there is one. */
export function rememberedAnswers({ memoryId, targetField }: MappingSuggestion, memory: EntriesById): ColumnAnswers[] {
  const cleansing = rememberedChoice(memoryId, memory);
  return cleansing === null ? [] : [{ target_field: targetField, value_decisions: [], cleansing }];
}

/** The answers of a column that is suggested anew. An answer from memory replaces an earlier one from memory, not a person's. */
export function answersWith(
  { memoryId, targetField }: MappingSuggestion,
  before: ImportFieldMappingDocument,
  memory: EntriesById,
): ColumnAnswers[] {
  const { cleansing } = answersOf(before, targetField);
  const remembered = before.target_field === targetField ? rememberedChoice(before.memory_id, memory) : null;
  const isAsRemembered = isDeepStrictEqual(cleansing, remembered);
  return withAnswers(before, targetField, isAsRemembered ? { cleansing: rememberedChoice(memoryId, memory) } : {});
}

function rememberedChoice(memoryId: string | null, memory: EntriesById): CleansingChoiceWire | null {
  return memory.get(memoryId ?? '')?.cleansing ?? null;
}

/** The meanings that the column's entry remembers for its values; null where there are none. */
export function rememberedValues(
  { memoryId, targetField }: MappingSuggestion,
  memory: EntriesById,
): RememberedValues | null {
  const meanings = memory.get(memoryId ?? '')?.meanings ?? [];
  if (targetField === null || meanings.length === 0) return null;
  return {
    target_field: targetField,
    meanings: [...meanings],
  };
}
