import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { ApproveMappingsResponse, FieldMapping, MappingList } from '#shared/schemas/field-mapping.schema.ts';
import { isList } from '../cleansing/cleansed.ts';
import type { SampleReading } from '../cleansing/sample-readings.ts';
import { answersOf } from '../memory/column-answers.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { MappingsOfImport } from './mapping-review.ts';
import type { ValueReview } from './propose-values.ts';

/** From documents to the wire; the only way out for mappings. */

export function presentMappings({ mappings, revision, ...of }: MappingsOfImport): MappingList {
  const items = mappings.map((mapping) => {
    const { column_index: column } = mapping;
    return presentFieldMapping(mapping, {
      values: of.values.get(column) ?? null,
      questions: of.questions.get(column) ?? [],
      readings: of.readings.get(column) ?? [],
    });
  });
  return { items, revision };
}

interface CellsOfColumn {
  values: ValueReview | null;
  questions: readonly CleansingQuestion[];
  readings: readonly SampleReading[];
}

function presentFieldMapping(
  mapping: ImportFieldMappingDocument,
  { values, questions, readings }: CellsOfColumn,
): FieldMapping {
  const { cleansing } = answersOf(mapping);
  return {
    id: mapping._id,
    column_index: mapping.column_index,
    source_field: mapping.source_field,
    target_field: mapping.target_field,
    is_secondary: mapping.is_secondary,
    confidence_score: mapping.confidence_score,
    status: mapping.status,
    match_type: mapping.match_type,
    reasons: mapping.reasons.map(({ signal, contribution, text }) => ({ signal, contribution, text })),
    samples: mapping.samples,
    candidates: mapping.candidates.map(({ target_field, confidence_score }) => ({ target_field, confidence_score })),
    memory_id: mapping.memory_id,
    suggested_by: mapping.suggested_by,
    decided_by: mapping.decided_by,
    decided_at: mapping.decided_at?.toISOString() ?? null,
    rejection_reason: mapping.rejection_reason,
    value_mappings: values?.values ?? null,
    cleansing,
    cleansing_questions: questions.map((question) => ({
      ...question,
      is_answered: Object.hasOwn(cleansing ?? {}, question.choice),
    })),
    values_unlisted: values?.unlisted ?? 0,
    readings: readings.map(({ sample, value, rule }) => ({ sample, value: isList(value) ? [...value] : value, rule })),
  };
}

export function presentApproval(flow: FlowDocument): ApproveMappingsResponse {
  return {
    flow_id: flow._id,
    approved: flow.approval?.approved ?? 0,
    rejected: flow.approval?.rejected ?? 0,
    left_out: flow.approval?.left_out ?? 0,
    approved_by: flow.approved_by ?? '',
    approved_at: (flow.approved_at ?? flow.updated_at).toISOString(),
  };
}
