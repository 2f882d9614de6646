import { trusted } from 'mongoose';
import { cellAddress, sheetOrigin, type SheetOrigin } from '#shared/cell-address.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';

interface CellPlace {
  /** null when the import is gone. */
  filename: string | null;
  /** null when the import came without a range. */
  address: string | null;
}

interface ImportPlace {
  filename: string;
  origin: SheetOrigin | null;
}

/** Says in which file and at which address a value stands; reads each import once. */
export class CellPlaces {
  private readonly imports: TenantCollection<DataImportDocument>;
  private readonly tenant: Tenant;
  private readonly known = new Map<string, ImportPlace | null>();

  constructor(imports: TenantCollection<DataImportDocument>, tenant: Tenant) {
    this.imports = imports;
    this.tenant = tenant;
  }

  /** To be called before `placeOf` with the imports it will be asked for. */
  async load(importIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(importIds)].filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.known.set(id, null);
    const fields = ['filename', 'sheet_name', 'range', 'header_row'] as const;
    const filter = { _id: trusted({ $in: missing }) };
    for await (const batch of this.imports.readAll(this.tenant, filter, { fields }))
      for (const found of batch) this.known.set(found._id, { filename: found.filename, origin: sheetOrigin(found) });
  }

  placeOf(cell: { data_import_id: string; row_number: number; column_index: number }): CellPlace {
    const place = this.known.get(cell.data_import_id) ?? null;
    if (place === null) return { filename: null, address: null };
    const { filename, origin } = place;
    return {
      filename,
      address: origin === null ? null : cellAddress(origin, cell.row_number, cell.column_index),
    };
  }
}
