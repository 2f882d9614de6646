import type { IdRange } from '../../inventory/asset-id.ts';
import { EngagementStatistics, type PlainStatistics } from '../../tech-debt/engagement-statistics.ts';
import { FOOTING_FIELDS, FootingReader } from '../../tech-debt/footing.ts';
import { FootingList, type PlainFootings } from '../../tech-debt/footing-list.ts';
import { releases } from '../../tech-debt/lifecycle-data.ts';
import { SupportLookup } from '../../tech-debt/support-lookup.ts';
import { isOutOfUse, USE_FIELDS } from '../../tech-debt/out-of-use.ts';
import type { AgentContext, AgentInput, AgentPass, Partition } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';

/** What an assessment costs beside measuring an asset, for the progress that people see. */
const SHARE = 0.5;

/** What a part of the inventory came to. */
export interface MeasuredPart {
  ids: IdRange;
  statistics: PlainStatistics;
  /** Assets that stand in for nothing. */
  outOfUse: string[];
  footings: PlainFootings;
}

const FIELDS = [...new Set([...EngagementStatistics.FIELDS, ...USE_FIELDS, ...FOOTING_FIELDS])];

/** Sizes, owners, use and support of all assets, by parts of the inventory: assets are not the import's rows, but about as many. */
export const measurePass: AgentPass = {
  name: 'measure',
  weight: SHARE,
  prepare: ({ inventory }, { ranges }) => inventory.idRanges(ranges.length),
  read: measure,
};

async function measure(
  { facts, inventory }: AgentInput,
  { given }: Partition,
  context: AgentContext,
): Promise<MeasuredPart> {
  const ids = given as IdRange;
  const statistics = new EngagementStatistics();
  const outOfUse: string[] = [];
  const footings = new FootingList();
  const day = facts.assessedAt.toISOString().slice(0, 10);
  const reader = new FootingReader(new SupportLookup(releases, facts.assessedAt), day);
  const values = inventory.readValues({ only: FIELDS }, ids);
  for await (const assets of untilAborted(values, context.signal)) {
    for (const asset of assets) {
      statistics.add(asset);
      if (isOutOfUse(asset)) outOfUse.push(asset._id);
      footings.add(asset, reader.read(asset));
    }
    // Rows are done when the second pass has assessed them.
    context.reportProgress(0, { assets_measured: statistics.assets });
  }
  return { ids, statistics: statistics.plain(), outOfUse, footings: footings.plain() };
}
