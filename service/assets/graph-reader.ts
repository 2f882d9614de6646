import { trusted } from 'mongoose';
import { edgeRelations } from '#shared/statuses.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import { notFound } from '../platform/app-error.ts';
import { READ_MAX_MS } from '../platform/database/read-bound.ts';
import { literalPattern } from '../platform/database/text-pattern.ts';
import { labelsOf, type AssetLabel } from './asset-labels.ts';
import { CellPlaces } from './cell-places.ts';
import type { EdgeFilter, GraphEdges } from './graph-edges.ts';
import { isAssetNode, pictureAround, type Picture } from './graph-picture.ts';
import type { CurrentGraph, GraphStore } from './graph-store.ts';

const SEEDS_OF_A_KIND = 12;
const FOUND_MAX = 20;
const NAME_KEYS = ['name', 'hostname', 'fqdn'] as const;

export interface LabelledPicture extends Picture {
  builtAt: Date | null;
  labels: ReadonlyMap<string, AssetLabel>;
}

/** What is known by its name only. */
interface NamedNode {
  node: string;
  name: string;
}

interface PlacedEdges extends Page<EdgeDocument> {
  labels: ReadonlyMap<string, AssetLabel>;
  places: CellPlaces;
}

const nothing: LabelledPicture = {
  builtAt: null,
  nodes: [],
  edges: [],
  names: new Map(),
  isTruncated: false,
  labels: new Map(),
};

interface GraphReaderDependencies {
  graphStore: GraphStore;
  graphEdges: GraphEdges;
  assets: TenantCollection<AssetDocument>;
  dataImports: TenantCollection<DataImportDocument>;
}

/** The dependency graph as people look at it: pictures, lists, measures. Everything bounded, names as they are now. */
export class GraphReader {
  private readonly deps: GraphReaderDependencies;

  constructor(dependencies: GraphReaderDependencies) {
    this.deps = dependencies;
  }

  /** @throws AppError not_found when there is no such node */
  async picture(
    tenant: Tenant,
    { focus, depth, limit }: { focus?: string | undefined; depth: number; limit: number },
  ): Promise<LabelledPicture> {
    const graph = await this.deps.graphStore.findCurrent(tenant);
    if (focus !== undefined) await this.assertNode(tenant, graph, focus);
    if (graph === null) return nothing;
    const seeds = focus === undefined ? seedsOf(graph) : [focus];
    const scope = { tenant, generation: graph.generation };
    const picture = await pictureAround(this.deps.graphEdges, scope, { seeds, depth, limit });
    const labels = await labelsOf(this.deps.assets, tenant, picture.nodes.filter(isAssetNode));
    return { ...picture, builtAt: graph.built_at, labels };
  }

  /** Assets one of whose names begins with the text, and what assets lean on that is known by such a name only. */
  async search(tenant: Tenant, text: string): Promise<{ assets: AssetLabel[]; names: NamedNode[] }> {
    const beginning = text.normalize('NFC').trim().toLowerCase();
    if (beginning === '') return { assets: [], names: [] };
    const assets = await this.searchAssets(tenant, literalPattern(beginning));
    return { assets, names: await this.searchNames(tenant, beginning, FOUND_MAX - assets.length) };
  }

  private async searchNames(tenant: Tenant, beginning: string, limit: number): Promise<NamedNode[]> {
    const graph = await this.deps.graphStore.findCurrent(tenant);
    if (graph === null) return [];
    const scope = { tenant, generation: graph.generation };
    const prefixes = ['name:', ...edgeRelations.map((relation) => `group:${relation}:`)];
    const found = await Promise.all(
      prefixes.map((prefix) => this.deps.graphEdges.targetsFrom(scope, `${prefix}${beginning}`, limit)),
    );
    return found.flat().slice(0, limit);
  }

  private async searchAssets(tenant: Tenant, prefix: string): Promise<AssetLabel[]> {
    const filter = { keys: trusted({ $in: NAME_KEYS.map((key) => new RegExp(`^${key}:${prefix}`)) }) };
    const options = { fields: ['name', 'asset_class'] as const, sort: {}, batchSize: FOUND_MAX, maxMs: READ_MAX_MS };
    for await (const batch of this.deps.assets.readAll(tenant, filter, options))
      return batch.slice(0, FOUND_MAX).sort((a, b) => (a.name < b.name ? -1 : 1));
    return [];
  }

  async listEdges(tenant: Tenant, filter: EdgeFilter, request: PageRequest): Promise<PlacedEdges> {
    assertCursor(request.cursor, 'ast_');
    const graph = await this.deps.graphStore.findCurrent(tenant);
    const page =
      graph === null
        ? { items: [], nextCursor: null }
        : await this.deps.graphEdges.page({ tenant, generation: graph.generation }, filter, request);
    return { ...page, ...(await this.placesOf(tenant, page.items)) };
  }

  /** Names of the assets and places of the cells that edges speak of. */
  async placesOf(
    tenant: Tenant,
    edges: readonly EdgeDocument[],
    places = new CellPlaces(this.deps.dataImports, tenant),
  ) {
    const ids = edges.flatMap((edge) => [edge.from_asset_id, ...(edge.to_asset_id === null ? [] : [edge.to_asset_id])]);
    const labels = await labelsOf(this.deps.assets, tenant, ids);
    await places.load(edges);
    return { labels, places };
  }

  /** null before the first graph. */
  async summary(tenant: Tenant): Promise<{ graph: CurrentGraph; labels: ReadonlyMap<string, AssetLabel> } | null> {
    const graph = await this.deps.graphStore.findCurrent(tenant);
    if (graph === null) return null;
    const { cycles, most_depended_on: most, single_points_of_failure: losses } = graph.measures;
    const listed = [...most, ...losses.listed].map((entry) => entry.asset_id);
    return { graph, labels: await labelsOf(this.deps.assets, tenant, [...listed, ...cycles.listed.flat()]) };
  }

  private async assertNode(tenant: Tenant, graph: CurrentGraph | null, node: string): Promise<void> {
    if (isAssetNode(node)) {
      if ((await labelsOf(this.deps.assets, tenant, [node])).size === 0) throw notFound('asset');
      return;
    }
    const scope = graph && { tenant, generation: graph.generation };
    if (scope === null || (await this.deps.graphEdges.pointingAt(scope, [node], 1)).length === 0)
      throw notFound('group');
  }
}

/** Where to begin a picture of everything: what most lean on, in the inventory or known by name only, and what is in circles. */
function seedsOf({ measures }: CurrentGraph): string[] {
  const assets = measures.most_depended_on.slice(0, SEEDS_OF_A_KIND).map((entry) => entry.asset_id);
  const circles = measures.cycles.listed.flat().slice(0, SEEDS_OF_A_KIND);
  const groups = measures.groups.listed.slice(0, SEEDS_OF_A_KIND).map((entry) => entry.node_id);
  const unknown = measures.unresolved.listed.slice(0, SEEDS_OF_A_KIND).map((entry) => entry.node_id);
  return [...new Set([...assets, ...groups, ...circles, ...unknown])];
}
