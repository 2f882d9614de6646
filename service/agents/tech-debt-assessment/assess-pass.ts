import { AssetIdSet } from '../../inventory/asset-id-set.ts';
import type { IdRange } from '../../inventory/asset-id.ts';
import { assessAsset, type AssessmentBasis } from '../../tech-debt/assess-asset.ts';
import { ASSESSED_FIELDS } from '../../tech-debt/assessed-fields.ts';
import type { AssetAssessment } from '../../tech-debt/assessment.ts';
import { DependentCounts, STANDING_IN, type PlainDependents } from '../../tech-debt/dependent-counts.ts';
import { EngagementStatistics, type PlainStatistics } from '../../tech-debt/engagement-statistics.ts';
import { releases } from '../../tech-debt/lifecycle-data.ts';
import type { StandsOn } from '../../tech-debt/stands-on.ts';
import { SupportLookup } from '../../tech-debt/support-lookup.ts';
import type { AgentContext, AgentInput, AgentPass, Partition, Parts } from '../agent.ts';
import { orAborted, untilAborted } from '../until-aborted.ts';
import { WriteBehind } from '../write-behind.ts';
import { AssessmentCounts, type PlainCounts } from './assessment-counts.ts';
import { DebtFindings, type DebtGroup } from './debt-findings.ts';
import { edgesByAsset } from './edges-by-asset.ts';
import type { MeasuredPart } from './measure-pass.ts';
import { RollUp } from './roll-up.ts';

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
  standsOn: ReadonlyMap<string, StandsOn>;
  /** How many assets there are to assess, as they were measured. */
  assets: number;
}

/** Assesses each asset beside all others, and stages what is said of it. */
export const assessPass: AgentPass = { name: 'assess', prepare, read: assess };

async function prepare(
  input: AgentInput,
  { parts }: Parameters<NonNullable<AgentPass['prepare']>>[1],
  context: AgentContext,
): Promise<AssessGiven[]> {
  const statistics = new EngagementStatistics();
  const outOfUse = new AssetIdSet();
  const measured: { ids: IdRange; assets: number }[] = [];
  for await (const part of parts) {
    const { ids, statistics: ofPart, outOfUse: some } = part as MeasuredPart;
    statistics.addAll(ofPart);
    for (const id of some) outOfUse.add(id);
    measured.push({ ids, assets: ofPart.assets });
  }
  const rollUp = new RollUp();
  const dependents = await countDependents(input, { outOfUse, rollUp }, context);
  const standsOn = await rollUp.ofParts(parts as Parts<MeasuredPart>, context.signal);
  const generation = await orAborted(input.assessments.open(), context.signal);
  return measured.map(({ ids, assets }, at) => ({
    ids,
    generation,
    statistics: statistics.plain(),
    dependents: dependents.within(ids),
    standsOn: standsOn[at] ?? new Map<string, StandsOn>(),
    assets,
  }));
}

async function countDependents(
  { graph }: AgentInput,
  { outOfUse, rollUp }: { outOfUse: AssetIdSet; rollUp: RollUp },
  { signal }: AgentContext,
): Promise<DependentCounts> {
  const dependents = new DependentCounts((await orAborted(graph.countEdges(), signal)) > 0);
  for await (const assets of edgesByAsset(untilAborted(graph.readEdges({ state: 'resolved' }), signal)))
    for (const edges of assets) {
      dependents.count(edges);
      rollUp.add(edges);
    }
  if (!dependents.mayNeedStandIns) return dependents;
  const isOutOfUse = (id: string): boolean => outOfUse.has(id);
  for await (const assets of edgesByAsset(untilAborted(graph.readEdges({ relations: STANDING_IN }), signal)))
    for (const edges of assets) dependents.findStandIns(edges, isOutOfUse);
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

function basisOf(
  { facts }: AgentInput,
  given: Pick<AssessGiven, 'statistics' | 'dependents' | 'standsOn'>,
): AssessmentBasis {
  const statistics = new EngagementStatistics();
  statistics.addAll(given.statistics);
  const at = facts.assessedAt;
  const day = at.toISOString().slice(0, 10);
  return {
    day,
    support: new SupportLookup(releases, at),
    statistics,
    dependents: given.dependents,
    standsOn: given.standsOn,
  };
}

/** Progress is told in the import's rows; assets of other imports are assessed too. */
const rowsFor = (done: number, assets: number, rows: number): number =>
  assets === 0 ? 0 : Math.floor((Math.min(done, assets) / assets) * rows);
