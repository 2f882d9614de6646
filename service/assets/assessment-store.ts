import { createHash } from 'node:crypto';
import { trusted, type ClientSession, type Model } from 'mongoose';
import type { AssessmentFilter } from '#shared/schemas/assessment.schema.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { AgentOutput } from '../agents/agent.ts';
import type { AgentAssessments } from '../agents/agent-ports.ts';
import type { AssessmentDocument } from '../models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '../models/assessment-summary.model.ts';
import { notFound } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { insertIfAbsent } from '../platform/insert-command.ts';
import { removeInBatches } from '../platform/remove-in-batches.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';

interface AssessmentStoreDependencies {
  models: { assessments: Model<AssessmentDocument> };
  assessments: TenantCollection<AssessmentDocument>;
  assessmentSummaries: TenantCollection<AssessmentSummaryDocument>;
  clock: Clock;
}

/**
 * The assessments of each engagement. A run writes a generation of its own, which nobody sees; the phase's transaction
 * makes it the one that is shown. Whoever lost the phase can stage as long as it likes: its generation is shown only
 * with all of its documents.
 */
export class AssessmentStore {
  private readonly deps: AssessmentStoreDependencies;

  constructor(dependencies: AssessmentStoreDependencies) {
    this.deps = dependencies;
  }

  /** Where the agent of one import puts its assessments. */
  stagingFor(tenant: Tenant, dataImportId: string): AgentAssessments {
    return {
      open: () => this.open(tenant, dataImportId),
      stage: (generation, assessments) => this.stage(tenant, generation, assessments),
    };
  }

  /**
   * Shows a generation from the end of the transaction on.
   *
   * @throws Error when some of it is missing, because another run began it anew: the phase is tried again
   */
  async publish(
    owner: { tenant: Tenant; flowId: string; dataImportId: string },
    { generation, summary }: NonNullable<AgentOutput['assessments']>,
    session: ClientSession,
  ): Promise<void> {
    const { tenant } = owner;
    const staged = await this.deps.models.assessments.countDocuments({ ...ownedBy(tenant), generation }, { session });
    if (staged !== summary.assets)
      throw new Error(`${staged} of ${summary.assets} assessments are staged; another run has begun them anew.`);
    const document: AssessmentSummaryDocument = {
      _id: `${tenant.clientAccountId}:${tenant.engagementId}`,
      ...ownedBy(tenant),
      generation,
      flow_id: owner.flowId,
      data_import_id: owner.dataImportId,
      summary,
      assessed_at: this.deps.clock.now(),
    };
    await this.deps.assessmentSummaries.replaceAll(tenant, [document], session);
  }

  /** Null before anything was assessed. */
  async findSummary(tenant: Tenant): Promise<AssessmentSummaryDocument | null> {
    return this.deps.assessmentSummaries.find(tenant, { _id: `${tenant.clientAccountId}:${tenant.engagementId}` });
  }

  /** By asset; a cursor of an earlier generation is refused. @throws AppError invalid_request */
  async page(tenant: Tenant, filter: AssessmentFilter, request: PageRequest): Promise<Page<AssessmentDocument>> {
    const shown = await this.findSummary(tenant);
    assertCursor(request.cursor, `${shown?.generation}:`);
    if (shown === null) return { items: [], nextCursor: null };
    return this.deps.assessments.page(tenant, wantedOf(shown, filter), request);
  }

  /** All that fit of the generation that is shown now, in batches; none before anything was assessed. */
  async readShown(tenant: Tenant, filter: AssessmentFilter): Promise<AsyncIterable<AssessmentDocument[]>> {
    const shown = await this.findSummary(tenant);
    const wanted = shown === null ? { generation: '' } : wantedOf(shown, filter);
    const batches = this.deps.assessments.readAll<keyof AssessmentDocument>(tenant, wanted);
    return batches as AsyncIterable<AssessmentDocument[]>;
  }

  /** @throws AppError not_found */
  async getOfAsset(tenant: Tenant, assetId: string): Promise<AssessmentDocument> {
    const shown = await this.findSummary(tenant);
    const found = shown && (await this.deps.assessments.find(tenant, { _id: `${shown.generation}:${assetId}` }));
    if (found === null) throw notFound('assessed asset');
    return found;
  }

  private async open(tenant: Tenant, dataImportId: string): Promise<string> {
    const shown = (await this.findSummary(tenant))?.generation ?? '';
    const next = `agn_${createHash('sha256').update(`${shown}:${dataImportId}`).digest('hex').slice(0, 24)}`;
    // What was shown before the current generation, and what runs that failed have left.
    await removeInBatches(this.deps.models.assessments, { ...ownedBy(tenant), generation: { $ne: shown } });
    return next;
  }

  private async stage(tenant: Tenant, generation: string, assessments: readonly AssetAssessment[]): Promise<void> {
    const documents = assessments.map((assessment): AssessmentDocument => ({
      _id: `${generation}:${assessment.asset_id}`,
      ...ownedBy(tenant),
      generation,
      kinds: [...new Set(assessment.debts.map((debt) => debt.kind))],
      treatment: assessment.treatment,
      support_ends: supportEnds(assessment),
      said: JSON.stringify(assessment),
    }));
    // Another run of the same generation writes the same: what is there already may stay.
    await insertIfAbsent(this.deps.models.assessments, documents);
  }
}

function wantedOf(
  { generation }: AssessmentSummaryDocument,
  { kind, treatment, support_ends_from: from, support_ends_by: by }: AssessmentFilter,
) {
  const ends = { ...(from !== undefined && { $gte: from }), ...(by !== undefined && { $lte: by }) };
  return {
    generation,
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(treatment === undefined ? {} : { treatment }),
    ...(Object.keys(ends).length === 0 ? {} : { support_ends: trusted({ $elemMatch: trusted(ends) }) }),
  };
}

/** The last days of security updates; of extended ones where no other day is known. */
function supportEnds({ products }: AssetAssessment): string[] {
  const days = products.map((product) => product.until ?? product.extended_until);
  return [...new Set(days.filter((day) => day !== null))].sort();
}
