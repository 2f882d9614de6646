import { trusted, type Model } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, tenantOf } from '../access/tenant.ts';
import type { AssessmentDocument } from '../models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '../models/assessment-summary.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { removeInBatches } from '../platform/database/remove-in-batches.ts';
import { generationName } from './assessment-store.ts';

/** How often an engagement is looked at, and how long after an assessment somebody may still read the one before, ms. */
const HOUR_MS = 3_600_000;

/** Engagements looked at in one sweep; the next sweep takes the rest. */
const SWEEP_MAX = 20;

interface AssessmentSweeperDependencies {
  models: {
    assessments: Model<AssessmentDocument>;
    assessmentSummaries: Model<AssessmentSummaryDocument>;
    flows: Model<FlowDocument>;
  };
  assessmentSummaries: TenantCollection<AssessmentSummaryDocument>;
  clock: Clock;
  log: Logger;
}

/**
 * Removes generations of assessments that nobody reads any more: those before the one that is shown and, while no flow of
 * the engagement is open that could write or show them, those after it. It serves all tenants, as the other sweepers do.
 *
 * What a late attempt writes while it is removed goes when the engagement is looked at again.
 */
export class AssessmentSweeper {
  private readonly deps: AssessmentSweeperDependencies;

  constructor(dependencies: AssessmentSweeperDependencies) {
    this.deps = dependencies;
  }

  async sweep(mayGoOn: () => boolean): Promise<void> {
    const hourAgo = trusted({ $not: { $gt: new Date(this.deps.clock.now().getTime() - HOUR_MS) } });
    const due = await this.deps.models.assessmentSummaries
      .find({ swept_at: hourAgo, assessed_at: hourAgo })
      .sort({ swept_at: 1 })
      .limit(SWEEP_MAX)
      .lean<AssessmentSummaryDocument[]>()
      .exec();
    const what = 'removing assessments that nobody reads any more';
    await oneByOne(due, (summary) => this.removeLeft(summary, mayGoOn), { what, log: this.deps.log, mayGoOn });
  }

  private async removeLeft(found: AssessmentSummaryDocument, mayGoOn: () => boolean): Promise<void> {
    const { _id, generation: shown, generations_begun: begun } = found;
    const tenant = tenantOf(found);
    const isWritten = (await this.deps.models.flows.exists({ ...ownedBy(tenant), is_open: true })) !== null;
    // As it was found: what was begun since is written by a flow that was opened since.
    const same = { _id, generation: shown, generations_begun: begun ?? null, swept_at: found.swept_at ?? null };
    const swept = { $set: { swept_at: this.deps.clock.now() } };
    if ((await this.deps.assessmentSummaries.change(tenant, same, swept)) === null) return;
    const left = isWritten ? { $lt: shown ?? '' } : { $lte: generationName(_id, begun ?? 0), $ne: shown };
    await removeInBatches(this.deps.models.assessments, { ...ownedBy(tenant), generation: left }, mayGoOn);
  }
}
