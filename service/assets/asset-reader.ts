import type { AssetChangeKind } from '#shared/statuses.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Asset } from '../inventory/asset.ts';
import { changesOfImport, type AssetChangeDocument } from '../models/asset-change.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { AssetStore } from './asset-store.ts';
import { changedValues, loadPlaces, type CellPlaces } from './cell-places.ts';

interface Dependencies {
  assetStore: AssetStore;
  assetChanges: TenantCollection<AssetChangeDocument>;
  flows: TenantCollection<FlowDocument>;
  dataImports: TenantCollection<DataImportDocument>;
}

/** Reads the inventory for people: with the places of its values. */
export class AssetReader {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /** @throws AppError not_found */
  async getAsset(tenant: Tenant, assetId: string): Promise<{ asset: Asset; places: CellPlaces }> {
    const asset = await this.deps.assetStore.get(tenant, assetId);
    return { asset, places: await loadPlaces(this.deps.dataImports, tenant, asset.sources) };
  }

  /** @throws AppError not_found */
  async listChanges(
    tenant: Tenant,
    request: PageRequest & { flowId: string; kind: AssetChangeKind | undefined },
  ): Promise<Page<AssetChangeDocument> & { places: CellPlaces }> {
    const flow = await this.deps.flows.get(tenant, { _id: request.flowId }, 'flow');
    assertCursor(request.cursor, `${flow.data_import_id}:`);
    const filter = changesOfImport(flow.data_import_id, request.kind);
    const page = await this.deps.assetChanges.page(tenant, filter, request);
    return { ...page, places: await loadPlaces(this.deps.dataImports, tenant, changedValues(page.items)) };
  }
}
