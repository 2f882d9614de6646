import { trusted, type ClientSession, type Model } from 'mongoose';
import type { AgentPhase } from '#shared/statuses.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { engagementKey, type Tenant } from '../access/tenant.ts';
import type { EngagementDocument } from '../models/engagement.model.ts';
import type { FlowDocument, StoppingWriters } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { PhaseJob } from './job-queue.ts';
import type { PhaseAttempt } from './master-flow-orchestrator.ts';

/** These write assets as they go: nothing they wrote waits for the end of the phase. */
const WRITING: ReadonlySet<string> = new Set<AgentPhase>(['asset_inventory', 'withdrawal']);

/** A write that was under way when its worker stopped is through by then, ms. */
const LAST_WRITE_MS = 3_000;
/** How often a phase looks whether it is its turn, ms. */
const LOOK_MS = 500;

interface InventoryTurnsDependencies {
  flows: TenantCollection<FlowDocument>;
  engagements: Model<EngagementDocument>;
  clock: Clock;
}

/**
 * Who may write the assets of an engagement. One flow is open at a time, but a worker whose flow was paused or deleted
 * hears of it late, and a person's decision is no phase: both wait their turn here, so that nobody writes an asset as it
 * was before somebody else changed it.
 */
export class InventoryTurns {
  private readonly deps: InventoryTurnsDependencies;

  constructor(dependencies: InventoryTurnsDependencies) {
    this.deps = dependencies;
  }

  /** Two takers at once change one document, so MongoDB aborts one of them; its retry sees the other's writes. */
  async take(tenant: Tenant, session: ClientSession): Promise<void> {
    const engagement = { _id: engagementKey(tenant) };
    const { matchedCount } = await this.deps.engagements.updateOne(
      engagement,
      { $inc: { inventory_turns: 1 } },
      { session },
    );
    // Without a document nothing conflicts, and both would write.
    if (matchedCount === 0) throw new Error(`There is no engagement ${engagement._id} to take a turn in.`);
  }

  /** Takes the turn of a phase that writes assets; of any other there is none to take. */
  async takeFor({ tenant, phase }: PhaseJob, session: ClientSession): Promise<void> {
    if (WRITING.has(phase)) await this.take(tenant, session);
  }

  /** Whether the phase must wait for workers of another one. A further attempt of the same phase writes the same. */
  async mustWait({ tenant, flowId, phase }: PhaseJob): Promise<boolean> {
    if (!WRITING.has(phase)) return false;
    const left = await this.stillStopping(tenant);
    return left.some((flow) => flow._id !== flowId || flow.stopping?.phase !== phase);
  }

  /** When a phase that had to wait is to ask again. */
  nextLook(): Date {
    return new Date(this.deps.clock.now().getTime() + LOOK_MS);
  }

  /** Whether a worker whose flow was paused or deleted may still be writing. */
  async areWritersLeft(tenant: Tenant, session: ClientSession): Promise<boolean> {
    return (await this.stillStopping(tenant, session)).length > 0;
  }

  /** The worker of the attempt has stopped; what it had sent may be on its way. */
  async tellStopped({ tenant, flowId, phase, attempt }: PhaseAttempt, session: ClientSession): Promise<void> {
    const alone = { 'stopping.phase': phase, 'stopping.attempt': attempt, 'stopping.has_helpers': false };
    const through = new Date(this.deps.clock.now().getTime() + LAST_WRITE_MS);
    await this.deps.flows.change(tenant, { _id: flowId, ...alone }, { $min: { 'stopping.until': through } }, session);
  }

  private stillStopping(tenant: Tenant, session?: ClientSession): Promise<FlowDocument[]> {
    return this.deps.flows.list(
      tenant,
      { 'stopping.until': trusted({ $gt: this.deps.clock.now() }) },
      { _id: 1 },
      session,
    );
  }
}

/**
 * Which workers may go on writing assets once the flow is no longer due: its owner, its helpers, and who was left when it
 * was stopped before.
 *
 * @param helpersUntil when the last lease on a part of its rows ends; null: nobody reads any
 */
export function stoppingWriters(flow: FlowDocument, helpersUntil: Date | null, now: Date): StoppingWriters | null {
  const { due, current_phase: phase, stopping } = flow;
  const earlier = stopping && stopping.until > now ? stopping : null;
  const ownerUntil = due?.lease_until ?? null;
  if (!WRITING.has(phase) || (ownerUntil === null && helpersUntil === null)) return earlier;
  const attempt = flow.phases.find((one) => one.phase === phase)?.attempt ?? 0;
  const ends = [ownerUntil, helpersUntil, earlier?.until].map((until) => until?.getTime() ?? 0);
  const isOwnersAlone = earlier === null || (earlier.attempt === attempt && !earlier.has_helpers);
  return { phase, attempt, until: new Date(Math.max(...ends)), has_helpers: helpersUntil !== null || !isOwnersAlone };
}
