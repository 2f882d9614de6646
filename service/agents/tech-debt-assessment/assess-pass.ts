import type { IdRange } from '../../inventory/asset-id.ts';
import { assessAsset, type AssessmentBasis } from '../../tech-debt/assess-asset.ts';
import { ASSESSED_FIELDS } from '../../tech-debt/assessed-fields.ts';
import type { AssetAssessment } from '../../tech-debt/assessment.ts';
import { DependentCounts, STANDING_IN, type PlainDependents } from '../../tech-debt/dependent-counts.ts';
import { EngagementStatistics, type PlainStatistics } from '../../tech-debt/engagement-statistics.ts';
import { lifecycleRows } from '../../tech-debt/lifecycle-data.ts';
import { ReleaseIndex } from '../../tech-debt/release-index.ts';
import { SupportLookup } from '../../tech-debt/support-lookup.ts';
import type { AgentContext, AgentInput, AgentPass, Partition } from '../agent.ts';
import { allOf } from '../all-of.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { WriteBehind } from '../write-behind.ts';
import { AssessmentCounts, type PlainCounts } from './assessment-counts.ts';
import { DebtFindings, type DebtGroup } from './debt-findings.ts';
import type { MeasuredPart } from './measure-pass.ts';

/** What a part of the inventory came to. */
export interface AssessedPart {
  generation: string;
  counts: PlainCounts;
  groups: DebtGroup[];
}

interface AssessGiven {
  ids: IdRange;
  generation: string;
  statistics: PlainStatistics;
  dependents: PlainDependents | null;
  /** How many assets there are to assess, as they were measured. */
  assets: number;
}

const index = new ReleaseIndex(lifecycleRows);

/** Assesses each asset beside all others, and stages what is said of it. */
export const assessPass: AgentPass = { name: 'assess', prepare, read: assess };

async function prepare(
  input: AgentInput,
  { parts }: Parameters<NonNullable<AgentPass['prepare']>>[1],
  context: AgentContext,
): Promise<AssessGiven[]> {
  const measured = await allOf<MeasuredPart>(parts);
  const statistics = new EngagementStatistics();
  for (const part of measured) statistics.addAll(part.statistics);
  const dependents = await countDependents(input, context);
  const generation = await orAborted(input.assessments.open(), context.signal);
  return measured.map(({ ids, statistics: { assets } }) => ({
    ids,
    generation,
    statistics: statistics.plain(),
    dependents: dependents.within(ids),
    assets,
  }));
}

async function countDependents({ graph }: AgentInput, { signal }: AgentContext): Promise<DependentCounts> {
  const dependents = new DependentCounts((await orAborted(graph.countEdges(), signal)) > 0);
  for await (const edges of untilAborted(graph.readEdges({ state: 'resolved' }), signal))
    for (const edge of edges) dependents.count(edge);
  if (!dependents.mayNeedStandIns) return dependents;
  for await (const edges of untilAborted(graph.readEdges({ relations: STANDING_IN }), signal))
    for (const edge of edges) dependents.findStandIn(edge);
  return dependents;
}

async function assess(input: AgentInput, { range, given }: Partition, context: AgentContext): Promise<AssessedPart> {
  const { ids, generation, assets: expected, ...known } = given as AssessGiven;
  const basis = basisOf(input, known);
  const counts = new AssessmentCounts();
  const findings = new DebtFindings(input.facts);
  const rows = range.lastRow - range.firstRow + 1;
  const staging = new WriteBehind<AssetAssessment>((some) => input.assessments.stage(generation, some), {
    signal: context.signal,
  });
  const values = input.inventory.readValues({ only: ASSESSED_FIELDS }, ids);
  for await (const assets of untilAborted(values, context.signal)) {
    const assessed = assets.map((asset) => {
      const one = assessAsset(asset, basis);
      counts.add(one);
      findings.add(asset, one.assessment);
      return one;
    });
    await staging.add(assessed.map((one) => one.assessment));
    context.reportProgress(rowsFor(counts.assets, expected, rows), { assets_assessed: counts.assets });
  }
  await staging.end();
  context.signal.throwIfAborted();
  return { generation, counts: counts.plain(), groups: findings.plain() };
}

function basisOf({ facts }: AgentInput, given: Pick<AssessGiven, 'statistics' | 'dependents'>): AssessmentBasis {
  const statistics = new EngagementStatistics();
  statistics.addAll(given.statistics);
  const at = facts.assessedAt;
  const day = at.toISOString().slice(0, 10);
  return { day, support: new SupportLookup(index, at), statistics, dependents: given.dependents };
}

/** Progress is told in the import's rows; assets of other imports are assessed too. */
const rowsFor = (done: number, assets: number, rows: number): number =>
  assets === 0 ? 0 : Math.floor((Math.min(done, assets) / assets) * rows);
