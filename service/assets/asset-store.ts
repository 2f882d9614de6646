import { trusted } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentGraph, AgentInventory } from '../agents/agent-ports.ts';
import type { Edge } from '../dependencies/edge.ts';
import type { Asset } from '../inventory/asset.ts';

/** Assets held at once while all of them are read. */
const READ_BATCH = 1_000;

/** The inventory of each engagement. */
export class AssetStore {
  private readonly assets: TenantCollection<Asset>;
  private readonly edges: TenantCollection<Edge>;

  constructor(assets: TenantCollection<Asset>, edges: TenantCollection<Edge>) {
    this.assets = assets;
    this.edges = edges;
  }

  /** The inventory as agents reach it. */
  inventoryOf(tenant: Tenant): AgentInventory {
    return {
      findByKeys: (keys) => this.assets.list(tenant, { keys: trusted({ $in: [...keys] }) }, { _id: 1 }),
      readAssets: () => readAll(this.assets, tenant),
    };
  }

  /** The dependency graph as agents reach it. */
  graphOf(tenant: Tenant): AgentGraph {
    return { readEdges: () => readAll(this.edges, tenant) };
  }
}

async function* readAll<Document extends Asset | Edge>(
  documents: TenantCollection<Document>,
  tenant: Tenant,
): AsyncGenerator<Document[]> {
  let cursor: string | undefined;
  do {
    const page = await documents.page(tenant, {}, { cursor, limit: READ_BATCH });
    if (page.items.length > 0) yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
