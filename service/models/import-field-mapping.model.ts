import { Schema } from 'mongoose';
import type { MappingCandidate, MappingReason } from '#shared/schemas/field-mapping.schema.ts';
import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import { mappingStatuses, matchTypes, type MappingStatus, type MatchType } from '#shared/statuses.ts';
import type { RememberedMeaning } from './mapping-memory.model.ts';

export interface ValueDecision {
  value: string;
  /** One of the field's allowed values; null: such cells say nothing. */
  target_value: string | null;
  decided_by: string;
  decided_at: Date;
}

/** The answers of a column under one field; they hold while the column has that field. */
export interface ColumnAnswers {
  target_field: string | null;
  /** Decisions of people on raw values, of a field with a closed vocabulary. */
  value_decisions: ValueDecision[];
  /** A person's choice of how the cells are read, made in this import or remembered from one before. */
  cleansing: CleansingChoiceWire | null;
}

/** Remembered decisions on values; they are proposals while the column has the field they were given for. */
export interface RememberedValues {
  target_field: string;
  meanings: (Omit<RememberedMeaning, 'data_import_id'> & { /** Absent in older imports. */ data_import_id?: string })[];
}

/** The engine's own suggestion for a column. */
export interface OwnSuggestion {
  target_field: string | null;
  is_secondary: boolean;
  confidence_score: number;
  match_type: MatchType;
  reasons: MappingReason[];
  candidates: MappingCandidate[];
}

/** The meaning of one column, a suggestion until a person decides. `target_field` null: not mapped. */
export interface ImportFieldMappingDocument {
  /** `<import>:<column, five digits>`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  data_import_id: string;
  column_index: number;
  source_field: string;
  target_field: string | null;
  /** Another column provides the field; this one fills in where that one is empty. */
  is_secondary: boolean;
  confidence_score: number;
  status: MappingStatus;
  match_type: MatchType;
  reasons: MappingReason[];
  samples: string[];
  candidates: MappingCandidate[];
  /** The remembered decision it comes from, and the engine's own suggestion beside it. */
  memory_id: string | null;
  own_suggestion: OwnSuggestion | null;
  suggested_by: string;
  /** The suggestion that a person replaced by another field; absent and null where no person did. */
  suggested_instead?: Pick<OwnSuggestion, 'target_field' | 'is_secondary' | 'match_type'> | null;
  decided_by: string | null;
  decided_at: Date | null;
  /** Approved with all others; absent where a person decided on the column itself. */
  decided_in_bulk?: boolean;
  rejection_reason: string | null;
  /** One entry a field, read through `answersOf`; absent in imports from before answers were kept by field. */
  answers?: ColumnAnswers[];
  /** These two stand in such imports instead of `answers`. */
  value_decisions?: ValueDecision[];
  cleansing?: CleansingChoiceWire | null;
  /** From memory, as it was when the column was suggested; absent in imports from before it was remembered. */
  remembered_values?: RememberedValues | null;
  created_at: Date;
  updated_at: Date;
}

export const importFieldMappingSchema = new Schema<ImportFieldMappingDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    column_index: { type: Number, required: true },
    source_field: { type: String, default: '' },
    target_field: { type: String, default: null },
    is_secondary: { type: Boolean, default: false },
    confidence_score: { type: Number, required: true, min: 0, max: 1 },
    status: { type: String, enum: mappingStatuses, required: true },
    match_type: { type: String, enum: matchTypes, required: true },
    reasons: { type: [{ _id: false, signal: String, contribution: Number, text: String }], required: true },
    samples: { type: [String], required: true },
    candidates: { type: [{ _id: false, target_field: String, confidence_score: Number }], required: true },
    memory_id: { type: String, default: null },
    own_suggestion: { type: Schema.Types.Mixed, default: null },
    suggested_by: { type: String, required: true },
    suggested_instead: { type: Schema.Types.Mixed, default: null },
    decided_by: { type: String, default: null },
    decided_at: { type: Date, default: null },
    decided_in_bulk: { type: Boolean, default: false },
    rejection_reason: { type: String, default: null },
    answers: { type: Schema.Types.Mixed },
    value_decisions: {
      type: [{ _id: false, value: String, target_value: String, decided_by: String, decided_at: Date }],
      default: undefined,
    },
    remembered_values: { type: Schema.Types.Mixed, default: null },
    cleansing: { type: Schema.Types.Mixed, default: null },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'import_field_mappings', versionKey: false, strict: 'throw' },
);
importFieldMappingSchema.index({ data_import_id: 1, column_index: 1 }, { unique: true });
importFieldMappingSchema.index(
  { memory_id: 1, client_account_id: 1 },
  { partialFilterExpression: { memory_id: { $type: 'string' } } },
);

export function fieldMappingId(dataImportId: string, columnIndex: number): string {
  return `${dataImportId}:${String(columnIndex).padStart(5, '0')}`;
}
