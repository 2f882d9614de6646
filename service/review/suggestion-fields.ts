import { isDeepStrictEqual } from 'node:util';
import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import type { RememberedColumn } from '../memory/remembered-column.ts';
import type { ImportFieldMappingDocument, RememberedValues } from '../models/import-field-mapping.model.ts';

type EntriesById = ReadonlyMap<string, RememberedColumn>;

export const byId = (memory: readonly RememberedColumn[]): EntriesById =>
  new Map(memory.map((entry) => [entry.id, entry]));

/** How the cells of a column suggested from memory were read; null where nobody said so. */
export function rememberedAnswer(memoryId: string | null, memory: EntriesById): CleansingChoiceWire | null {
  return memory.get(memoryId ?? '')?.cleansing ?? null;
}

/**
 * The remembered answer where the column is suggested from another entry, or for another field, than it was; nothing where
 * somebody gave an answer meanwhile, which holds as long as its field.
 */
export function answerWith(
  suggestion: MappingSuggestion,
  before: Pick<ImportFieldMappingDocument, 'target_field' | 'memory_id' | 'cleansing'> | undefined,
  memory: EntriesById,
): { cleansing?: CleansingChoiceWire | null } {
  const answer = { cleansing: rememberedAnswer(suggestion.memoryId, memory) };
  if (before?.target_field !== suggestion.targetField) return answer;
  if (before.memory_id === suggestion.memoryId) return {};
  const isAsRemembered = isDeepStrictEqual(before.cleansing ?? null, rememberedAnswer(before.memory_id, memory));
  return isAsRemembered ? answer : {};
}

/** What analysts said of the values of columns like it; null where they said nothing. */
export function rememberedValues(
  { memoryId, targetField }: MappingSuggestion,
  memory: EntriesById,
): RememberedValues | null {
  const meanings = memory.get(memoryId ?? '')?.meanings ?? [];
  if (targetField === null || meanings.length === 0) return null;
  return {
    target_field: targetField,
    meanings: meanings.map(({ value, target_value, decided_by, decided_at }) => ({
      value,
      target_value,
      decided_by,
      decided_at,
    })),
  };
}
