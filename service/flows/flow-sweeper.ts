import { trusted, type Model } from 'mongoose';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import type { BackgroundExecutionService } from './background-execution-service.ts';

/** A scheduled phase that nobody started for this long lost its job; due phases usually start within a second. */
const LOST_JOB_MS = 60_000;

/** Flows handled in one sweep; the next sweep takes the rest. */
const SWEEP_MAX = 200;

/**
 * Finds due phases that a crash left: committed but never scheduled, scheduled but lost, or held by a worker that died.
 * It serves all tenants, so it alone reads flows without one, and passes each flow's own tenant on.
 */
export class FlowSweeper {
  private readonly flows: Model<FlowDocument>;
  private readonly background: BackgroundExecutionService;
  private readonly clock: Clock;
  private readonly log: Logger;

  constructor(dependencies: {
    flows: Model<FlowDocument>;
    background: BackgroundExecutionService;
    clock: Clock;
    log: Logger;
  }) {
    this.flows = dependencies.flows;
    this.background = dependencies.background;
    this.clock = dependencies.clock;
    this.log = dependencies.log;
  }

  async sweep(mayGoOn: () => boolean = () => true): Promise<void> {
    const now = this.clock.now().getTime();
    const left = await this.flows
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
      this.log.info({ flow_id: flow._id }, 'scheduling a due phase that was left');
      const tenant = { clientAccountId: flow.client_account_id, engagementId: flow.engagement_id };
      return this.background.scheduleDuePhase(tenant, flow._id);
    };
    await oneByOne(left, schedule, { what: 'scheduling a due phase that was left', log: this.log, mayGoOn });
  }
}
