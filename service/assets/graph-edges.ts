import type { Model } from 'mongoose';
import type { EdgeRelation, EdgeState } from '#shared/statuses.ts';
import type { Page, PageRequest } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { EdgeChoice } from '../agents/agent-ports.ts';
import type { Dependency, EdgeEnds } from '../dependencies/edge.ts';
import type { EdgeDocument } from '../models/edge.model.ts';
import { insertIfAbsent } from '../platform/database/insert-command.ts';
import { readAhead } from '../platform/database/read-ahead.ts';
import { removeInBatches } from '../platform/database/remove-in-batches.ts';

const READ_BATCH = 1_000;
/** Sorts behind every character of an id. */
const LAST = '\uffff';

export interface EdgeFilter {
  state?: EdgeState | undefined;
  relation?: EdgeRelation | undefined;
}

/** One generation of one engagement's graph. */
export interface GenerationOf {
  tenant: Tenant;
  generation: string;
}

/**
 * The edges of all generations. A generation belongs to one engagement and is found through it (`GraphStore`); every
 * query carries both.
 */
export class GraphEdges {
  private readonly edges: Model<EdgeDocument>;

  constructor(edges: Model<EdgeDocument>) {
    this.edges = edges;
  }

  /** Acknowledged by a majority; edges that are there already stay as they are. */
  async stage({ tenant, generation }: GenerationOf, edges: readonly Dependency[]): Promise<void> {
    const documents = edges.map((edge): EdgeDocument => ({
      _id: `${generation}:${edge.edge_id}`,
      ...ownedBy(tenant),
      generation,
      ...edge,
    }));
    await insertIfAbsent(this.edges, documents);
  }

  /** In order of assets; the cursor is an edge's id and holds across generations. */
  async page(scope: GenerationOf, filter: EdgeFilter, request: PageRequest): Promise<Page<EdgeDocument>> {
    const after = request.cursor === undefined ? `${scope.generation}:` : `${scope.generation}:${request.cursor}`;
    const found = await this.find(scope, {
      ...definedOnly(filter),
      _id: { $gt: after, $lt: `${scope.generation}:${LAST}` },
    })
      .limit(request.limit + 1)
      .toArray();
    const items = found.slice(0, request.limit);
    return { items, nextCursor: found.length > request.limit ? (items.at(-1)?.edge_id ?? null) : null };
  }

  /** Edges that start at one of the assets; at most `limit`. */
  async startingAt(scope: GenerationOf, assetIds: readonly string[], limit: number): Promise<EdgeDocument[]> {
    if (assetIds.length === 0) return [];
    const ranges = assetIds.map((id) => ({
      _id: { $gt: `${scope.generation}:${id}:`, $lt: `${scope.generation}:${id}:${LAST}` },
    }));
    return this.find(scope, { $or: ranges }).limit(limit).toArray();
  }

  /** Edges that point at one of the nodes; at most `limit`. */
  async pointingAt(scope: GenerationOf, nodes: readonly string[], limit: number): Promise<EdgeDocument[]> {
    return this.find(scope, { to_node: { $in: nodes } })
      .limit(limit)
      .toArray();
  }

  /** What edges point at whose node begins with the text, with the name it goes by; in order of nodes. */
  async targetsFrom(scope: GenerationOf, prefix: string, limit: number): Promise<{ node: string; name: string }[]> {
    const targets: { node: string; name: string }[] = [];
    let after = { $gte: prefix } as object;
    while (targets.length < limit) {
      // One seek a node, however many edges point at it.
      const [edge] = await this.find(scope, { to_node: { ...after, $lt: `${prefix}${LAST}` } })
        .sort({ to_node: 1, _id: 1 })
        .limit(1)
        .toArray();
      if (edge === undefined) break;
      targets.push({ node: edge.to_node, name: edge.to_name });
      after = { $gt: edge.to_node };
    }
    return targets;
  }

  /** All edges of a generation in batches, in order of assets or of what they point at. */
  async *readAll(scope: GenerationOf, order: 'by_asset' | 'by_target' = 'by_asset'): AsyncGenerator<EdgeDocument[]> {
    const cursor =
      order === 'by_asset'
        ? this.find(scope, { _id: { $gt: `${scope.generation}:`, $lt: `${scope.generation}:${LAST}` } })
        : this.find(scope, {}).sort({ to_node: 1, _id: 1 });
    cursor.batchSize(READ_BATCH);
    yield* readAhead(cursor);
  }

  /** Some of them in order of assets, of each edge only where it leads. */
  async *readEnds(scope: GenerationOf, which: EdgeChoice): AsyncGenerator<EdgeEnds[]> {
    const chosen = 'state' in which ? which : { relation: { $in: which.relations } };
    const cursor = this.find(scope, {
      ...chosen,
      _id: { $gt: `${scope.generation}:`, $lt: `${scope.generation}:${LAST}` },
    })
      .project<EdgeEnds>({ _id: 0, from_asset_id: 1, relation: 1, to_asset_id: 1, to_node: 1 })
      .batchSize(READ_BATCH);
    yield* readAhead(cursor);
  }

  /** Removes what earlier generations left; `generation` and later ones stay. */
  async removeBefore({ tenant, generation }: GenerationOf): Promise<void> {
    const first = generation.slice(0, generation.lastIndexOf(':') + 1);
    await removeInBatches(this.edges, { ...ownedBy(tenant), _id: { $gt: first, $lt: generation } });
  }

  private find(scope: GenerationOf, filter: object) {
    return this.edges.collection
      .find<EdgeDocument>({ ...filter, ...ownedBy(scope.tenant), generation: scope.generation } as never)
      .sort({ _id: 1 });
  }
}

function definedOnly(filter: EdgeFilter): object {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
