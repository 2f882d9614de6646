import { isDeepStrictEqual } from 'node:util';
import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import type { RememberedColumn } from '../memory/mapping-memory.ts';
import type {
  ImportFieldMappingDocument,
  OwnSuggestion,
  RememberedValues,
} from '../models/import-field-mapping.model.ts';

/** A suggestion as the mapping's document holds it, at the import and after the agent alike. */
export function fieldsOfSuggestion(suggestion: MappingSuggestion) {
  return {
    ...ownFields(suggestion),
    samples: suggestion.samples,
    memory_id: suggestion.memoryId,
    own_suggestion: suggestion.own === null ? null : ownFields(suggestion.own),
  };
}

/** How the cells of a column suggested from memory were read; null where nobody said so. */
export function rememberedAnswer(
  memoryId: string | null,
  memory: readonly RememberedColumn[],
): CleansingChoiceWire | null {
  return memory.find(({ id }) => id === memoryId)?.cleansing ?? null;
}

/**
 * The remembered answer where the column is suggested from another entry, or for another field, than it was; nothing where
 * somebody gave an answer meanwhile, which holds as long as its field.
 */
export function answerWith(
  suggestion: MappingSuggestion,
  before: Pick<ImportFieldMappingDocument, 'target_field' | 'memory_id' | 'cleansing'> | undefined,
  memory: readonly RememberedColumn[],
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
  memory: readonly RememberedColumn[],
): RememberedValues | null {
  const meanings = memory.find(({ id }) => id === memoryId)?.meanings ?? [];
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

function ownFields(suggestion: MappingSuggestion): OwnSuggestion {
  return {
    target_field: suggestion.targetField,
    is_secondary: suggestion.isSecondary,
    confidence_score: suggestion.confidence,
    match_type: suggestion.matchType,
    reasons: suggestion.reasons,
    candidates: suggestion.candidates,
  };
}
