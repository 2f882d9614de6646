import { expect, test } from '@jest/globals';
import type { EdgeDocument } from '../models/edge.model.ts';
import { pictureAround } from './graph-picture.ts';

const stored = ['ast_1', 'ast_2', 'ast_3'].map(
  (from) => ({ edge_id: from, from_asset_id: from, to_node: 'group:member_of:dmz', to_name: 'DMZ' }) as EdgeDocument,
);
const edges = {
  startingAt: (_of: unknown, ids: readonly string[]) =>
    Promise.resolve(stored.filter((edge) => ids.includes(edge.from_asset_id))),
  pointingAt: (_of: unknown, nodes: readonly string[], limit: number) =>
    Promise.resolve(stored.filter((edge) => nodes.includes(edge.to_node)).slice(0, limit)),
};
const scope = { tenant: { clientAccountId: 'c', engagementId: 'e' }, generation: 'g' };

test('a group is called what people wrote, also when none of its edges is in the picture', async () => {
  const seeds = ['group:member_of:dmz'];
  const whole = await pictureAround(edges, scope, { seeds, depth: 1, limit: 10 });
  expect([whole.edges.length, whole.names.get('group:member_of:dmz')]).toEqual([3, 'DMZ']);
  const alone = await pictureAround(edges, scope, { seeds, depth: 1, limit: 1 });
  expect(alone).toMatchObject({ nodes: seeds, edges: [], isTruncated: true });
  expect(alone.names.get('group:member_of:dmz')).toBe('DMZ');
});
