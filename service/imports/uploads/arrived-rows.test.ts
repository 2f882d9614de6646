import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { UploadChunkDocument } from '../../models/upload-session.model.ts';
import { arrivedRows } from './arrived-rows.ts';

const chunk = (first: number, last: number, state: UploadChunkDocument['state'] = 'stored'): UploadChunkDocument => ({
  n: first,
  first_row: first,
  last_row: last,
  digest: '',
  state,
  lease_until: new Date(0),
});

describe('the rows that arrived', () => {
  test('are none of an upload without chunks, and a claimed chunk is none', () => {
    expect(arrivedRows([], 5)).toEqual({ received: 0, missing: [{ firstRow: 1, rows: 5 }] });
    expect(arrivedRows([chunk(1, 2, 'claimed'), chunk(3, 3)], 5)).toEqual({
      received: 1,
      missing: [
        { firstRow: 1, rows: 2 },
        { firstRow: 4, rows: 2 },
      ],
    });
  });

  test('and the missing ones are all rows, in whatever order and number the chunks came', () => {
    const lengths = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 9 }), isStored: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(lengths, fc.nat(), (parts, turn) => {
        let next = 1;
        const chunks = parts.map(({ rows, isStored }) => {
          next += rows;
          return chunk(next - rows, next - 1, isStored ? 'stored' : 'claimed');
        });
        const at = turn % chunks.length;
        const shuffled = [...chunks.slice(at).reverse(), ...chunks.slice(0, at)];
        const { received, missing } = arrivedRows(shuffled, next - 1);
        const absent = new Set(
          missing.flatMap(({ firstRow, rows }) => Array.from({ length: rows }, (_, i) => firstRow + i)),
        );
        const expected = chunks.flatMap((one) =>
          one.state === 'stored'
            ? []
            : Array.from({ length: one.last_row - one.first_row + 1 }, (_, i) => one.first_row + i),
        );
        expect([...absent]).toEqual(expected);
        expect(received + absent.size).toBe(next - 1);
      }),
    );
  });
});
