/**
 * Delivery is at least once, effects are exactly once. A phase may be delivered again after a crash, a lost lease or a
 * doubled job; each start takes a new attempt number on the flow in one transaction, and everything an agent produced
 * is stored in one transaction that succeeds only for the newest attempt. Whoever comes late stores nothing.
 */
import type { ClientSession, Connection } from 'mongoose';
import { countOf, formatNumber } from '#shared/format.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Agent, AgentOutput } from '../agents/agent.ts';
import { agentTaskId, type AgentTaskDocument } from '../models/agent-task.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { inTransaction } from '../platform/mongo.ts';
import type { AgentWorkspace } from './agent-workspace.ts';
import type { AgentRunner } from './agent-runner.ts';
import { AttemptMonitor } from './attempt-monitor.ts';
import { describeFailure, isFinalFailure } from './describe-failure.ts';
import { AttemptLostError } from './flow-error.ts';
import type { InventoryTurns } from './inventory-turns.ts';
import type { JobHandle, JobQueue, PhaseJob } from './job-queue.ts';
import type { MasterFlowOrchestrator, PhaseAttempt } from './master-flow-orchestrator.ts';
import type { PartitionStore } from './partition-store.ts';
import { retryAt } from './retry-at.ts';

export interface BackgroundExecutionDependencies {
  connection: Connection;
  flows: TenantCollection<FlowDocument>;
  tasks: TenantCollection<AgentTaskDocument>;
  orchestrator: MasterFlowOrchestrator;
  workspace: AgentWorkspace;
  runner: AgentRunner;
  partitions: PartitionStore;
  turns: InventoryTurns;
  queue: JobQueue;
  clock: Clock;
  log: Logger;
  /** Names this process in its tasks. */
  worker: string;
  leaseMs: number;
}

interface Attempt extends PhaseAttempt {
  taskId: string;
  agent: Agent;
  attemptsLeft: number;
  flow: FlowDocument;
}

/** Schedules, claims, keeps alive, retries and records the runs of agents; what an agent does is not known here. */
export class BackgroundExecutionService {
  private readonly deps: BackgroundExecutionDependencies;
  /** What this process runs now: however late its heartbeat, it is alive. */
  private readonly running = new Set<Attempt>();

  constructor(dependencies: BackgroundExecutionDependencies) {
    this.deps = dependencies;
  }

  /** Hands the due phase of a flow to the queue. Safe to repeat; does nothing when no phase is due. */
  async scheduleDuePhase(tenant: Tenant, flowId: string): Promise<void> {
    const flow = await this.deps.flows.find(tenant, { _id: flowId });
    if (!flow?.due) return;
    const { phase, due_at: dueAt } = flow.due;
    await this.deps.queue.schedule({ tenant, flowId, phase }, dueAt);
    await this.deps.flows.change(
      tenant,
      { _id: flowId, 'due.phase': phase, 'due.due_at': dueAt },
      { $set: { 'due.scheduled_at': this.deps.clock.now() } },
    );
  }

  /**
   * Hands over what a commit made due. A failure here is no failure of what was committed, and must not be answered as
   * one: the sweeper schedules what is left.
   */
  async startDuePhase(tenant: Tenant, flowId: string): Promise<void> {
    try {
      await this.scheduleDuePhase(tenant, flowId);
    } catch (error) {
      this.deps.log.warn(
        { err: error, flow_id: flowId },
        'a due phase could not be scheduled at once; the sweeper will',
      );
    }
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
    await this.scheduleDuePhase(job.tenant, job.flowId);
  }

  private async runAttempt(attempt: Attempt, handle: JobHandle): Promise<void> {
    const log = this.deps.log.child({ flow_id: attempt.flowId, phase: attempt.phase, attempt: attempt.attempt });
    const monitor = this.watch(attempt, handle, log);
    log.info('agent started');
    try {
      const output = await this.deps.runner.run(attempt, attempt.flow, {
        signal: monitor.signal,
        reportProgress: (rowsDone, state) => monitor.report(rowsDone, state),
      });
      await monitor.stop();
      await this.recordSuccess(attempt, output);
      log.info({ rows: output.rowsDone }, 'agent done');
    } catch (error) {
      await monitor.stop();
      await this.recordStop(attempt, error, monitor, log);
    }
  }

