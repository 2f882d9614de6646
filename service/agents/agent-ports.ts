import type { Edge } from '../dependencies/edge.ts';
import type { Asset } from '../inventory/asset.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';

/** The engagement's inventory as agents reach it; the tenant is bound. */
export interface AgentInventory {
  /** Assets that carry any of the keys; at most 1,000 keys a call. */
  findByKeys(keys: readonly string[]): Promise<Asset[]>;
  /** Every asset of the engagement by id, in batches; a batch and no more is held. */
  readAssets(): AsyncIterable<readonly Asset[]>;
}

/** The engagement's dependency graph as agents reach it; the tenant is bound. */
export interface AgentGraph {
  /** Every edge, in batches; a batch and no more is held. */
  readEdges(): AsyncIterable<readonly Edge[]>;
}

/** Where assessments go before the phase is stored; nobody sees them until then. The tenant is bound. */
export interface AgentAssessments {
  /**
   * Begins the next generation, without anything staged before in it. The same import over the same current generation
   * gives the same name, so that a repeated run replaces its own documents.
   */
  open(): Promise<string>;
  /** At most 1,000 a call. */
  stage(generation: string, assessments: readonly AssetAssessment[]): Promise<void>;
}
