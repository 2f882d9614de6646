import { ownedBy, tenantOf } from '../access/tenant.ts';
import { trusted, type Model } from 'mongoose';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import type { DuePhaseQueue } from './due-phase-queue.ts';

/** A scheduled phase that nobody started for this long lost its job; due phases usually start within a second. */
const LOST_JOB_MS = 60_000;

/** Flows handled in one sweep; the next sweep takes the rest. */
const SWEEP_MAX = 200;

interface FlowSweeperDependencies {
  flows: Model<FlowDocument>;
  duePhases: DuePhaseQueue;
  clock: Clock;
  log: Logger;
}

/**
 * Finds due phases that a crash left: committed but never scheduled, scheduled but lost, or held by a worker that died.
 * Reads flows of all tenants, as flow-revisions.ts does, and passes each flow's own tenant on.
 */
export class FlowSweeper {
  private readonly deps: FlowSweeperDependencies;

  constructor(dependencies: FlowSweeperDependencies) {
    this.deps = dependencies;
  }

  async sweep(mayGoOn: () => boolean): Promise<void> {
    const now = this.deps.clock.now().getTime();
    const left = await this.deps.flows
      .find({
        is_open: true,
        'due.due_at': trusted({ $lte: new Date(now) }),
        $or: [
          { 'due.scheduled_at': null },
          { 'due.lease_until': trusted({ $lte: new Date(now) }) },
          { 'due.lease_until': null, 'due.scheduled_at': trusted({ $lte: new Date(now - LOST_JOB_MS) }) },
        ],
      })
      .sort({ 'due.due_at': 1 })
      .limit(SWEEP_MAX)
      .select({ client_account_id: 1, engagement_id: 1 })
      .lean()
      .exec();
    const schedule = (flow: (typeof left)[number]): Promise<void> => {
      const tenant = tenantOf(flow);
      this.deps.log.info({ ...ownedBy(tenant), flow_id: flow._id }, 'scheduling a due phase that was left');
      return this.deps.duePhases.schedule(tenant, flow._id);
    };
    await oneByOne(left, schedule, { what: 'scheduling a due phase that was left', log: this.deps.log, mayGoOn });
  }
}
