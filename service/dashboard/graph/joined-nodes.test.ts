import { expect, test } from '@jest/globals';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import { joinedOnly, leftOutWords } from './joined-nodes.ts';

const node = (node_id: string, kind: Graph['nodes'][number]['kind']) => ({ node_id, kind, name: node_id });
const graphOf = (...nodes: ReturnType<typeof node>[]) =>
  ({
    nodes,
    edges: [{ edge_id: 'e', from: 'a', to: 'b', relation: 'depends_on' }],
    is_truncated: false,
  }) as unknown as Graph;

test('names that nothing in the picture leads to are left out and counted, the focus never', () => {
  const all = graphOf(node('a', 'asset'), node('b', 'asset'), node('old-1', 'name'), node('old-2', 'name'));
  expect(joinedOnly(all, null).nodes.map((one) => one.node_id)).toEqual(['a', 'b']);
  expect(leftOutWords(all, joinedOnly(all, null))).toBe('2 more names are not in the inventory.');
  expect(leftOutWords(all, joinedOnly(all, 'old-1'))).toBe('1 more name is not in the inventory.');
  const loner = graphOf(node('a', 'asset'), node('b', 'asset'), node('c', 'asset'));
  expect(leftOutWords(loner, joinedOnly(loner, null))).toBe('1 more name leads to nothing in this picture.');
  expect(leftOutWords(all, all)).toBe('');
});
