import type { EdgeEnds } from '../../dependencies/edge.ts';

/** Edges in order of assets, those of one asset together, however the batches cut them. */
export async function* edgesByAsset(batches: AsyncIterable<readonly EdgeEnds[]>): AsyncGenerator<EdgeEnds[][]> {
  let last: EdgeEnds[] = [];
  for await (const batch of batches) {
    const whole: EdgeEnds[][] = [];
    for (const edge of batch) {
      if (last[0] !== undefined && last[0].from_asset_id !== edge.from_asset_id) {
        whole.push(last);
        last = [];
      }
      last.push(edge);
    }
    if (whole.length > 0) yield whole;
  }
  if (last.length > 0) yield [last];
}
