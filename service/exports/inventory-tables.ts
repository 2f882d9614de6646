import { fieldLabel, formatWord } from '#shared/field-label.ts';
import { findingWords } from '#shared/finding-words.ts';
import type { ComponentKind } from '#shared/statuses.ts';
import { edgeStateWords, relationWords } from '#shared/graph-words.ts';
import type { Asset, AssetSource } from '../inventory/asset.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import type { AssetLabel } from '../assets/asset-labels.ts';
import type { CellPlaces } from '../assets/cell-places.ts';
import type { ExportCell, ExportTable } from './export-table.ts';
import { cellOfValues, type ExportField } from './export-values.ts';

/** Imports an asset's row names at most; all of them are counted. */
const SOURCES_NAMED_MAX = 20;

/** What a row says beside the fields of the catalogue, which has an `asset_id` of its own: the id in the source system. */
const OWN_COLUMNS = {
  inventory_name: 'Name',
  inventory_class: 'Class',
  disk_count: 'Disks',
  network_adapter_count: 'Network adapters',
  import_count: 'Imports',
  found_in: 'Found in',
  last_imported_at: 'Last imported',
  inventory_id: 'Inventory ID',
} as const;
type OwnColumn = keyof typeof OWN_COLUMNS;
const BEFORE = ['inventory_name', 'inventory_class'] as const satisfies readonly OwnColumn[];
const AFTER = [
  'disk_count',
  'network_adapter_count',
  'import_count',
  'found_in',
  'last_imported_at',
  'inventory_id',
] as const satisfies readonly OwnColumn[];

/** One asset a row: what it is, the fields of the catalogue in its order, and where that stands. */
export function assetTable(
  batches: AsyncIterable<readonly Asset[]>,
  { fields, hasNames }: { fields: readonly ExportField[]; hasNames: boolean },
  places: CellPlaces,
): ExportTable {
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const assets of batches) {
      await places.load(assets.flatMap(({ sources }) => sources));
      yield assets.map((asset) => {
        const own = ownCells(asset, places);
        return [
          ...BEFORE.map((name) => own[name]),
          ...fields.map((field) => cellOfValues(field, asset.values[field.name])),
          ...AFTER.map((name) => own[name]),
        ];
      });
    }
  }
  const own = (name: OwnColumn): string => (hasNames ? name : OWN_COLUMNS[name]);
  const headers = fields.map(({ name }) => (hasNames ? name : fieldLabel(name)));
  return { title: 'Assets', headers: [...BEFORE.map(own), ...headers, ...AFTER.map(own)], rows: rows() };
}

function ownCells(asset: Asset, places: CellPlaces): Record<OwnColumn, ExportCell> {
  return {
    inventory_name: asset.name,
    inventory_class: fieldLabel(asset.asset_class),
    disk_count: partsOf(asset, 'disk'),
    network_adapter_count: partsOf(asset, 'network_adapter'),
    import_count: asset.sources.length,
    found_in: asset.sources
      .slice(0, SOURCES_NAMED_MAX)
      .map((source) => sourceText(source, places))
      .join('; '),
    last_imported_at: { iso: asset.updated_at.toISOString() },
    inventory_id: asset._id,
  };
}

/** Null where no sheet lists any: that says nothing of how many there are. */
function partsOf({ components }: Asset, wanted: ComponentKind): number | null {
  const count = components.filter(({ kind }) => kind === wanted).length;
  return count === 0 ? null : count;
}

/** `servers.xlsx vInfo!A7`, or the row where no address is known. */
function sourceText({ data_import_id, row_numbers }: AssetSource, places: CellPlaces): string {
  const [row_number = 1] = row_numbers;
  const { filename, address } = places.placeOf({ data_import_id, row_number, column_index: 0 });
  return `${filename ?? data_import_id} ${address ?? `row ${row_number}`}`;
}

/** One listed cell a row; a finding about no cell has a row of its own. */
export function findingTable(batches: AsyncIterable<readonly FindingDocument[]>, places: CellPlaces): ExportTable {
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const findings of batches) {
      await places.load(findings);
      yield findings.flatMap((finding) => findingRows(finding, places));
    }
  }
  const headers = [
    'flow_id',
    'data_import_id',
    'filename',
    'agent',
    'severity',
    'finding',
    'code',
    'message',
    'source_field',
    'count',
  ];
  return { title: 'Findings', headers: [...headers, 'row_number', 'address', 'value'], rows: rows() };
}

function findingRows(finding: FindingDocument, places: CellPlaces): ExportCell[][] {
  const cells: ExportCell[] = [
    finding.flow_id,
    finding.data_import_id,
    places.sheetOf(finding).filename,
    formatWord(finding.agent),
    fieldLabel(finding.severity),
    findingWords(finding.code),
    finding.code,
    finding.message,
    finding.source_field,
    finding.count,
  ];
  if (finding.cells.length === 0) return [[...cells, null, null, null]];
  return finding.cells.map((cell) => [...cells, cell.row_number, cell.address, cell.value]);
}

/** What an export of edges needs beside them, batch by batch. */
type PlacesOf = (
  edges: readonly EdgeDocument[],
) => Promise<{ labels: ReadonlyMap<string, AssetLabel>; places: CellPlaces }>;

/** One edge a row, with the cell that says so. */
export function dependencyTable(batches: AsyncIterable<readonly EdgeDocument[]>, placesOf: PlacesOf): ExportTable {
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const edges of batches) {
      const { labels, places } = await placesOf(edges);
      yield edges.map((edge) => edgeRow(edge, labels, places));
    }
  }
  const from = ['from_asset_id', 'from_name', 'from_class'];
  const to = ['to_asset_id', 'to_name', 'to_class', 'candidate_ids'];
  const cell = ['field', 'written_as', 'filename', 'row_number', 'address'];
  return { title: 'Dependencies', headers: [...from, 'relation', 'state', ...to, ...cell], rows: rows() };
}

function edgeRow(edge: EdgeDocument, labels: ReadonlyMap<string, AssetLabel>, places: CellPlaces): ExportCell[] {
  const from = labels.get(edge.from_asset_id);
  const to = edge.to_asset_id === null ? undefined : labels.get(edge.to_asset_id);
  const { filename, address } = places.placeOf(edge);
  return [
    edge.from_asset_id,
    from?.name ?? null,
    classWord(from),
    relationWords[edge.relation],
    edgeStateWords[edge.state],
    edge.to_asset_id,
    to?.name ?? edge.to_name,
    classWord(to),
    edge.candidate_ids.join('; '),
    fieldLabel(edge.field),
    edge.to_name,
    filename,
    edge.row_number,
    address,
  ];
}

function classWord(label: AssetLabel | undefined): string | null {
  return label === undefined ? null : fieldLabel(label.asset_class);
}
