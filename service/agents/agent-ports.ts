import type { Dependency } from '../dependencies/edge.ts';
import type { GraphMeasures } from '../dependencies/graph-tally.ts';
import type { Asset } from '../inventory/asset.ts';

/** The engagement's inventory as agents reach it; the tenant is bound. */
export interface AgentInventory {
  /** Assets that carry any of the keys; at most 1,000 keys a call. */
  findByKeys(keys: readonly string[]): Promise<Asset[]>;
  /** Every asset of the engagement by id, in batches; a batch and no more is held. */
  readAssets(): AsyncIterable<readonly Asset[]>;
}

/** The engagement's dependency graph as agents reach it; the tenant is bound. */
export interface AgentGraph {
  /** Begins a generation of its own, which nobody reads before the phase that made it is stored. */
  begin(): Promise<GraphStage>;
  /** What was measured of the graph that counts now; null before the first one. */
  measures(): Promise<GraphMeasures | null>;
  /** Every edge of the graph that counts now, in order of assets, in batches. */
  readEdges(): AsyncIterable<readonly Dependency[]>;
}

export interface GraphStage {
  generation: string;
  /** Stores edges of this generation; the same edge again changes nothing. */
  add: (edges: readonly Dependency[]) => Promise<void>;
}
