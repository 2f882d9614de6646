import { trusted, type Model, type QueryFilter } from 'mongoose';
import type { ConflictAction, ConflictState } from '#shared/statuses.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AssetDraft, AssetSource } from '../inventory/asset.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import { READ_MAX_MS } from '../platform/database/read-bound.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { loadPlaces, type CellPlaces } from './cell-places.ts';
import type { CurrentCase, CurrentCases } from './current-cases.ts';
import { draftOf } from './stored-asset.ts';

/** What decisions of these change assets. */
const WRITING_ACTIONS = ['merge', 'separate'] satisfies ConflictAction[];
/** Things and assets that are set side by side. */
const SIDES_MAX = 20;

interface Dependencies {
  flows: TenantCollection<FlowDocument>;
  inventoryConflicts: TenantCollection<InventoryConflictDocument>;
  assets: TenantCollection<AssetDocument>;
  dataImports: TenantCollection<DataImportDocument>;
  models: { inventoryConflicts: Model<InventoryConflictDocument> };
  assessmentStore: AssessmentStore;
  currentCases: CurrentCases;
}

const OF_ORIGIN = ['data_import_id', 'filename', 'sheet_name', 'status'] as const;
/** What is read of the flow whose import has conflicts. */
export type OriginFlow = Pick<FlowDocument, '_id' | (typeof OF_ORIGIN)[number]>;

interface CountedImport {
  flow: OriginFlow;
  open: number;
  decided: number;
  /** Decisions that changed assets since dependencies and debts were derived from them. */
  awaitingRebuild: number;
}

interface Counts {
  all: number;
  decided: number;
  askedAgain: number;
  since: number;
}

/** One of the things that meet in a conflict. */
export interface Side extends Pick<AssetSource, 'asset_class' | 'keys' | 'values' | 'row_numbers'> {
  assetId: string | null;
  name: string;
}

interface PlacedCases extends Page<CurrentCase> {
  places: CellPlaces;
}

/** Held records for people: listed, counted, and set beside the assets they may be. */
export class ConflictReader {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /** Conflicts of a flow's import, decided or not, in the order of their ids. @throws AppError not_found */
  async list(tenant: Tenant, flowId: string, request: PageRequest): Promise<PlacedCases> {
    const flow = await this.getFlow(tenant, flowId);
    assertCursor(request.cursor, `${flow.data_import_id}:`);
    const page = await this.deps.inventoryConflicts.page(tenant, { data_import_id: flow.data_import_id }, request);
    const cases = page.items.map((conflict) => ({ conflict, status: flow.status }));
    const items = await this.deps.currentCases.placeAll(tenant, cases);
    return { ...page, items, places: await this.placesOf(tenant, items) };
  }

  /** Conflicts of all imports of the engagement, with the flow of each by its import; those of deleted flows are left out. */
  async listOfEngagement(
    tenant: Tenant,
    request: PageRequest & { state: ConflictState | undefined; dataImportId: string | undefined },
  ): Promise<PlacedCases & { flows: ReadonlyMap<string, OriginFlow> }> {
    assertCursor(request.cursor, 'imp_');
    const ofImports = trusted({
      $nin: await this.deletedImports(tenant),
      ...(request.dataImportId === undefined ? {} : { $eq: request.dataImportId }),
    });
    const page = await this.deps.inventoryConflicts.page(
      tenant,
      { data_import_id: ofImports, ...ofState(request.state) },
      request,
    );
    const importIds = [...new Set(page.items.map(({ data_import_id: id }) => id))];
    const found = await this.flowsOf(tenant, { data_import_id: trusted({ $in: importIds }) });
    const flows = new Map(found.map((flow) => [flow.data_import_id, flow]));
    const cases = page.items.map((conflict) => ({ conflict, status: flows.get(conflict.data_import_id)?.status }));
    const items = await this.deps.currentCases.placeAll(tenant, cases);
    return { ...page, items, flows, places: await this.placesOf(tenant, items) };
  }

