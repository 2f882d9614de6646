import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { bytesAtMost, inCommands } from './command-size.ts';

describe('documents of one command', () => {
  test('are never estimated smaller than BSON makes them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        expect(bytesAtMost(document)).toBeGreaterThanOrEqual(BSON.calculateObjectSize(document));
      }),
    );
  });

  test('stay together while they are small and are parted in their order where they are large', () => {
    const small = Array.from({ length: 500 }, (_, number) => ({ number }));
    expect([...inCommands(small)]).toEqual([small]);
    const large = Array.from({ length: 5 }, (_, number) => ({ number, text: 'x'.repeat(900_000) }));
    const parts = [...inCommands(large)];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flat()).toEqual(large);
  });

  test('are none where there are none', () => {
    expect([...inCommands([])]).toEqual([]);
  });
});
