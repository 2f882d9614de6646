import type { AgentPhase } from '#shared/statuses.ts';
import type { Job } from '#shared/schemas/flow.schema.ts';
import type { Tenant } from '../access/tenant.ts';

/** One phase of one flow, to be run by some worker. Small: the worker reads everything else anew. */
export interface PhaseJob {
  tenant: Tenant;
  flowId: string;
  phase: AgentPhase;
}

/** What the queue lends to a running job. */
export interface JobHandle {
  /** Aborted when the worker shuts down. */
  signal: AbortSignal;
  /** Tells the queue that the job is alive; never fails. */
  touch(): Promise<void>;
}

/** What flows need of a job queue; jobs/agenda-job-queue.ts fulfils it with Agenda. Delivery is at least once. */
export interface JobQueue {
  /** Scheduling the same phase of the same flow again, while its job waits, changes that job and makes no second one. */
  schedule(job: PhaseJob, runAt: Date): Promise<void>;
  /** Asks `workers` others to read partitions of a phase that is running; whoever comes too late finds none. */
  scheduleHelp(job: PhaseJob, workers: number): Promise<void>;
  /** Removes the flow's jobs; one that runs notices by itself. @returns how many were removed */
  cancelAll(flowId: string): Promise<number>;
  list(flowId: string): Promise<Job[]>;
}
