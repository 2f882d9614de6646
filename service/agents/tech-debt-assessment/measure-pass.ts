import type { IdRange } from '../../inventory/asset-id.ts';
import { EngagementStatistics, type PlainStatistics } from '../../tech-debt/engagement-statistics.ts';
import type { AgentContext, AgentInput, AgentPass, Partition } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';

/** What an assessment costs beside measuring an asset, for the progress that people see. */
const SHARE = 0.3;

/** What a part of the inventory came to. */
export interface MeasuredPart {
  ids: IdRange;
  statistics: PlainStatistics;
}

/** Sizes and owners of all assets, by parts of the inventory: assets are not the import's rows, but about as many. */
export const measurePass: AgentPass = {
  name: 'measure',
  weight: SHARE,
  prepare: ({ inventory }, { ranges }) => inventory.idRanges(ranges.length),
  read: measure,
};

async function measure({ inventory }: AgentInput, { given }: Partition, context: AgentContext): Promise<MeasuredPart> {
  const ids = given as IdRange;
  const statistics = new EngagementStatistics();
  const values = inventory.readValues({ only: EngagementStatistics.FIELDS }, ids);
  for await (const assets of untilAborted(values, context.signal)) {
    for (const asset of assets) statistics.add(asset);
    // Rows are done when the second pass has assessed them.
    context.reportProgress(0, { assets_measured: statistics.assets });
  }
  return { ids, statistics: statistics.plain() };
}
