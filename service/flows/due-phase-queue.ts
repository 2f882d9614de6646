import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { JobQueue } from './job-queue.ts';

interface DuePhaseQueueDependencies {
  flows: TenantCollection<FlowDocument>;
  queue: JobQueue;
  clock: Clock;
  log: Logger;
}

/** Hands the phases that commits made due to the job queue, and takes back those of flows that ended. */
export class DuePhaseQueue {
  private readonly deps: DuePhaseQueueDependencies;

  constructor(dependencies: DuePhaseQueueDependencies) {
    this.deps = dependencies;
  }

  /** Schedules the due phase of a flow. Safe to repeat; does nothing when no phase is due. */
  async schedule(tenant: Tenant, flowId: string): Promise<void> {
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
   * Schedules right after a commit. A failure here is no failure of what was committed, and must not be answered as
   * one: the sweeper schedules what is left.
   */
  async scheduleCommitted(tenant: Tenant, flowId: string): Promise<void> {
    try {
      await this.schedule(tenant, flowId);
    } catch (error) {
      this.deps.log.warn(
        { err: error, ...ownedBy(tenant), flow_id: flowId },
        'a due phase could not be scheduled at once; the sweeper will',
      );
    }
  }
  /**
   * Removes the jobs of a flow right after the commit that ended it. A failure here is no failure of that either: a job
   * that is left finds nothing due. @returns how many were removed
   */
  async cancelCommitted(tenant: Tenant, flowId: string): Promise<number> {
    try {
      return await this.deps.queue.cancelAll(flowId);
    } catch (error) {
      this.deps.log.warn(
        { err: error, ...ownedBy(tenant), flow_id: flowId },
        'the jobs of a deleted flow could not be removed; they will find nothing to do',
      );
      return 0;
    }
  }
}
