import { trusted } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AgentInventory } from '../agents/agent-ports.ts';
import type { Asset } from '../inventory/asset.ts';

/** Assets held at once while all of them are read. */
const READ_BATCH = 1_000;

/** The inventory of each engagement. */
export class AssetStore {
  private readonly assets: TenantCollection<Asset>;

  constructor(assets: TenantCollection<Asset>) {
    this.assets = assets;
  }

  /** The inventory as agents reach it. */
  inventoryOf(tenant: Tenant): AgentInventory {
    return {
      findByKeys: (keys) => this.assets.list(tenant, { keys: trusted({ $in: [...keys] }) }, { _id: 1 }),
      readAssets: () => this.readAssets(tenant),
    };
  }

  private async *readAssets(tenant: Tenant): AsyncGenerator<Asset[]> {
    let cursor: string | undefined;
    do {
      const page = await this.assets.page(tenant, {}, { cursor, limit: READ_BATCH });
      if (page.items.length > 0) yield page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
