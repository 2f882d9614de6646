import { ASSET_LISTED_MAX } from '#shared/limits.ts';
import type { AssetRecordView } from '#shared/schemas/asset.schema.ts';
import type { AssetChangeKind } from '#shared/statuses.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Asset, AssetComponent, AssetSource, AssetValue } from '../inventory/asset.ts';
import { lastChanges, type LastChange } from '../inventory/last-changes.ts';
import { changesOfImport, type AssetChangeDocument } from '../models/asset-change.model.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { ChangeFacts } from './asset-presenter.ts';
import type { AssetStore } from './asset-store.ts';
import { changedValues, lastListings, loadPlaces, type CellPlaces } from './cell-places.ts';
import { pageOfList } from './list-page.ts';
import { Namesakes, type Namesake } from './namesakes.ts';

interface Dependencies {
  assets: TenantCollection<AssetDocument>;
  assetStore: AssetStore;
  assetChanges: TenantCollection<AssetChangeDocument>;
  flows: TenantCollection<FlowDocument>;
  dataImports: TenantCollection<DataImportDocument>;
}

type OfAsset = PageRequest & { assetId: string };

/** One asset, what its values were before, and what else has its name. */
interface ReadAsset {
  asset: Asset;
  changes: LastChange[];
  namesake: Namesake | null;
  places: CellPlaces;
}

/** A page of changes, with what is not stored with them. */
interface ReadChanges extends Page<AssetChangeDocument> {
  places: CellPlaces;
  facts: ChangeFacts;
}

/** Reads the inventory for people: with the places of its values. */
export class AssetReader {
  private readonly deps: Dependencies;
  private readonly namesakes: Namesakes;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
    this.namesakes = new Namesakes(dependencies.assets);
  }

  /** @throws AppError not_found */
  async getAsset(tenant: Tenant, assetId: string): Promise<ReadAsset> {
    const asset = await this.deps.assetStore.get(tenant, assetId);
    const changes = lastChanges(asset.sources, asset.field_decisions);
    const namesake = await this.namesakes.find(tenant, asset);
    const shown = [
      ...asset.sources.slice(0, ASSET_LISTED_MAX),
      ...Object.values(asset.values).flat(),
      ...valuesOfComponents(asset.components.slice(0, ASSET_LISTED_MAX)),
      ...changes.flatMap((change) => [change, ...change.before]),
      ...(namesake === null ? [] : [namesake]),
    ];
    return { asset, changes, namesake, places: await this.placesOf(tenant, shown) };
  }

  /** @throws AppError not_found */
  async listSources(tenant: Tenant, request: OfAsset): Promise<Page<AssetSource> & { places: CellPlaces }> {
    const { sources } = await this.listedOf(tenant, request);
    const page = pageOfList(request.assetId, sources, request);
    return { ...page, places: await this.placesOf(tenant, page.items) };
  }

  /** @throws AppError not_found */
  async listComponents(tenant: Tenant, request: OfAsset): Promise<Page<AssetComponent> & { places: CellPlaces }> {
    const { components } = await this.listedOf(tenant, request);
    const page = pageOfList(request.assetId, components, request);
    return { ...page, places: await this.placesOf(tenant, valuesOfComponents(page.items)) };
  }

  /** @throws AppError not_found */
  async listRecords(
    tenant: Tenant,
    { dataImportId, ...request }: OfAsset & { dataImportId: string | undefined },
  ): Promise<Page<AssetRecordView>> {
    const { sources } = await this.listedOf(tenant, request);
    const records = sources
      .filter(({ data_import_id: id }) => dataImportId === undefined || id === dataImportId)
      .flatMap(({ data_import_id, row_numbers: rows }) => rows.map((row_number) => ({ data_import_id, row_number })));
    return pageOfList(request.assetId, records, request);
  }

  /** @throws AppError not_found */
  async listChanges(
    tenant: Tenant,
    request: PageRequest & { flowId: string; kind: AssetChangeKind | undefined },
  ): Promise<ReadChanges> {
    const flow = await this.deps.flows.get(tenant, { _id: request.flowId }, 'flow');
    assertCursor(request.cursor, `${flow.data_import_id}:`);
    const filter = changesOfImport(flow.data_import_id, request.kind);
    const page = await this.deps.assetChanges.page(tenant, filter, request);
    const named = [...changedValues(page.items), ...lastListings(page.items)];
    const facts = {
      namesakes: await this.namesakes.ofMissing(tenant, flow.data_import_id, page.items),
      valueCounts: await this.deps.assetStore.countValues(tenant, flow.data_import_id, createdIn(page.items)),
    };
    return { ...page, facts, places: await this.placesOf(tenant, named) };
  }

  /** A cursor of another list is refused whether the asset is there or not, as by every list. */
  private listedOf(tenant: Tenant, { assetId, cursor }: OfAsset): Promise<Asset> {
    assertCursor(cursor, `${assetId}:`);
    return this.deps.assetStore.get(tenant, assetId);
  }

  private placesOf(tenant: Tenant, values: readonly Pick<AssetValue, 'data_import_id'>[]): Promise<CellPlaces> {
    return loadPlaces(this.deps.dataImports, tenant, values);
  }
}

/** What a preview lists has its values in the change; what is written has them itself. */
const createdIn = (changes: readonly AssetChangeDocument[]): string[] =>
  changes.flatMap(({ kind, changes: values, asset_id: id }) =>
    kind === 'created' && values.length === 0 && id !== null ? [id] : [],
  );

const valuesOfComponents = (components: readonly AssetComponent[]): AssetValue[] =>
  components.flatMap(({ values }) => Object.values(values).flat());
