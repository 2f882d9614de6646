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
import { insertIfAbsent } from '../platform/database/insert-command.ts';
import { isDuplicateKey } from '../platform/database/mongo.ts';
import { removeInBatches } from '../platform/database/remove-in-batches.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';

interface AssessmentStoreDependencies {
  models: { assessments: Model<AssessmentDocument> };
  assessments: TenantCollection<AssessmentDocument>;
  assessmentSummaries: TenantCollection<AssessmentSummaryDocument>;
  clock: Clock;
}

/** A generation that is shown, with its counts. */
export type ShownAssessments = {
  [Name in keyof AssessmentSummaryDocument]: NonNullable<AssessmentSummaryDocument[Name]>;
};

/** Names sort by their numbers, after those of generations from before there were numbers (`agn_…`). */
const GENERATION = 'gen';
const ID_CHARACTERS = 16;
const NUMBER_DIGITS = 8;

/**
 * The assessments of each engagement. A run writes a generation of its own, which nobody sees; the phase's transaction
 * makes it the one that is shown. Numbers of generations only grow, and no run removes the one it saw shown or a later
 * one: whoever lost the phase harms nothing, and what it staged goes with a later run, or with `AssessmentSweeper`.
 */
export class AssessmentStore {
  private readonly deps: AssessmentStoreDependencies;

  constructor(dependencies: AssessmentStoreDependencies) {
    this.deps = dependencies;
  }

  /** Where agents put assessments. */
  stagingFor(tenant: Tenant): AgentAssessments {
    return {
      open: () => this.begin(tenant),
      stage: (generation, assessments) => this.stage(tenant, generation, assessments),
    };
  }

  /**
   * Shows a generation from the end of the transaction on.
   *
   * @throws Error when some of it is missing: the phase is tried again
   */
  async publish(
    owner: { tenant: Tenant; flowId: string; dataImportId: string },
    { generation, summary }: NonNullable<AgentOutput['assessments']>,
    session: ClientSession,
  ): Promise<void> {
    const { tenant } = owner;
    const staged = await this.deps.models.assessments
      .countDocuments({ ...ownedBy(tenant), generation }, { session })
      // The one with a single key for each: they are counted and not read.
      .hint('by_treatment');
    if (staged !== summary.assets) throw new Error(`${staged} of ${summary.assets} assessments are staged.`);
    await this.deps.assessmentSummaries.change(
      tenant,
      { _id: summaryIdOf(tenant) },
      {
        $set: {
          generation,
          flow_id: owner.flowId,
          data_import_id: owner.dataImportId,
          summary,
          assessed_at: this.deps.clock.now(),
        },
      },
      session,
    );
  }

  /** Null before anything was assessed. */
  async findSummary(tenant: Tenant): Promise<ShownAssessments | null> {
    const found = await this.deps.assessmentSummaries.find(tenant, { _id: summaryIdOf(tenant) });
    return found?.generation ? (found as ShownAssessments) : null;
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

  private async begin(tenant: Tenant): Promise<string> {
    const _id = summaryIdOf(tenant);
    await this.makeSummary(tenant, _id);
    const begun = await this.deps.assessmentSummaries.change(tenant, { _id }, { $inc: { generations_begun: 1 } });
    if (begun === null) throw new Error('The assessments of this engagement vanished.');
    const { generation: shown, generations_begun: number } = begun;
    if (shown !== null)
      await removeInBatches(this.deps.models.assessments, { ...ownedBy(tenant), generation: { $lt: shown } });
    return generationName(_id, number ?? 0);
  }

  private async makeSummary(tenant: Tenant, _id: string): Promise<void> {
    if ((await this.deps.assessmentSummaries.find(tenant, { _id })) !== null) return;
    const nothing = { generation: null, flow_id: null, data_import_id: null, summary: null, assessed_at: null };
    try {
      await this.deps.assessmentSummaries.insert({ _id, ...ownedBy(tenant), generations_begun: 0, ...nothing });
    } catch (error) {
      // Another worker was faster.
      if (!isDuplicateKey(error)) throw error;
    }
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
    // Who reads a part of the phase again writes the same: what is there already may stay.
    await insertIfAbsent(this.deps.models.assessments, documents);
  }
}

export function generationName(summaryId: string, number: number): string {
  const digest = createHash('sha256').update(summaryId).digest('hex').slice(0, ID_CHARACTERS);
  return `${GENERATION}_${digest}_${String(number).padStart(NUMBER_DIGITS, '0')}`;
}

const summaryIdOf = ({ clientAccountId, engagementId }: Tenant): string => `${clientAccountId}:${engagementId}`;

function wantedOf(
  { generation }: ShownAssessments,
  { kind, treatment, support_ends_from: from, support_ends_by: by }: AssessmentFilter,
) {
  const ends = { ...(from !== undefined && { $gte: from }), ...(by !== undefined && { $lte: by }) };
  return {
    generation,
    // In order of ids along them.
    $and: [{ _id: trusted({ $gte: `${generation}:`, $lt: `${generation};` }) }],
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
