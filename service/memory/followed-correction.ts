import type { TargetField } from '#shared/target-fields.ts';
import { markSecondary, type MappingSuggestion } from '../mapping/mapping-engine.ts';
import { applyMemory, type RememberedMapping } from '../mapping/remembered.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import { fieldsOfSuggestion, suggestionOf } from './stored-suggestion.ts';

type Mapping = ImportFieldMappingDocument;

/**
 * The suggestions of undecided columns after the entry of some of them is corrected, as the next import would have them. They
 * are for the columns of the entry, and for a column that has become primary or secondary through these.
 *
 * @param mappings all of the import
 */
export function followedCorrection(
  mappings: readonly Mapping[],
  entry: RememberedMapping,
  fields: readonly TargetField[],
): { mapping: Mapping; said: ReturnType<typeof fieldsOfSuggestion> }[] {
  const follows = ({ memory_id, decided_by }: Mapping): boolean => memory_id === entry.id && decided_by === null;
  const counting = mappings.filter(({ decided_by, status, is_secondary }) => {
    const isPrimary = status === 'approved' && !is_secondary;
    return decided_by === null || isPrimary;
  });
  const before = counting.map((mapping): MappingSuggestion => {
    const stored = suggestionOf(mapping);
    if (follows(mapping)) return applyMemory(stored.own ?? stored, entry, fields);
    return mapping.decided_by === null ? stored : { ...stored, confidence: DECIDED };
  });
  return markSecondary(before, fields).flatMap((suggestion, at) => {
    const mapping = counting[at] as Mapping;
    const isConcerned = follows(mapping) || suggestion.isSecondary !== mapping.is_secondary;
    if (mapping.decided_by !== null || !isConcerned) return [];
    return [{ mapping, said: fieldsOfSuggestion(suggestion) }];
  });
}

/** Above every suggestion. */
const DECIDED = 1;
