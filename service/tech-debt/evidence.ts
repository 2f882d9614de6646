import type { AssetValue } from '../inventory/asset.ts';
import type { AssessedField, AssessedSubject } from './assessed-fields.ts';
import { RELEASES_LISTED_MAX, type EvidenceRelease, type EvidenceValue } from './assessment.ts';
import type { LifecycleRow } from './lifecycle-row.ts';

const RAW_MAX_CHARACTERS = 200;

export const valuesOf = (asset: Pick<AssessedSubject, 'values'>, field: AssessedField): readonly AssetValue[] =>
  Object.hasOwn(asset.values, field) ? (asset.values[field] ?? []) : [];

/** The first value as text; null when there is none or it is no text. */
export function textOf(asset: Pick<AssessedSubject, 'values'>, field: AssessedField): string | null {
  const value = valuesOf(asset, field)[0]?.value;
  return typeof value === 'string' ? value : null;
}

/** Every number among the values of a field. */
export function numbersOf(asset: Pick<AssessedSubject, 'values'>, field: AssessedField): number[] {
  return valuesOf(asset, field)
    .map(({ value }) => value)
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
}

export const evidenceOf = (field: string, value: AssetValue): EvidenceValue => ({
  field,
  raw: value.raw.slice(0, RAW_MAX_CHARACTERS),
  data_import_id: value.data_import_id,
  row_number: value.row_number,
  column_index: value.column_index,
});

export const evidenceOfField = (asset: AssessedSubject, field: AssessedField): EvidenceValue[] =>
  valuesOf(asset, field).map((value) => evidenceOf(field, value));

export const releasesOf = (rows: readonly LifecycleRow[]): EvidenceRelease[] =>
  rows.slice(0, RELEASES_LISTED_MAX).map((row) => ({
    family: row.family,
    version: row.version,
    security_until: row.security_until,
    extended_until: row.extended_until,
    source: row.source,
    as_of: row.as_of,
    is_weak: row.is_weak,
    note: row.note,
  }));
