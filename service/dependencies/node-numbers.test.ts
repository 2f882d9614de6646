import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assetId } from '../inventory/asset-id.ts';
import { nodeId, NodeNumbers } from './node-numbers.ts';

const imports = ['imp_a', 'imp_b', 'imp_c'];
const anyId = fc.oneof(
  fc
    .tuple(fc.constantFrom(...imports), fc.integer({ min: 1, max: 1_048_576 }))
    .map(([dataImportId, row]) => assetId(dataImportId, row)),
  fc.constantFrom('group:part_of:Payroll', '', 'ast_', 'ast_0123456789abcdef000000x', `${assetId('imp_a', 1)}0`),
  fc.string(),
);

describe('numbers of nodes', () => {
  test('give every id back, the same number for the same id, in the order they are first named', () => {
    fc.assert(
      fc.property(fc.array(anyId), (ids) => {
        const nodes = new NodeNumbers();
        const numbers = ids.map((id) => nodes.numberOf(id));
        const distinct = [...new Set(ids)];
        expect(numbers).toEqual(ids.map((id) => distinct.indexOf(id)));
        expect(distinct.map((_, number) => nodes.idOf(number))).toEqual(distinct);
        expect(distinct.map((id) => nodes.find(id))).toEqual(distinct.map((_, number) => number));
        expect([assetId('imp_z', 7), 'never named before'].map((id) => nodes.find(id))).toEqual([null, null]);
        const plain = structuredClone(nodes.plain());
        expect(distinct.map((_, number) => nodeId(plain, number))).toEqual(distinct);
      }),
    );
  });

  test('stay quick and right as they grow, whichever imports and rows they are of', () => {
    const ids = Array.from({ length: 60_000 }, (_, at) => assetId(imports[at % 3] ?? '', 1 + Math.floor(at / 3)));
    const nodes = new NodeNumbers();
    expect(ids.every((id, at) => nodes.numberOf(id) === at)).toBe(true);
    expect(ids.every((id, at) => nodes.idOf(at) === id && nodes.numberOf(id) === at)).toBe(true);
    expect(() => nodes.idOf(ids.length)).toThrow(RangeError);
  });
});
