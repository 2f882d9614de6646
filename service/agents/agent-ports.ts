import type { AssetClass, EdgeRelation, EdgeState } from '#shared/statuses.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { IdRange } from '../inventory/asset-id.ts';
import type { Asset, AssetDraft, AssetSource } from '../inventory/asset.ts';
import type { ConflictDecision, InventoryConflict } from '../inventory/conflict.ts';
import type { Dependency, EdgeEnds } from '../dependencies/edge.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';

/** Values of these fields, or of all others. */
export type FieldChoice = { only: readonly string[] } | { without: readonly string[] };

/** What an asset is, the values of some of its fields, and which rows speak of it. */
export interface AssetExtract extends Pick<Asset, '_id' | 'name' | 'asset_class' | 'class_rule' | 'values'> {
  sources: readonly Pick<AssetSource, 'data_import_id' | 'row_numbers'>[];
}

/** The engagement's inventory as agents reach it; the tenant is bound. */
export interface AgentInventory {
  /** Assets that carry any of the keys; at most 1,000 keys a call. */
  findByKeys(keys: readonly string[]): Promise<Asset[]>;
  /** So many ranges of ids with about as many assets each, and all assets in them together. */
  idRanges(count: number): Promise<IdRange[]>;
  /** The engagement's assets by id, all or a range of them, in batches; two batches and no more are held. */
  readValues(fields: FieldChoice, ids?: IdRange): AsyncIterable<readonly AssetExtract[]>;
}

/** What identification has to know of an asset. */
export interface AssetIdentity {
  asset_id: string;
  name: string;
  asset_class: AssetClass;
  class_rule: string;
  sources: readonly Pick<AssetSource, 'data_import_id' | 'imported_at' | 'lineage' | 'keys'>[];
}

/** Assets to be written; each is whole, so that writing it twice changes nothing. */
export interface AssetWrites {
  /** Not in the inventory before; an id that is there already is replaced. */
  created: readonly AssetDraft[];
  changed: readonly AssetDraft[];
  removedIds: readonly string[];
}

/** Where the inventory is changed on behalf of one import; the tenant is bound, ids follow from what is written. */
export interface InventoryDesk {
  readIdentities(): AsyncIterable<readonly AssetIdentity[]>;
  /** Those of the ids that exist, at most 1,000 a call. */
  getAssets(ids: readonly string[]): Promise<readonly AssetDraft[]>;
  /** The file of an import; null: it is gone. */
  findFilename(dataImportId: string): Promise<string | null>;
  /** Forgets what an earlier run listed of this import: changes, and conflicts nobody decided on. */
  begin(): Promise<void>;
  /** What persons decided on such cases, in this import or to be remembered, by signature. */
  decisionsOn(signatures: readonly string[]): Promise<ReadonlyMap<string, ConflictDecision>>;
  /** Lists changes and conflicts for people; the assets stay as they are. */
  list(changes: readonly AssetChange[], conflicts: readonly InventoryConflict[]): Promise<void>;
  write(writes: AssetWrites): Promise<void>;
  /** Assets this import is a source of, in batches. */
  readAssetsOfImport(): AsyncIterable<readonly AssetDraft[]>;
  /** Forgets everything that is listed of this import, decided or not. */
  forgetListed(): Promise<void>;
}

/** Edges of one state, or of some relations. */
export type EdgeChoice = { state: EdgeState } | { relations: readonly EdgeRelation[] };

/** The engagement's dependency graph as agents reach it; the tenant is bound. */
export interface AgentGraph {
  /** Begins a generation of its own, which nobody reads before the phase that made it is stored. @returns its name */
  begin(): Promise<string>;
  /** Stores edges of a generation; the same edge again changes nothing. */
  stage(generation: string, edges: readonly Dependency[]): Promise<void>;
  /** Of the graph that counts now; none before the first one. */
  countEdges(): Promise<number>;
  /** Edges of the graph that counts now, in order of assets, in batches. */
  readEdges(which: EdgeChoice): AsyncIterable<readonly EdgeEnds[]>;
}

/** Where assessments go before the phase is stored; nobody sees them until then. The tenant is bound. */
export interface AgentAssessments {
  /** Begins a generation of its own, with nothing in it. @returns its name */
  open(): Promise<string>;
  stage(generation: string, assessments: readonly AssetAssessment[]): Promise<void>;
}
