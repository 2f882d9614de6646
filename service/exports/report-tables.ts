import { fieldLabel } from '#shared/field-label.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { AssetChangeDocument } from '../models/asset-change.model.ts';
import type { AssessmentDocument } from '../models/assessment.model.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';
import { evidenceIn, parseAssessment } from '../assets/assessment-presenter.ts';
import { lastListings, type CellPlaces } from '../assets/cell-places.ts';
import type { ExportCell, ExportTable } from './export-table.ts';
import { BETWEEN, cellOfValues, type ExportField } from './export-values.ts';

/** Cells that a row names as evidence at most. */
const CELLS_NAMED_MAX = 20;

/** One assessed asset a row: what burdens it, until when it is supported, and what to do about it. */
export function debtTable(batches: AsyncIterable<readonly AssessmentDocument[]>, places: CellPlaces): ExportTable {
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const documents of batches) {
      const assessments = documents.map(parseAssessment);
      await places.load(assessments.flatMap(evidenceIn));
      yield assessments.map((assessment) => debtRow(assessment, places));
    }
  }
  const headers = ['asset', 'class', 'debts', 'why', 'products', 'security_updates_until', 'extended_support_until'];
  const treatment = ['treatment', 'treatment_reasons', 'would_change_it', 'missing', 'found_in', 'source', 'asset_id'];
  return { title: 'Technical debt', headers: [...headers, ...treatment], rows: rows() };
}

function debtRow(assessment: AssetAssessment, places: CellPlaces): ExportCell[] {
  const { products, debts } = assessment;
  const releases = products.flatMap((product) => product.releases);
  return [
    assessment.asset_name,
    fieldLabel(assessment.asset_class),
    listed(debts.map(({ kind }) => fieldLabel(kind))),
    listed(debts.map(({ message }) => message)),
    listed(products.map(({ product }) => product)),
    days(products.map(({ until }) => until)),
    days(products.map(({ extended_until: until }) => until)),
    fieldLabel(assessment.treatment ?? assessment.treatment_state),
    listed(assessment.reasons),
    listed(assessment.would_change),
    listed([...assessment.missing_fields.map(fieldLabel), ...products.map(({ missing }) => missing)]),
    cellsOf(evidenceIn(assessment), places),
    listed(releases.map(({ source, as_of: day }) => (source === null ? null : `${source}, as of ${day}`))),
    assessment.asset_id,
  ];
}

/** By name for scripts, and in the words of the file of assets. */
const CHANGE_COLUMNS = {
  asset: 'Name',
  class: 'Class',
  change: 'Change',
  field: 'Field',
  before: 'Before',
  after: 'After',
  found_in: 'Found in',
  records: 'Records',
  decided_by: 'Decided by',
  asset_id: 'Inventory ID',
  last_listed_in: 'Last listed in',
} as const;

/** One changed value a row: what was, what is, and the cell that says so. Held records and missing assets have a row without a value. */
export function changeTable(
  batches: AsyncIterable<readonly AssetChangeDocument[]>,
  fields: readonly ExportField[],
  { places, hasNames }: { places: CellPlaces; hasNames: boolean },
): ExportTable {
  const fieldOf = fieldsByName(fields);
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const changes of batches) {
      const values = changes.flatMap((change) => change.changes.flatMap(({ after }) => after));
      await places.load([...values, ...lastListings(changes)]);
      yield changes.flatMap((change) => changeRows(change, fieldOf, places));
    }
  }
  const headers = hasNames ? Object.keys(CHANGE_COLUMNS) : Object.values(CHANGE_COLUMNS);
  return { title: 'Changes', headers, rows: rows() };
}

function changeRows(
  change: AssetChangeDocument,
  fieldOf: (name: string) => ExportField,
  places: CellPlaces,
): ExportCell[][] {
  const kind = change.kind === 'conflict' ? 'Held' : fieldLabel(change.kind);
  const row = (field: string | null, before: readonly AssetValue[], after: readonly AssetValue[]): ExportCell[] => [
    change.name,
    fieldLabel(change.asset_class),
    kind,
    field === null ? null : fieldLabel(field),
    field === null ? null : cellOfValues(fieldOf(field), before),
    field === null ? null : cellOfValues(fieldOf(field), after),
    cellsOf(after, places),
    change.row_numbers.length === 1 ? (change.row_numbers[0] ?? null) : change.row_numbers.join(BETWEEN),
    change.decided_by,
    change.asset_id,
    listed(lastListings([change]).map((one) => places.sheetOf(one).filename ?? one.data_import_id)),
  ];
  if (change.changes.length === 0) return change.kind === 'unchanged' ? [] : [row(null, [], [])];
  return change.changes.map(({ field, before, after }) => row(field, before, after));
}

/** A field nobody knows any more is one of texts. */
function fieldsByName(fields: readonly ExportField[]): (name: string) => ExportField {
  const known = new Map(fields.map((field) => [field.name, field]));
  return (name) => known.get(name) ?? { name, type: 'string' };
}

function cellsOf(
  values: readonly Pick<AssetValue, 'data_import_id' | 'row_number' | 'column_index'>[],
  places: CellPlaces,
): string | null {
  const named = values.map((value) => {
    const { filename, address } = places.placeOf(value);
    return `${filename ?? value.data_import_id} ${address ?? `row ${value.row_number}`}`;
  });
  return listed([...new Set(named)].slice(0, CELLS_NAMED_MAX));
}

/** Null where nothing is said, so that the cell stays empty. */
function listed(parts: readonly (string | null)[]): string | null {
  const said = [...new Set(parts.filter((part) => part !== null && part !== ''))];
  return said.length === 0 ? null : said.join(BETWEEN);
}

/** A single day as a date. */
function days(parts: readonly (string | null)[]): ExportCell {
  const text = listed(parts);
  return text === null || text.includes(BETWEEN) ? text : { iso: text };
}
