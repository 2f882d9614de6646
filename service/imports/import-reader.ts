import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';

/** Reads imports; their rows are read through RawRecords. */
export class ImportReader {
  private readonly imports: TenantCollection<DataImportDocument>;

  constructor(imports: TenantCollection<DataImportDocument>) {
    this.imports = imports;
  }

  /** @throws AppError not_found */
  getImport(tenant: Tenant, dataImportId: string): Promise<DataImportDocument> {
    return this.imports.get(tenant, { _id: dataImportId }, 'import');
  }

  async listImports(tenant: Tenant, request: PageRequest): Promise<Page<DataImportDocument>> {
    assertCursor(request.cursor, 'imp_');
    return this.imports.pageNewestFirst(tenant, {}, request);
  }
}
