import { trusted } from 'mongoose';
import { ASSET_LISTED_MAX } from '#shared/limits.ts';
import type { AssetRecordView } from '#shared/schemas/asset.schema.ts';
import type { AssetChangeKind } from '#shared/statuses.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Asset, AssetComponent, AssetSource, AssetValue } from '../inventory/asset.ts';
import { changesOfImport, type AssetChangeDocument } from '../models/asset-change.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { AssetStore } from './asset-store.ts';
import { pageOfList } from './list-page.ts';

interface Dependencies {
  assets: AssetStore;
  assetChanges: TenantCollection<AssetChangeDocument>;
  flows: TenantCollection<FlowDocument>;
  dataImports: TenantCollection<DataImportDocument>;
}

type OfAsset = PageRequest & { assetId: string };

/** Says which import it came from. */
type OfImport = Pick<AssetValue, 'data_import_id'>;

/** The imports that values came from, to name their cells by. */
export type ImportsById = ReadonlyMap<string, DataImportDocument>;

/** Reads the inventory for people: with the imports that say where each value stands. */
export class AssetReader {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /** @throws AppError not_found */
  async getAsset(tenant: Tenant, assetId: string): Promise<{ asset: Asset; imports: ImportsById }> {
    const asset = await this.deps.assets.get(tenant, assetId);
    const shown = [
      ...asset.sources.slice(0, ASSET_LISTED_MAX),
      ...Object.values(asset.values).flat(),
      ...valuesOfComponents(asset.components.slice(0, ASSET_LISTED_MAX)),
    ];
    return { asset, imports: await this.importsOfValues(tenant, shown) };
  }

  /** @throws AppError not_found */
  async listSources(tenant: Tenant, request: OfAsset): Promise<Page<AssetSource> & { imports: ImportsById }> {
    const { sources } = await this.deps.assets.get(tenant, request.assetId);
    const page = pageOfList(request.assetId, sources, request);
    return { ...page, imports: await this.importsOfValues(tenant, page.items) };
  }

  /** @throws AppError not_found */
  async listComponents(tenant: Tenant, request: OfAsset): Promise<Page<AssetComponent> & { imports: ImportsById }> {
    const { components } = await this.deps.assets.get(tenant, request.assetId);
    const page = pageOfList(request.assetId, components, request);
    return { ...page, imports: await this.importsOfValues(tenant, valuesOfComponents(page.items)) };
  }

  /** @throws AppError not_found */
  async listRecords(
    tenant: Tenant,
    { dataImportId, ...request }: OfAsset & { dataImportId: string | undefined },
  ): Promise<Page<AssetRecordView>> {
    const { sources } = await this.deps.assets.get(tenant, request.assetId);
    const records = sources
      .filter(({ data_import_id: id }) => dataImportId === undefined || id === dataImportId)
      .flatMap(({ data_import_id, row_numbers: rows }) => rows.map((row_number) => ({ data_import_id, row_number })));
    return pageOfList(request.assetId, records, request);
  }

  /** @throws AppError not_found */
  async listChanges(
    tenant: Tenant,
    request: PageRequest & { flowId: string; kind: AssetChangeKind | undefined },
  ): Promise<Page<AssetChangeDocument> & { imports: ImportsById }> {
    const flow = await this.deps.flows.get(tenant, { _id: request.flowId }, 'flow');
    assertCursor(request.cursor, `${flow.data_import_id}:`);
    const filter = changesOfImport(flow.data_import_id, request.kind);
    const page = await this.deps.assetChanges.page(tenant, filter, request);
    const values = page.items.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [...before, ...after]));
    return { ...page, imports: await this.importsOfValues(tenant, values) };
  }

  /** The imports that values came from. */
  async importsOfValues(tenant: Tenant, values: readonly OfImport[]): Promise<ImportsById> {
    return this.importsOf(tenant, importIds(values));
  }

  private async importsOf(tenant: Tenant, ids: readonly string[]): Promise<ImportsById> {
    if (ids.length === 0) return new Map();
    const found = await this.deps.dataImports.list(tenant, { _id: trusted({ $in: [...new Set(ids)] }) }, { _id: 1 });
    return new Map(found.map((one) => [one._id, one]));
  }
}

const valuesOfComponents = (components: readonly AssetComponent[]): AssetValue[] =>
  components.flatMap(({ values }) => Object.values(values).flat());

const importIds = (values: readonly OfImport[]): string[] => values.map(({ data_import_id }) => data_import_id);
