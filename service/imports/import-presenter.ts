import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { ApproveMappingsResponse, FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { ImportDetail, ImportSummary, RawRecord } from '#shared/schemas/import.schema.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { RecordCells } from './record-bytes.ts';
import type { ValueReview } from './value-review.ts';

/** From documents to the wire; the only way out for imports, raw records and mappings. */

export function presentImport(document: DataImportDocument): ImportSummary {
  return {
    data_import_id: document._id,
    flow_id: document.flow_id,
    status: document.status,
    filename: document.filename,
    sheet_name: document.sheet_name,
    total_records: document.total_records,
    intended_type: document.intended_type,
    imported_by: document.imported_by,
    withdrawn_at: document.withdrawn_at?.toISOString() ?? null,
    raw_removed_at: document.raw_removed_at?.toISOString() ?? null,
    created_at: document.created_at.toISOString(),
  };
}

export function presentImportDetail(document: DataImportDocument): ImportDetail {
  return {
    ...presentImport(document),
    columns: document.columns.map(({ index, header, key }) => ({ index, header, key })),
    size: document.size,
    type: document.mime_type,
    range: document.range,
    header_row: document.header_row,
    date_system: document.date_system,
    filled_columns: document.filled_columns ?? [],
  };
}

/** `Object.fromEntries` defines own properties, so a column called `__proto__` comes out like any other. */
export function presentRawRecord(record: RecordCells, columns: DataImportDocument['columns']): RawRecord {
  const raw_data: Record<string, Cell> = Object.fromEntries(
    columns.map((column) => [column.key, record.cells[column.index] ?? null]),
  );
  return { row_number: record.row_number, raw_data };
}

export function presentFieldMapping(
  mapping: ImportFieldMappingDocument,
  { values, questions }: { values: ValueReview | null; questions: readonly CleansingQuestion[] },
): FieldMapping {
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
    cleansing: mapping.cleansing ?? null,
    cleansing_questions: [...questions],
    values_unlisted: values?.unlisted ?? 0,
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
