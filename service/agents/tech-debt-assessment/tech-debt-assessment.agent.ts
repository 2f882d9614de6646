import type { Asset } from '../../inventory/asset.ts';
import { assessAsset, type AssessedAsset, type AssessmentBasis } from '../../tech-debt/assess-asset.ts';
import type { AssetAssessment } from '../../tech-debt/assessment.ts';
import { DependentCounts } from '../../tech-debt/dependent-counts.ts';
import { EngagementStatistics } from '../../tech-debt/engagement-statistics.ts';
import { lifecycleRows } from '../../tech-debt/lifecycle-data.ts';
import { ReleaseIndex } from '../../tech-debt/release-index.ts';
import { SupportLookup } from '../../tech-debt/support-lookup.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput } from '../agent.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { AssessmentCounts } from './assessment-counts.ts';
import { DebtFindings } from './debt-findings.ts';

const index = new ReleaseIndex(lifecycleRows);

/**
 * Assesses every asset of the engagement for the day the import was stored, so that a repeated run says the same. Reads
 * the dependency graph, sizes and owners of all assets, then the assets, a batch at a time, and no raw records.
 */
export const techDebtAssessment: Agent = {
  name: 'tech-debt-assessment',
  phase: 'tech_debt_assessment',
  passes: () => [],
  async conclude(input, _parts, context) {
    const at = input.facts.importedAt;
    const basis: AssessmentBasis = {
      day: at.toISOString().slice(0, 10),
      support: new SupportLookup(index, at),
      statistics: await statisticsOf(input, context),
      dependents: await dependentsOf(input, context),
    };
    return assessAll(input, basis, context);
  },
};

async function statisticsOf({ inventory }: AgentInput, { signal }: AgentContext): Promise<EngagementStatistics> {
  const statistics = new EngagementStatistics();
  const fields = { only: EngagementStatistics.FIELDS };
  for await (const assets of untilAborted(inventory.readValues(fields), signal))
    for (const asset of assets) statistics.add(asset);
  return statistics;
}

async function dependentsOf({ graph }: AgentInput, { signal }: AgentContext): Promise<DependentCounts> {
  const dependents = new DependentCounts();
  for await (const edges of untilAborted(graph.readEdges(), signal)) for (const edge of edges) dependents.count(edge);
  if (!dependents.mayNeedStandIns) return dependents;
  for await (const edges of untilAborted(graph.readEdges(), signal))
    for (const edge of edges) dependents.findStandIn(edge);
  return dependents;
}

async function assessAll(input: AgentInput, basis: AssessmentBasis, context: AgentContext): Promise<AgentOutput> {
  const { facts, inventory } = input;
  const counts = new AssessmentCounts();
  const findings = new DebtFindings(facts);
  const generation = await orAborted(input.assessments.open(), context.signal);
  // One batch is written while the next is assessed.
  let staging: Promise<void> = Promise.resolve();
  for await (const assets of untilAborted(inventory.readAssets(), context.signal)) {
    const assessed = assets.map((asset) => assessAsset(asset, basis));
    assessed.forEach((one, at) => note(assets[at], one, counts, findings));
    await orAborted(staging, context.signal);
    staging = stage(input, generation, assessed);
    context.reportProgress(rowsFor(counts.assets, basis.statistics.assets, facts.totalRecords), {
      assets_assessed: counts.assets,
    });
  }
  await orAborted(staging, context.signal);
  context.signal.throwIfAborted();
  context.reportProgress(facts.totalRecords, { assets_assessed: counts.assets });
  const summary = counts.summary(facts.importedAt);
  const listed = findings.findings();
  return {
    rowsDone: facts.totalRecords,
    findings: listed,
    assessments: { generation, summary },
    result: { ...counts.result(summary), findings: listed.length },
  };
}

/** A failure is thrown where the write is waited for, not where nobody listens. */
function stage(input: AgentInput, generation: string, assessed: readonly AssessedAsset[]): Promise<void> {
  const assessments: AssetAssessment[] = assessed.map((one) => one.assessment);
  const staging = input.assessments.stage(generation, assessments);
  staging.catch(() => undefined);
  return staging;
}

function note(asset: Asset | undefined, one: AssessedAsset, counts: AssessmentCounts, findings: DebtFindings): void {
  if (asset === undefined) return;
  counts.add(one);
  findings.add(asset, one.assessment);
}

/** Progress is told in the import's rows; assets of other imports are assessed too. */
const rowsFor = (done: number, assets: number, rows: number): number =>
  assets === 0 ? 0 : Math.floor((Math.min(done, assets) / assets) * rows);
