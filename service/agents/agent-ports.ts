import type { Asset } from '../inventory/asset.ts';

/** The engagement's inventory as agents reach it; the tenant is bound. */
export interface AgentInventory {
  /** Assets that carry any of the keys; at most 1,000 keys a call. */
  findByKeys(keys: readonly string[]): Promise<Asset[]>;
  /** Every asset of the engagement by id, in batches; a batch and no more is held. */
  readAssets(): AsyncIterable<readonly Asset[]>;
}