  private async begin(job: PhaseJob): Promise<Attempt | null> {
    const agent = this.deps.runner.agentFor(job.phase);
    return inTransaction(this.deps.connection, async (session) => {
      await this.deps.turns.takeFor(job, session);
      const now = this.deps.clock.now();
      const leaseUntil = new Date(now.getTime() + this.deps.leaseMs);
      const orchestrator = this.deps.orchestrator;
      let flow = await orchestrator.beginAttempt(job, leaseUntil, session);
      if (flow === null && this.isRunning(job)) return null;
      flow ??= await orchestrator.takeOver(job, leaseUntil, session);
      if (flow === null) {
        await this.giveUpLost(job, agent, session);
        return null;
      }
      const phase = flow.phases.find((candidate) => candidate.phase === job.phase);
      const attempt = phase?.attempt ?? 0;
      const taskId = agentTaskId(job.flowId, job.phase, attempt);
      await this.abandonTasks(job, session);
      await this.deps.tasks.insert(
        {
          _id: taskId,
          client_account_id: job.tenant.clientAccountId,
          engagement_id: job.tenant.engagementId,
          flow_id: job.flowId,
          data_import_id: flow.data_import_id,
          phase: job.phase,
          agent: agent.name,
          attempt,
          status: 'running',
          rows_done: 0,
          rows_total: flow.total_records,
          worker: this.deps.worker,
          state: {},
          result: null,
          error: null,
          queued_at: phase?.queued_at ?? null,
          started_at: now,
          finished_at: null,
          heartbeat_at: now,
        },
        session,
      );
      return { ...job, attempt, taskId, agent, attemptsLeft: flow.due?.attempts_left ?? 0, flow };
    });
  }

  private isRunning({ flowId, phase }: PhaseJob): boolean {
    return [...this.running].some((attempt) => attempt.flowId === flowId && attempt.phase === phase);
  }

  /** Earlier runs of this phase whose worker never came back. */
  private async abandonTasks(job: PhaseJob, session: ClientSession): Promise<void> {
    await this.deps.tasks.changeAll(
      job.tenant,
      { flow_id: job.flowId, phase: job.phase, status: 'running' },
      { $set: { status: 'abandoned', finished_at: this.deps.clock.now() } },
      session,
    );
  }

  /** A record that ends every worker that reads it must end in a failure too. */
  private async giveUpLost(job: PhaseJob, agent: Agent, session: ClientSession): Promise<void> {
    const flow = await this.deps.orchestrator.findLostTooOften(job, session);
    const phase = flow?.phases.find((candidate) => candidate.phase === job.phase);
    if (!flow?.due || phase === undefined) return;
    await this.abandonTasks(job, session);
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
    const storeTask = (rowsDone: number, state: object) =>
      this.deps.tasks.change(
        attempt.tenant,
        { _id: attempt.taskId, status: 'running' },
        { $set: { rows_done: rowsDone, state, heartbeat_at: this.deps.clock.now() } },
      );
    // Side by side: a worker that is busy gets round to each answer only once a batch of rows.
    const beat = async (renewed: Promise<boolean>, stored: ReturnType<typeof storeTask>): Promise<boolean> => {
      const [isOwner, task] = await Promise.all([renewed, stored, handle.touch()]);
      return isOwner && task !== null;
    };
    return new AttemptMonitor({
      storeProgress: ({ rowsDone, state }, leaseUntil) =>
        beat(this.deps.orchestrator.reportProgress(attempt, rowsDone, leaseUntil), storeTask(rowsDone, state)),
      renewLease: ({ rowsDone, state }, leaseUntil) =>
        beat(this.deps.orchestrator.renewLease(attempt, leaseUntil), storeTask(rowsDone, state)),
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
      await this.finishTask(
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
          await this.finishTask(attempt, { status: 'cancelled' }, session);
          await this.removeLeftPartitions(attempt, session);
          await this.deps.turns.tellStopped(attempt, session);
        });
      } else if (isShutdown) {
        log.info('agent stopped: this worker shuts down');
        await inTransaction(this.deps.connection, async (session) => {
          await this.deps.orchestrator.retryPhase(attempt, this.deps.clock.now(), session, { isFree: true });
          await this.finishTask(attempt, { status: 'cancelled' }, session);
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
    const isFinal = attempt.attemptsLeft === 0 || isFinalFailure(error);
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
        await this.deps.orchestrator.retryPhase(attempt, dueAt, session, { isFree: false });
      }
      await this.finishTask(attempt, { status: 'failed', rows_done: rowsDone, state, error: taskError }, session);
    });
  }

  private async finishTask(attempt: Attempt, end: Partial<AgentTaskDocument>, session: ClientSession): Promise<void> {
    const now = this.deps.clock.now();
    await this.deps.tasks.change(
      attempt.tenant,
      { _id: attempt.taskId, status: 'running' },
      { $set: { ...end, finished_at: now, heartbeat_at: now } },
      session,
    );
  }
}
