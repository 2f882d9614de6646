import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import type { RememberedColumn } from '../memory/mapping-memory.ts';
import type { OwnSuggestion, RememberedValues } from '../models/import-field-mapping.model.ts';

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
  { memoryId }: MappingSuggestion,
  memory: readonly RememberedColumn[],
): CleansingChoiceWire | null {
  return memory.find(({ id }) => id === memoryId)?.cleansing ?? null;
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
