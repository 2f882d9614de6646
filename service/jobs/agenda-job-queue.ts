import type { Agenda, Job } from 'agenda';
import { computeJobState, type JobParameters } from 'agenda';
import type { Collection } from 'mongodb';
import { z } from 'zod';
import type { JobHandle, JobQueue, PhaseJob } from '../flows/job-queue.ts';
import { agentPhases, jobKinds, type JobKind } from '#shared/statuses.ts';
import type { Job as JobView } from '#shared/schemas/flow.schema.ts';
import type { Logger } from '../platform/logger.ts';
import { withUnboundReads } from '../platform/database/read-bound.ts';

const [RUN_PHASE, HELP_PHASE] = jobKinds;

/** A phase goes on where the one before it ended. Help is for other workers. */
export const BEGUN_AT_ONCE: readonly JobKind[] = [RUN_PHASE];

/** How long finished jobs can be looked at, days. Their tasks stay for good. */
const KEPT_DAYS = 7;

const jobDataSchema = z.object({
  client_account_id: z.string(),
  engagement_id: z.string(),
  flow_id: z.string(),
  phase: z.enum(agentPhases),
});

const jobKindSchema = z.enum(jobKinds);

type JobWork = (job: PhaseJob, handle: JobHandle) => Promise<void>;

interface AgendaJobQueueDependencies {
  agenda: Agenda;
  jobs: Collection;
  log: Logger;
}

/** Agenda as the flows' job queue: delivery at least once, lock kept alive by `touch`, own abort signal on drain. */
export class AgendaJobQueue implements JobQueue {
  private readonly deps: AgendaJobQueueDependencies;
  private readonly shutdown = new AbortController();

  constructor(dependencies: AgendaJobQueueDependencies) {
    this.deps = dependencies;
  }

  /** Creates the indexes; at boot, before the first job. */
  async prepare(): Promise<void> {
    await this.deps.agenda.ready;
    await this.deps.jobs.createIndex({ 'data.flow_id': 1 });
    await this.deps.jobs.createIndex(
      { lastFinishedAt: 1 },
      { name: 'drop_finished', expireAfterSeconds: KEPT_DAYS * 86_400, partialFilterExpression: { nextRunAt: null } },
    );
  }

  /** Begins to run jobs. The handler records failures; its errors are for the job document and the log. */
  async work(
    work: { runPhase: JobWork; helpPhase: JobWork },
    options: { concurrency: number; lockMs: number },
  ): Promise<void> {
    this.define(RUN_PHASE, work.runPhase, options);
    // One process reads one partition at a time for others: a second one would only take turns with the first.
    this.define(HELP_PHASE, work.helpPhase, { ...options, concurrency: 1 });
    this.deps.agenda.on('error', (error) => {
      // It may still be looking for jobs when the connection closes.
      if (!this.shutdown.signal.aborted) this.deps.log.warn({ err: error }, 'the job queue reported an error');
    });
    this.deps.agenda.on('fail', (error: unknown) =>
      this.deps.log.error({ err: error }, 'a job failed outside its agent'),
    );
    await this.deps.agenda.start();
  }

  private define(name: JobKind, work: JobWork, options: { concurrency: number; lockMs: number }): void {
    this.deps.agenda.define(
      name,
      // oxlint-disable-next-line typescript/no-misused-promises -- Agenda takes a promise where no `done` is asked for.
      async (job) => {
        const data = jobDataSchema.parse(job.attrs.data);
        const tenant = { clientAccountId: data.client_account_id, engagementId: data.engagement_id };
        const phaseJob = { tenant, flowId: data.flow_id, phase: data.phase };
        const handle = { signal: this.shutdown.signal, touch: () => this.touch(job) };
        await withUnboundReads(() => work(phaseJob, handle));
      },
      { concurrency: options.concurrency, lockLimit: options.concurrency, lockLifetime: options.lockMs },
    );
  }

  /**
   * The lease of its flow decides which worker runs a phase: a job that was delivered again or removed is no reason to
   * stop.
   */
  private async touch(job: Job): Promise<void> {
    try {
      await job.touch();
    } catch (error) {
      this.deps.log.debug({ err: error }, 'a job that runs is no longer in the queue');
    }
  }

  /** Takes no new jobs, tells the running agents to stop, and waits for them at most `graceMs`. */
  async drain(graceMs: number): Promise<void> {
    const drained = this.deps.agenda.drain({ timeout: graceMs });
    this.shutdown.abort(new Error('This worker shuts down.'));
    const { running } = await drained;
    if (running > 0)
      this.deps.log.warn({ running }, 'agents did not stop in time; their leases run out and others take over');
  }

  async schedule(job: PhaseJob, runAt: Date): Promise<void> {
    const waiting = {
      name: RUN_PHASE,
      'data.flow_id': job.flowId,
      'data.phase': job.phase,
      lockedAt: null,
      nextRunAt: { $ne: null },
    };
    await this.deps.agenda.create(RUN_PHASE, dataOf(job)).unique(waiting).schedule(runAt).save();
  }

  async scheduleHelp(job: PhaseJob, workers: number): Promise<void> {
    for (let made = 0; made < workers; made += 1) await this.deps.agenda.now(HELP_PHASE, dataOf(job));
  }

  async cancelAll(flowId: string): Promise<number> {
    const removed = await this.deps.jobs.deleteMany({ 'data.flow_id': flowId, nextRunAt: { $ne: null } });
    return removed.deletedCount;
  }

  async list(flowId: string): Promise<JobView[]> {
    const found = await this.deps.jobs.find({ 'data.flow_id': flowId }).sort({ _id: -1 }).limit(100).toArray();
    return found.map((job) => presentJob(job as unknown as JobParameters));
  }
}

function dataOf(job: PhaseJob): z.infer<typeof jobDataSchema> {
  return {
    client_account_id: job.tenant.clientAccountId,
    engagement_id: job.tenant.engagementId,
    flow_id: job.flowId,
    phase: job.phase,
  };
}

function presentJob(job: JobParameters): JobView {
  const state = computeJobState(job);
  return {
    job_id: String(job._id),
    name: jobKindSchema.parse(job.name),
    phase: jobDataSchema.parse(job.data).phase,
    state: state === 'repeating' || state === 'paused' ? 'scheduled' : state,
    next_run_at: job.nextRunAt?.toISOString() ?? null,
    locked_at: job.lockedAt?.toISOString() ?? null,
    last_run_at: job.lastRunAt?.toISOString() ?? null,
    last_finished_at: job.lastFinishedAt?.toISOString() ?? null,
    fail_count: job.failCount ?? 0,
    fail_reason: job.failReason ?? null,
  };
}
