import type { MappingSuggestion } from '../mapping/mapping-engine.ts';
import type { ImportFieldMappingDocument, OwnSuggestion } from '../models/import-field-mapping.model.ts';

/** The fields of a mapping's document that hold a suggestion, of the import and of the agent alike. */
export function fieldsOfSuggestion(suggestion: MappingSuggestion) {
  return {
    ...ownFields(suggestion),
    samples: suggestion.samples,
    memory_id: suggestion.memoryId,
    own_suggestion: suggestion.own === null ? null : ownFields(suggestion.own),
  };
}

/** The suggestion that a document holds. */
export function suggestionOf(mapping: ImportFieldMappingDocument): MappingSuggestion {
  const own = mapping.own_suggestion === null ? null : asSuggestion(mapping, mapping.own_suggestion);
  return { ...asSuggestion(mapping, mapping), memoryId: mapping.memory_id, own };
}

function asSuggestion(
  { column_index: columnIndex, source_field: sourceField, samples }: ImportFieldMappingDocument,
  said: OwnSuggestion,
): MappingSuggestion {
  return {
    columnIndex,
    sourceField,
    samples,
    targetField: said.target_field,
    isSecondary: said.is_secondary,
    confidence: said.confidence_score,
    matchType: said.match_type,
    reasons: said.reasons,
    candidates: said.candidates,
    memoryId: null,
    own: null,
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
