import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactGraph } from '../dependencies/compact-graph.ts';
import type { FootingKind } from './footing.ts';
import { FootingWalk, FURTHER_EDGES_MAX, type Footings } from './footing-walk.ts';

type Edge = readonly [from: string, relation: 'runs_on' | 'uses_database' | 'part_of' | 'member_of', to: string];

const KINDS: Readonly<Record<string, FootingKind>> = {
  a: 'application',
  d: 'database',
  m: 'machine',
  h: 'host',
  c: 'cluster',
};

/** Kinds by the first letter of a name. */
function walkFrom(root: string, edges: readonly Edge[]): Record<keyof Footings, unknown> {
  const graph = new CompactGraph();
  for (const [from, relation, to] of edges) graph.add(from, relation, to);
  const walk = new FootingWalk(graph, (node) => KINDS[graph.idOf(node).charAt(0)] ?? 'none');
  const { systems, below, isCut } = walk.of(graph.find(root) ?? -1);
  return { systems: systems.map((node) => graph.idOf(node)), below: below.map((node) => graph.idOf(node)), isCut };
}

describe('what an asset stands on', () => {
  test('goes from an application over its machine to the host and the cluster, and ends there', () => {
    const edges: Edge[] = [
      ['a1', 'runs_on', 'm1'],
      ['m1', 'runs_on', 'h1'],
      ['h1', 'runs_on', 'c1'],
      ['c1', 'runs_on', 'm1'],
    ];
    expect(walkFrom('a1', edges)).toEqual({ systems: ['m1'], below: ['h1', 'c1'], isCut: false });
  });

  test('takes the nodes of a cluster, not the machines that it carries', () => {
    const edges: Edge[] = [
      ['d1', 'runs_on', 'c1'],
      ['m1', 'member_of', 'c1'],
      ['m2', 'member_of', 'c1'],
      ['m3', 'member_of', 'c1'],
      ['m3', 'runs_on', 'm2'],
      ['m4', 'member_of', 'c1'],
      ['m4', 'runs_on', 'c1'],
      ['m1', 'runs_on', 'h9'],
    ];
    expect(walkFrom('d1', edges)).toEqual({ systems: ['m1', 'm2'], below: ['c1', 'h9'], isCut: false });
  });

  test('ends after so many edges beyond its own', () => {
    const own = Array.from({ length: 3_000 }, (_, at): Edge => ['a1', 'runs_on', `m${at}`]);
    const chain = Array.from({ length: 100_000 }, (_, at): Edge => [`d${at}`, 'uses_database', `d${at + 1}`]);
    const wide = walkFrom('a1', own);
    expect(wide).toMatchObject({ isCut: false });
    expect(wide.systems).toHaveLength(3_000);
    const long = walkFrom('d0', chain);
    expect(long).toMatchObject({ isCut: true });
    expect((long.systems as string[]).length).toBeLessThanOrEqual(FURTHER_EDGES_MAX + 1);
  });

  test('names each asset once and never itself, whatever the graph is', () => {
    const name = fc
      .tuple(fc.constantFrom(...'admhcx'), fc.integer({ min: 0, max: 3 }))
      .map(([kind, number]) => `${kind}${number}`);
    const relation = fc.constantFrom('runs_on', 'uses_database', 'part_of', 'member_of');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, relation, name), { maxLength: 40 }), (edges) => {
        const all: Edge[] = [['a0', 'runs_on', 'm0'], ...(edges as Edge[])];
        const { systems, below, isCut } = walkFrom('a0', all);
        const found = [...(systems as string[]), ...(below as string[])];
        expect(isCut).toBe(false);
        expect(new Set(found).size).toBe(found.length);
        expect(found.some((one) => one === 'a0' || one.startsWith('x') || one.startsWith('a'))).toBe(false);
      }),
    );
  });
});
