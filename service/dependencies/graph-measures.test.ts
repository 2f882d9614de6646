import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DirectedGraph } from 'graphology';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import { edgeRelations, type EdgeRelation } from '#shared/statuses.ts';
import { CompactGraph } from './compact-graph.ts';
import { countDependents } from './dependents.ts';
import { DEPENDENCE, measureGraph } from './graph-measures.ts';
import { circlesOf } from './strong-components.ts';

type Link = readonly [from: string, relation: EdgeRelation, to: string];

const breathe = (): Promise<void> => Promise.resolve();
const isAsset = (id: string): boolean => !id.startsWith('group:');

function graphOf(links: readonly Link[]): CompactGraph {
  const graph = new CompactGraph();
  for (const [from, relation, to] of links) graph.add(from, relation, to);
  return graph;
}

const links = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 30 }).map((number) => `a${number}`),
    fc.constantFrom(...edgeRelations),
    fc.integer({ min: 0, max: 30 }).map((number) => `a${number}`),
  ),
  { maxLength: 60 },
);

/** The same edges in graphology: the library this is measured against. */
function inGraphology(edges: readonly Link[], relations: ReadonlySet<EdgeRelation>) {
  const graph = new DirectedGraph();
  for (const [from, , to] of edges) {
    graph.mergeNode(from);
    graph.mergeNode(to);
  }
  for (const [from, relation, to] of edges) if (relations.has(relation)) graph.mergeEdge(from, to);
  return graph;
}

const sorted = (groups: readonly (readonly string[])[]): string[] =>
  groups.map((group) => [...group].sort().join()).sort();

describe('measures of the graph', () => {
  test('find the circles graphology finds', () => {
    fc.assert(
      fc.property(links, (edges) => {
        const graph = graphOf(edges);
        const found = circlesOf(graph.successors(DEPENDENCE)).map((circle) => circle.map((node) => graph.idOf(node)));
        const expected = stronglyConnectedComponents(inGraphology(edges, DEPENDENCE));
        expect(sorted(found)).toEqual(sorted(expected.filter((circle) => circle.length > 1)));
      }),
    );
  });

  test('find the components graphology finds', async () => {
    await fc.assert(
      fc.asyncProperty(links, async (edges) => {
        const { components } = await measureGraph(graphOf(edges), isAsset, breathe);
        const expected = connectedComponents(inGraphology(edges, new Set(edgeRelations)))
          .map((part) => part.length)
          .filter((size) => size > 1)
          .sort((a, b) => b - a);
        expect([components.count, components.largest]).toEqual([expected.length, expected.slice(0, 20)]);
      }),
    );
  });

  test('count those that depend on an asset through others, each once, itself never', async () => {
    await fc.assert(
      fc.asyncProperty(links, async (edges) => {
        const graph = graphOf(edges);
        const oracle = inGraphology(edges, DEPENDENCE);
        for (const { node, transitive } of await countDependents(graph.predecessors(DEPENDENCE), breathe)) {
          const seen = new Set([graph.idOf(node)]);
          for (const id of seen) for (const dependent of oracle.inNeighbors(id)) seen.add(dependent);
          expect(transitive).toBe(seen.size - 1);
        }
      }),
    );
  });

  test('survive a chain of 200,000 assets, and say what they did not count', async () => {
    const graph = new CompactGraph();
    for (let at = 0; at < 200_000; at += 1) graph.add(`a${at}`, 'depends_on', `a${at + 1}`);
    expect(circlesOf(graph.successors(DEPENDENCE))).toEqual([]);
    const counts = await countDependents(graph.predecessors(DEPENDENCE), breathe, 1_000_000);
    expect(counts).toHaveLength(200_000);
    expect(counts.some(({ transitive }) => transitive === null)).toBe(true);
    expect(counts.find(({ node }) => graph.idOf(node) === 'a7')?.transitive).toBe(7);
  });

  test('name assets of far-reaching loss with the number of assets that fall with them', async () => {
    const machines = Array.from({ length: 6 }, (_, index): Link => [`vm${index}`, 'runs_on', 'host']);
    const measures = await measureGraph(
      graphOf([...machines, ['host', 'depends_on', 'array'], ['vm0', 'member_of', 'group:member_of:dmz']]),
      isAsset,
      breathe,
    );
    expect(measures.single_points_of_failure).toEqual({
      min_affected: 5,
      count: 2,
      listed: [
        { asset_id: 'array', direct: 1, affected: 7 },
        { asset_id: 'host', direct: 6, affected: 6 },
      ],
      is_complete: true,
    });
    expect(measures.components).toEqual({ count: 1, largest: [8], linked_assets: 8 });
  });
});
