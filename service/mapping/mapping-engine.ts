import type { MappingCandidate, MappingReason } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { MatchType } from '#shared/statuses.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';

export interface MappingInput {
  /** In sheet order; neighbours count. */
  columns: readonly ColumnProfile[];
  targetFields: readonly TargetField[];
}

export interface MappingSuggestion {
  columnIndex: number;
  sourceField: string;
  targetField: string | null;
  confidence: number;
  matchType: MatchType;
  reasons: MappingReason[];
  samples: string[];
  candidates: MappingCandidate[];
}

/** Name and version of this engine, stored with every suggestion. */
export const ENGINE = 'header-and-values/1';

export function suggestMappings(input: MappingInput): MappingSuggestion[] {
  return input.columns.map((c) => ({ columnIndex: c.columnIndex, sourceField: c.header, targetField: input.targetFields[c.columnIndex]?.name ?? null, confidence: 0.9, matchType: 'exact', reasons: [], samples: c.samples, candidates: [] }));
}