  /** By import that has any, oldest first. Those of deleted flows are nobody's any more. */
  async count(tenant: Tenant): Promise<CountedImport[]> {
    // Debts are the last that is derived, and nothing can be decided while it is.
    const since = (await this.deps.assessmentStore.findSummary(tenant))?.assessed_at ?? new Date(0);
    const changedAssets = [{ $gt: ['$decision.decided_at', since] }, { $in: ['$decision.action', WRITING_ACTIONS] }];
    const isDecided = [{ $gt: ['$decision.decided_by', null] }, { $ne: ['$decision.action', 'asked_again'] }];
    const found = await this.deps.models.inventoryConflicts.aggregate<Counts & { _id: string }>([
      { $match: ownedBy(tenant) },
      {
        $group: {
          _id: '$data_import_id',
          all: { $sum: 1 },
          decided: { $sum: { $cond: [{ $and: isDecided }, 1, 0] } },
          askedAgain: { $sum: { $cond: [{ $eq: ['$decision.action', 'asked_again'] }, 1, 0] } },
          since: { $sum: { $cond: [{ $and: changedAssets }, 1, 0] } },
        },
      },
    ]);
    const byImport = new Map(found.map((one) => [one._id, one]));
    const ofImports = {
      data_import_id: trusted({ $in: [...byImport.keys()] }),
      status: trusted({ $ne: 'deleted' as const }),
    };
    const flows = await this.flowsOf(tenant, ofImports);
    return flows.map((flow) => {
      const { all = 0, decided = 0, askedAgain = 0, since: changed = 0 } = byImport.get(flow.data_import_id) ?? {};
      // What is decided on a preview is carried out, and derived from, when it is applied.
      const awaitingRebuild = flow.status === 'waiting_for_approval' ? 0 : changed;
      return { flow, open: all - decided - askedAgain, decided, awaitingRebuild };
    });
  }

  /** @throws AppError not_found */
  async get(
    tenant: Tenant,
    flowId: string,
    conflictId: string,
  ): Promise<CurrentCase & { flow: FlowDocument; sides: Side[]; places: CellPlaces }> {
    const flow = await this.getFlow(tenant, flowId);
    const filter = { _id: conflictId, data_import_id: flow.data_import_id };
    const stored = await this.deps.inventoryConflicts.get(tenant, filter, 'conflict');
    const current = await this.deps.currentCases.placeOne(tenant, { conflict: stored, status: flow.status });
    const { conflict } = current;
    const records = conflict.things.slice(0, SIDES_MAX).map(({ name, row_numbers, source }): Side => {
      const { asset_class, keys, values } = source;
      return { assetId: null, row_numbers, name, asset_class, keys, values };
    });
    const assets = await this.assetsOf(tenant, conflict);
    const sides = [...records, ...assets.map(sideOfAsset)];
    return { ...current, flow, sides, places: await this.placesOf(tenant, [current], sides) };
  }

  /** The assets the records may be, and those they belong to by stronger keys. */
  private async assetsOf(tenant: Tenant, { candidates, things }: InventoryConflictDocument): Promise<AssetDraft[]> {
    const ids = [...candidates, ...things].flatMap(({ asset_id: id }) => (id === null ? [] : [id]));
    if (ids.length === 0) return [];
    const wanted = trusted({ $in: [...new Set(ids)].slice(0, SIDES_MAX) });
    return (await this.deps.assets.list(tenant, { _id: wanted }, { _id: 1 })).map(draftOf);
  }

  /** Of the records of cases, and of every value that they and sides show. */
  private placesOf(tenant: Tenant, cases: readonly CurrentCase[], sides: readonly Side[] = []): Promise<CellPlaces> {
    const differing = cases.flatMap(({ conflict }) => conflict.differing.flatMap(({ options }) => options));
    const values = sides.flatMap((side) => Object.values(side.values).flat());
    const held = cases.map(({ conflict }) => conflict);
    return loadPlaces(this.deps.dataImports, tenant, [...held, ...differing, ...values]);
  }

  private async flowsOf(tenant: Tenant, filter: QueryFilter<FlowDocument>): Promise<OriginFlow[]> {
    const found: OriginFlow[] = [];
    for await (const some of this.deps.flows.readAll(tenant, filter, { fields: OF_ORIGIN, maxMs: READ_MAX_MS }))
      found.push(...some);
    return found;
  }

  private async deletedImports(tenant: Tenant): Promise<string[]> {
    const ids: string[] = [];
    const options = { fields: ['data_import_id'] as const, maxMs: READ_MAX_MS };
    const deleted = this.deps.flows.readAll(tenant, { status: 'deleted' }, options);
    for await (const flows of deleted) ids.push(...flows.map(({ data_import_id: id }) => id));
    return ids;
  }

  private getFlow(tenant: Tenant, flowId: string): Promise<FlowDocument> {
    return this.deps.flows.get(tenant, { _id: flowId }, 'flow');
  }
}

function ofState(state: ConflictState | undefined): QueryFilter<InventoryConflictDocument> {
  switch (state) {
    case 'open':
      return { decision: null };
    case 'decided':
      return { decision: trusted({ $ne: null }), 'decision.action': trusted({ $ne: 'asked_again' as const }) };
    case 'asked_again':
      return { 'decision.action': 'asked_again' };
    case undefined:
      return {};
  }
}

function sideOfAsset({ _id, name, asset_class, keys, values }: AssetDraft): Side {
  return { assetId: _id, row_numbers: [], name, asset_class, keys, values };
}
