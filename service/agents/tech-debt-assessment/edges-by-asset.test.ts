import { expect, test } from '@jest/globals';
import type { EdgeEnds } from '../../dependencies/edge.ts';
import { edgesByAsset } from './edges-by-asset.ts';

const edge = (from: string): EdgeEnds => ({ from_asset_id: from, relation: 'runs_on', to_asset_id: 'x', to_node: 'x' });

async function* batchesOf(...batches: string[]) {
  for (const batch of batches) yield await Promise.resolve([...batch].map(edge));
}

test('the edges of an asset come together, however the batches cut them', async () => {
  const found: string[] = [];
  for await (const assets of edgesByAsset(batchesOf('aab', 'b', '', 'bcd')))
    found.push(...assets.map((edges) => edges.map(({ from_asset_id: from }) => from).join('')));
  expect(found).toEqual(['aa', 'bbb', 'c', 'd']);
  for await (const assets of edgesByAsset(batchesOf())) expect(assets).toEqual([]);
});
