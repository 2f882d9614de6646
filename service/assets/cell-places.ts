import { trusted } from 'mongoose';
import { cellAddress, sheetOrigin, type SheetOrigin } from '#shared/cell-address.ts';
import type { CellPlaceView } from '#shared/schemas/asset.schema.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';

type Cell = Pick<AssetValue, 'data_import_id' | 'row_number' | 'column_index'>;
type OfImport = Pick<Cell, 'data_import_id'>;

interface SheetName {
  filename: string | null;
  sheet_name: string | null;
}

interface KnownImport extends SheetName {
  flowId: string | null;
  origin: SheetOrigin | null;
  headers: readonly string[];
}

const goneImport: KnownImport = {
  filename: null,
  sheet_name: null,
  flowId: null,
  origin: null,
  headers: [],
};
const fields = ['flow_id', 'filename', 'sheet_name', 'range', 'header_row', 'columns'] as const;

/** Says in which file and at which address a value stands; reads each import once. */
export class CellPlaces {
  private readonly imports: TenantCollection<DataImportDocument>;
  private readonly tenant: Tenant;
  private readonly known = new Map<string, KnownImport>();

  constructor(imports: TenantCollection<DataImportDocument>, tenant: Tenant) {
    this.imports = imports;
    this.tenant = tenant;
  }

  /** To be called before the others with everything they will be asked for. */
  async load(cells: readonly OfImport[]): Promise<void> {
    const importIds = new Set(cells.map(({ data_import_id }) => data_import_id));
    const missing = [...importIds].filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.known.set(id, goneImport);
    const filter = { _id: trusted({ $in: missing }) };
    for await (const batch of this.imports.readAll(this.tenant, filter, { fields }))
      for (const { _id, flow_id: flowId, filename, sheet_name, columns, ...range } of batch) {
        const origin = sheetOrigin({ sheet_name, ...range });
        const headers = columns.map(({ header }) => header);
        this.known.set(_id, { filename, sheet_name, flowId, origin, headers });
      }
  }

  /** File, sheet, header and address are null when the import is gone, the address also when it came without a range. */
  placeOf({ data_import_id, row_number, column_index }: Cell): CellPlaceView {
    const { filename, sheet_name, origin, headers } = this.known.get(data_import_id) ?? goneImport;
    return {
      data_import_id,
      filename,
      sheet_name,
      row_number,
      column_index,
      source_field: headers[column_index] ?? null,
      address: origin === null ? null : cellAddress(origin, row_number, column_index),
    };
  }

  /** null when no address is known either. */
  headerRowOf({ data_import_id }: OfImport): number | null {
    return this.known.get(data_import_id)?.origin?.headerRow ?? null;
  }

  flowOf({ data_import_id }: OfImport): string | null {
    return this.known.get(data_import_id)?.flowId ?? null;
  }

  sheetOf({ data_import_id }: OfImport): SheetName {
    const { filename, sheet_name } = this.known.get(data_import_id) ?? goneImport;
    return { filename, sheet_name };
  }
}

/** The places of some cells, with their imports read. */
export async function loadPlaces(
  imports: TenantCollection<DataImportDocument>,
  tenant: Tenant,
  cells: readonly OfImport[],
): Promise<CellPlaces> {
  const places = new CellPlaces(imports, tenant);
  await places.load(cells);
  return places;
}

/** The values before and after changes. */
export function changedValues(changes: readonly Pick<AssetChange, 'changes'>[]): AssetValue[] {
  return changes.flatMap((change) => change.changes.flatMap(({ before, after }) => [...before, ...after]));
}

/** The imports that listed missing assets last. */
export function lastListings(changes: readonly Partial<AssetChange>[]): OfImport[] {
  return changes.flatMap(({ last_listed_import_id: id = null }) => (id === null ? [] : [{ data_import_id: id }]));
}
