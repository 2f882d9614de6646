import { trusted, type ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { FlowDocument, FlowError } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import { AttemptLostError } from './flow-error.ts';
import { dueAfter, phasesAfter, progressPercentage, standing, state } from './flow-progress.ts';
import type { PhaseJob } from './job-queue.ts';
import { newFlow, type FlowSubject } from './new-flow.ts';

/** Names one start of one phase; results are only taken from the newest. */
export interface PhaseAttempt extends PhaseJob {
  attempt: number;
}

interface OrchestratorDependencies {
  flows: TenantCollection<FlowDocument>;
  clock: Clock;
  maxAttempts: number;
  maxLosses: number;
  /** Rows of one partition of a new flow. */
  partitionRows: number;
}

/**
 * Creates flows and moves them from phase to phase as agents get done; what people decide is in flow-decisions.ts. Every
 * write is one conditional update of the one flow document: whoever comes too late matches nothing. How a phase is run is
 * not known here.
 */
export class MasterFlowOrchestrator {
  private readonly deps: OrchestratorDependencies;

  constructor(dependencies: OrchestratorDependencies) {
    this.deps = dependencies;
  }

  /** @throws a duplicate key error when the tenant's slot is taken or the import already has a flow */
  async createFlow(subject: FlowSubject, session: ClientSession): Promise<void> {
    await this.deps.flows.insert(newFlow(subject, this.deps.clock.now(), this.deps), session);
  }

  /**
   * Starts the next attempt of the due phase, which nobody runs, and gives the caller its lease.
   *
   * @returns null when the phase is not due, is somebody's, or has no attempts left
   */
  async beginAttempt(job: PhaseJob, leaseUntil: Date, session: ClientSession): Promise<FlowDocument | null> {
    return this.deps.flows.change(
      job.tenant,
      { ...dueFor(job), 'due.lease_until': null, 'due.attempts_left': trusted({ $gt: 0 }) },
      this.started(leaseUntil, { 'due.attempts_left': -1 }),
      session,
    );
  }

  /**
   * Starts the attempt that follows one whose worker was lost; it costs none of those that may fail (decision 0024).
   *
   * @returns null when the phase is run by a living worker or lost too many
   */
  async takeOver(job: PhaseJob, leaseUntil: Date, session: ClientSession): Promise<FlowDocument | null> {
    return this.deps.flows.change(
      job.tenant,
      {
        ...dueFor(job),
        'due.lease_until': trusted({ $lte: this.deps.clock.now() }),
        'due.losses': trusted({ $lt: this.deps.maxLosses - 1 }),
      },
      this.started(leaseUntil, { 'due.losses': 1 }),
      session,
    );
  }

  /** The flow, where its due phase has just lost the last worker it may lose; null otherwise. */
  async findLostTooOften(job: PhaseJob, session: ClientSession): Promise<FlowDocument | null> {
    return this.deps.flows.find(
      job.tenant,
      {
        _id: job.flowId,
        status: 'running',
        'due.phase': job.phase,
        'due.losses': trusted({ $gte: this.deps.maxLosses - 1 }),
        'due.lease_until': trusted({ $lte: this.deps.clock.now() }),
      },
      session,
    );
  }

  /**
   * Tells how far an attempt is and renews its lease.
   *
   * @returns whether the attempt still owns the phase
   */
  async reportProgress(attempt: PhaseAttempt, rowsDone: number, leaseUntil: Date): Promise<boolean> {
    const flow = await this.deps.flows.find(attempt.tenant, ownedBy(attempt));
    if (flow === null) return false;
    const phases = flow.phases.map((phase) =>
      phase.phase === attempt.phase ? { ...phase, rows_done: rowsDone } : phase,
    );
    const changed = await this.deps.flows.change(attempt.tenant, ownedBy(attempt), {
      $set: { 'phases.$.rows_done': rowsDone, ...leased(leaseUntil), updated_at: this.deps.clock.now() },
      $max: { progress_percentage: progressPercentage(phases) },
      $inc: { revision: 1 },
    });
    return changed !== null;
  }

  /**
   * Renews the lease alone. Pollers of a quiet phase keep getting 304, unless of the lease they know less than half is
   * left: then it is news that the worker lives.
   */
  async renewLease(attempt: PhaseAttempt, leaseUntil: Date): Promise<boolean> {
    const half = (leaseUntil.getTime() - this.deps.clock.now().getTime()) / 2;
    const isKnown = { 'due.told_until': trusted({ $gte: new Date(leaseUntil.getTime() - half) }) };
    const { tenant } = attempt;
    const renewed = await this.deps.flows.change(
      tenant,
      { ...ownedBy(attempt), ...isKnown },
      { $set: { 'due.lease_until': leaseUntil } },
    );
    const told = { $set: leased(leaseUntil), $inc: { revision: 1 } };
    return (renewed ?? (await this.deps.flows.change(tenant, ownedBy(attempt), told))) !== null;
  }

  /**
   * Ends the phase of this attempt and makes the next one due, or waits for the analyst.
   *
   * @throws AttemptLostError when a newer attempt, a deletion or another worker owns the phase
   */
  async completePhase(attempt: PhaseAttempt, session: ClientSession): Promise<FlowDocument> {
    const flow = await this.deps.flows.find(attempt.tenant, ownedBy(attempt), session);
    if (flow === null) throw new AttemptLostError();
    const now = this.deps.clock.now();
    const { next, phases } = phasesAfter(flow, attempt.phase, now);
    return this.changeOwned(
      attempt,
      {
        $set: { ...standing(flow, next), phases, due: dueAfter(next, now, this.deps.maxAttempts), updated_at: now },
        $max: { progress_percentage: next === null ? 100 : progressPercentage(phases) },
        $inc: { revision: 1 },
      },
      session,
    );
  }

  /** The agent has shown what it is about to do: the phase waits for a person, who lets it run again. @throws AttemptLostError */
  async waitForDecision(attempt: PhaseAttempt, session: ClientSession): Promise<void> {
    const now = this.deps.clock.now();
    await this.changeOwned(
      attempt,
      {
        $set: { ...state('waiting_for_approval'), due: null, 'phases.$.status': 'waiting', updated_at: now },
        $inc: { revision: 1 },
      },
      session,
    );
  }

  /** Whether the due phase of a flow may lose one more worker, or the database, before the flow fails. */
  mayLoseMore({ due }: FlowDocument): boolean {
    return (due?.losses ?? 0) < this.deps.maxLosses - 1;
  }

  /**
   * After a failure that may pass: the phase is due again at `dueAt`.
   *
   * @param cost which of its bounds the attempt counts for (decision 0024)
   * @throws AttemptLostError
   */
  async retryPhase(
    attempt: PhaseAttempt,
    dueAt: Date,
    session: ClientSession,
    cost: 'attempt' | 'loss' | 'nothing',
  ): Promise<void> {
    await this.changeOwned(
      attempt,
      {
        $set: {
          'phases.$.status': 'queued',
          'due.due_at': dueAt,
          'due.scheduled_at': null,
          ...leased(null),
          updated_at: this.deps.clock.now(),
        },
        $inc: {
          revision: 1,
          'due.attempts_left': cost === 'attempt' ? 0 : 1,
          'due.losses': cost === 'loss' ? 1 : 0,
        },
      },
      session,
    );
  }

  /** After a failure that will not pass: the flow stops here, open, until somebody resumes or deletes it. @throws AttemptLostError */
  async failPhase(attempt: PhaseAttempt, error: FlowError, session: ClientSession): Promise<void> {
    const now = this.deps.clock.now();
    await this.changeOwned(
      attempt,
      {
        $set: {
          ...state('failed'),
          error,
          due: null,
          'phases.$.status': 'failed',
          'phases.$.finished_at': now,
          updated_at: now,
        },
        $inc: { revision: 1 },
      },
      session,
    );
  }

  private started(leaseUntil: Date, counted: { 'due.attempts_left': number } | { 'due.losses': number }) {
    const now = this.deps.clock.now();
    return {
      $set: {
        ...state('running'),
        ...leased(leaseUntil),
        'due.scheduled_at': now,
        'phases.$.status': 'running',
        'phases.$.started_at': now,
        'phases.$.rows_done': 0,
        updated_at: now,
      },
      $inc: { 'phases.$.attempt': 1, revision: 1, ...counted },
    } as const;
  }

  /** @throws AttemptLostError when the attempt no longer owns its phase */
  private async changeOwned(
    attempt: PhaseAttempt,
    update: Parameters<TenantCollection<FlowDocument>['change']>[2],
    session: ClientSession,
  ): Promise<FlowDocument> {
    const changed = await this.deps.flows.change(attempt.tenant, ownedBy(attempt), update, session);
    if (changed === null) throw new AttemptLostError();
    return changed;
  }
}

/** A lease that pollers hear of: with a new revision. */
function leased(until: Date | null) {
  return { 'due.lease_until': until, 'due.told_until': until };
}

function dueFor({ flowId, phase }: PhaseJob) {
  return {
    _id: flowId,
    status: trusted({ $in: ['initialized' as const, 'running' as const] }),
    'due.phase': phase,
    'phases.phase': phase,
  };
}

/** A phase that was made due again has no lease until its next attempt begins, so whoever ran it before owns it no more. */
function ownedBy(attempt: PhaseAttempt) {
  return {
    _id: attempt.flowId,
    status: 'running',
    'due.phase': attempt.phase,
    'due.lease_until': trusted({ $ne: null }),
    phases: trusted({ $elemMatch: { phase: attempt.phase, attempt: attempt.attempt } }),
  } as const;
}
