/**
 * Delivery is at least once, effects are exactly once. A phase may be delivered again after a crash, a lost lease or a
 * doubled job; each start takes a new attempt number on the flow in one transaction, and everything an agent produced
 * is stored in one transaction that succeeds only for the newest attempt. Whoever comes late stores nothing.
 */
import type { ClientSession, Connection } from 'mongoose';
import { countOf, formatNumber } from '#shared/format.ts';
import { ownedBy } from '../access/tenant.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Agent, AgentOutput } from '../agents/agent.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { inTransaction } from '../platform/database/mongo.ts';
import type { AgentRunner } from './agent-runner.ts';
import type { AgentTasks } from './agent-tasks.ts';
import type { AgentWorkspace } from './agent-workspace.ts';
import { AttemptMonitor } from './attempt-monitor.ts';
import { describeFailure, isFinalFailure, isOfLostDatabase } from './describe-failure.ts';
import type { DuePhaseQueue } from './due-phase-queue.ts';
import { AttemptLostError } from './flow-error.ts';
import type { InventoryTurns } from './inventory-turns.ts';
import type { JobHandle, JobQueue, PhaseJob } from './job-queue.ts';
import type { MasterFlowOrchestrator, PhaseAttempt } from './master-flow-orchestrator.ts';
import type { PartitionStore } from './partition-store.ts';
import { retryAt } from './retry-at.ts';

export interface BackgroundExecutionDependencies {
  connection: Connection;
  flows: TenantCollection<FlowDocument>;
  tasks: AgentTasks;
  orchestrator: MasterFlowOrchestrator;
  workspace: AgentWorkspace;
  runner: AgentRunner;
  partitions: PartitionStore;
  turns: InventoryTurns;
  queue: JobQueue;
  duePhases: DuePhaseQueue;
  clock: Clock;
  log: Logger;
  leaseMs: number;
}

const AWAY_TOO_OFTEN = 'The database was away in this attempt, as in others before. Try again once it stays there.';

interface Attempt extends PhaseAttempt {
  taskId: string;
  agent: Agent;
  attemptsLeft: number;
  flow: FlowDocument;
}

/** Claims, keeps alive, retries and records the runs of agents; what an agent does is not known here. */
export class BackgroundExecutionService {
  private readonly deps: BackgroundExecutionDependencies;
  /** Attempts of this process. A late heartbeat does not make them lost. */
  private readonly running = new Set<Attempt>();

  constructor(dependencies: BackgroundExecutionDependencies) {
    this.deps = dependencies;
  }

  /** Runs a phase to its end, or leaves quietly when it is gone, done, cancelled or run by somebody else. */
  async runPhase(job: PhaseJob, handle: JobHandle): Promise<void> {
    if (await this.deps.turns.mustWait(job)) return this.deps.queue.schedule(job, this.deps.turns.nextLook());
    const attempt = await this.begin(job);
    if (attempt === null) return;
    this.running.add(attempt);
    try {
      await this.runAttempt(attempt, handle);
    } finally {
      this.running.delete(attempt);
    }
    await this.deps.duePhases.schedule(job.tenant, job.flowId);
  }

  private async runAttempt(attempt: Attempt, handle: JobHandle): Promise<void> {
    const { flowId: flow_id, phase, attempt: number } = attempt;
    const log = this.deps.log.child({ ...ownedBy(attempt.tenant), flow_id, phase, attempt: number });
    const beganMs = performance.now();
    const monitor = this.watch(attempt, handle, log);
    log.info('agent started');
    try {
      const output = await this.deps.runner.run(attempt, attempt.flow, {
        signal: monitor.signal,
        reportProgress: (rowsDone, state) => monitor.report(rowsDone, state),
      });
      await monitor.stop();
      await this.recordSuccess(attempt, output);
      log.info({ rows: output.rowsDone, duration_ms: Math.round(performance.now() - beganMs) }, 'agent done');
    } catch (error) {
      await monitor.stop();
      await this.recordStop(attempt, error, monitor, log);
    }
  }

  private async begin(job: PhaseJob): Promise<Attempt | null> {
    const agent = this.deps.runner.agentFor(job.phase);
    return inTransaction(this.deps.connection, async (session) => {
      await this.deps.turns.takeFor(job, session);
      const leaseUntil = new Date(this.deps.clock.now().getTime() + this.deps.leaseMs);
      const { orchestrator, tasks } = this.deps;
      let flow = await orchestrator.beginAttempt(job, leaseUntil, session);
      if (flow === null && this.isRunning(job)) return null;
      flow ??= await orchestrator.takeOver(job, leaseUntil, session);
      if (flow === null) {
        await this.giveUpLost(job, agent, session);
        return null;
      }
      await tasks.abandonAll(job, session);
      const taskId = await tasks.begin(job, { flow, agent: agent.name }, session);
      const attempt = flow.phases.find(({ phase }) => phase === job.phase)?.attempt ?? 0;
      return { ...job, attempt, taskId, agent, attemptsLeft: flow.due?.attempts_left ?? 0, flow };
    });
  }

  private isRunning({ flowId, phase }: PhaseJob): boolean {
    return [...this.running].some((attempt) => attempt.flowId === flowId && attempt.phase === phase);
  }

