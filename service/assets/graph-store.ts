/**
 * The dependency graph of an engagement is made anew as a whole by every flow. Its edges are staged as a generation that
 * nobody reads; the transaction that stores the phase turns the engagement's pointer to it. Numbers of generations are
 * given out once and only grow, and the pointer never goes back, so whoever comes late harms nothing: its edges stay
 * unread and are removed by the next run.
 */
import { createHash } from 'node:crypto';
import { trusted, type ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AgentOutput } from '../agents/agent.ts';
import type { AgentGraph, EdgeChoice } from '../agents/agent-ports.ts';
import type { EngagementGraphDocument } from '../models/engagement-graph.model.ts';
import type { Clock } from '../platform/clock.ts';
import { isDuplicateKey } from '../platform/database/mongo.ts';
import type { GraphEdges } from './graph-edges.ts';

const ID_CHARACTERS = 20;
const NUMBER_DIGITS = 8;

/** A graph that was built and counts. */
export type CurrentGraph = EngagementGraphDocument & {
  generation: string;
  built_at: Date;
  measures: NonNullable<EngagementGraphDocument['measures']>;
};

interface GraphStoreDependencies {
  engagementGraphs: TenantCollection<EngagementGraphDocument>;
  graphEdges: GraphEdges;
  clock: Clock;
}

export class GraphStore {
  private readonly deps: GraphStoreDependencies;

  constructor(dependencies: GraphStoreDependencies) {
    this.deps = dependencies;
  }

  /** The graph that counts; null before the first one was built. */
  async findCurrent(tenant: Tenant): Promise<CurrentGraph | null> {
    const graph = await this.deps.engagementGraphs.find(tenant, { _id: graphIdOf(tenant) });
    return graph?.generation && graph.built_at && graph.measures ? (graph as CurrentGraph) : null;
  }

  /** The graph as agents reach it. */
  graphOf(tenant: Tenant): AgentGraph {
    return {
      begin: () => this.begin(tenant),
      stage: (generation, edges) => this.deps.graphEdges.stage({ tenant, generation }, edges),
      countEdges: async () => (await this.findCurrent(tenant))?.measures.edges ?? 0,
      readEdges: (which) => this.readEdges(tenant, which),
    };
  }

  /** Turns to a generation that was staged. Called in the transaction that stores the phase. */
  async publish(
    owner: { tenant: Tenant; flowId: string },
    graph: NonNullable<AgentOutput['graph']>,
    session: ClientSession,
  ): Promise<void> {
    const number = Number(graph.generation.slice(graph.generation.lastIndexOf(':') + 1));
    await this.deps.engagementGraphs.change(
      owner.tenant,
      { _id: graphIdOf(owner.tenant), generation_number: trusted({ $lt: number }) },
      {
        $set: {
          generation: graph.generation,
          generation_number: number,
          flow_id: owner.flowId,
          built_at: this.deps.clock.now(),
          measures: graph.measures,
        },
      },
      session,
    );
  }

  private async begin(tenant: Tenant): Promise<string> {
    const _id = graphIdOf(tenant);
    await this.open(tenant, _id);
    const graph = await this.deps.engagementGraphs.change(tenant, { _id }, { $inc: { generations_begun: 1 } });
    if (graph === null) throw new Error('The graph of this engagement vanished.');
    if (graph.generation !== null) await this.deps.graphEdges.removeBefore({ tenant, generation: graph.generation });
    return `${_id}:${String(graph.generations_begun).padStart(NUMBER_DIGITS, '0')}`;
  }

  private async open(tenant: Tenant, _id: string): Promise<void> {
    if ((await this.deps.engagementGraphs.find(tenant, { _id })) !== null) return;
    try {
      await this.deps.engagementGraphs.insert({
        _id,
        ...ownedBy(tenant),
        generations_begun: 0,
        generation: null,
        generation_number: 0,
        flow_id: null,
        built_at: null,
        measures: null,
      });
    } catch (error) {
      // Another worker was faster.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  private async *readEdges(tenant: Tenant, which: EdgeChoice) {
    const current = await this.findCurrent(tenant);
    if (current !== null) yield* this.deps.graphEdges.readEnds({ tenant, generation: current.generation }, which);
  }
}

/** Short, because every edge's id begins with it; tenant ids hold no slash. */
function graphIdOf({ clientAccountId, engagementId }: Tenant): string {
  const digest = createHash('sha256').update(`${clientAccountId}/${engagementId}`).digest('hex');
  return `grf_${digest.slice(0, ID_CHARACTERS)}`;
}