  /** A record that ends every worker that reads it must end in a failure too. */
  private async giveUpLost(job: PhaseJob, agent: Agent, session: ClientSession): Promise<void> {
    const flow = await this.deps.orchestrator.findLostTooOften(job, session);
    const phase = flow?.phases.find((candidate) => candidate.phase === job.phase);
    if (!flow?.due || phase === undefined) return;
    await this.deps.tasks.abandonAll(job, session);
    const error = {
      phase: job.phase,
      agent: agent.name,
      code: 'workers_lost',
      message: `${countOf(flow.due.losses + 1, 'attempt')} ended without a word, the last one when ${formatNumber(phase.rows_done)} of ${countOf(phase.rows_total, 'row')} were done: the worker stopped, or could not reach the database. Look at the logs of both, then try again.`,
      row_number: null,
      attempt: phase.attempt,
    };
    await this.deps.orchestrator.failPhase({ ...job, attempt: phase.attempt }, error, session);
  }

  private watch(attempt: Attempt, handle: JobHandle, log: Logger): AttemptMonitor {
    const { orchestrator, tasks } = this.deps;
    // Side by side: a worker that is busy gets round to each answer only once a batch of rows.
    const beat = async (...answers: Promise<boolean>[]): Promise<boolean> => {
      const [held] = await Promise.all([Promise.all(answers), handle.touch()]);
      return held.every(Boolean);
    };
    return new AttemptMonitor({
      storeProgress: ({ rowsDone, state }, leaseUntil) =>
        beat(orchestrator.reportProgress(attempt, rowsDone, leaseUntil), tasks.beat(attempt, rowsDone, state)),
      renewLease: ({ rowsDone, state }, leaseUntil) =>
        beat(orchestrator.renewLease(attempt, leaseUntil), tasks.beat(attempt, rowsDone, state)),
      outerSignal: handle.signal,
      clock: this.deps.clock,
      leaseMs: this.deps.leaseMs,
      log,
    });
  }

  private async recordSuccess(attempt: Attempt, output: AgentOutput): Promise<void> {
    await inTransaction(this.deps.connection, async (session) => {
      if (output.waitsForDecision) await this.deps.orchestrator.waitForDecision(attempt, session);
      else await this.deps.orchestrator.completePhase(attempt, session);
      const owner = { tenant: attempt.tenant, flow: attempt.flow, agent: attempt.agent.name };
      await this.deps.workspace.storeOutput(owner, output, session);
      await this.deps.partitions.removeAll(attempt.tenant, attempt.flowId, session);
      await this.deps.tasks.finish(
        attempt,
        { status: 'completed', rows_done: output.rowsDone, result: output.result },
        session,
      );
    });
  }

  private async recordStop(attempt: Attempt, error: unknown, monitor: AttemptMonitor, log: Logger): Promise<void> {
    const isShutdown = monitor.signal.aborted && !(monitor.signal.reason instanceof AttemptLostError);
    try {
      if (error instanceof AttemptLostError || monitor.signal.reason instanceof AttemptLostError) {
        log.info('agent stopped: its phase was deleted or taken over');
        await inTransaction(this.deps.connection, async (session) => {
          await this.deps.tasks.finish(attempt, { status: 'cancelled' }, session);
          await this.removeLeftPartitions(attempt, session);
          await this.deps.turns.tellStopped(attempt, session);
        });
      } else if (isShutdown) {
        log.info('agent stopped: this worker shuts down');
        await inTransaction(this.deps.connection, async (session) => {
          await this.deps.orchestrator.retryPhase(attempt, this.deps.clock.now(), session, 'nothing');
          await this.deps.tasks.finish(attempt, { status: 'cancelled' }, session);
        });
      } else {
        await this.recordFailure(attempt, error, monitor, log);
      }
    } catch (recordError) {
      if (!(recordError instanceof AttemptLostError)) throw recordError;
      log.info('agent stopped: its phase was taken over meanwhile');
    }
  }

  /** Of a flow that was deleted while its partitions were being made. */
  private async removeLeftPartitions(attempt: Attempt, session: ClientSession): Promise<void> {
    const flow = await this.deps.flows.find(attempt.tenant, { _id: attempt.flowId }, session);
    if (flow?.is_open !== true) await this.deps.partitions.removeAll(attempt.tenant, attempt.flowId, session);
  }

  private async recordFailure(attempt: Attempt, error: unknown, monitor: AttemptMonitor, log: Logger): Promise<void> {
    const taskError = describeFailure(attempt.agent.name, error);
    const isAway = isOfLostDatabase(error);
    const isFinal = isAway
      ? !this.deps.orchestrator.mayLoseMore(attempt.flow)
      : attempt.attemptsLeft === 0 || isFinalFailure(error);
    if (isAway && isFinal) taskError.message = AWAY_TOO_OFTEN;
    const { rowsDone, state } = monitor.latest;
    log.warn({ err: error, code: taskError.code, row_number: taskError.row_number, is_final: isFinal }, 'agent failed');
    await inTransaction(this.deps.connection, async (session) => {
      if (isFinal) {
        const { cause, ...flowError } = taskError;
        await this.deps.orchestrator.failPhase(
          attempt,
          { phase: attempt.phase, attempt: attempt.attempt, ...flowError },
          session,
        );
      } else {
        const dueAt = retryAt(attempt.attempt, this.deps.clock.now());
        await this.deps.orchestrator.retryPhase(attempt, dueAt, session, isAway ? 'loss' : 'attempt');
      }
      await this.deps.tasks.finish(
        attempt,
        { status: 'failed', rows_done: rowsDone, state, error: taskError },
        session,
      );
    });
  }
}
