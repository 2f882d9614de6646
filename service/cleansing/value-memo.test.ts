import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { memoised } from './value-memo.ts';

const readingOf = (cell: Cell): string => `read ${JSON.stringify(cell)}`;

function counting() {
  const asked: Cell[] = [];
  const answer = memoised((cell) => {
    asked.push(cell);
    return readingOf(cell);
  });
  return { asked, answer };
}

describe('answers that are remembered', () => {
  test('are worked out once for what repeats, however long the column', () => {
    const { asked, answer } = counting();
    for (let at = 0; at < 10_000; at += 1) expect(answer(`vm-${at % 50}`)).toBe(readingOf(`vm-${at % 50}`));
    expect(asked).toHaveLength(50);
  });

  test('stay right in a column without repetitions, which is no longer remembered after a while', () => {
    const { asked, answer } = counting();
    for (let at = 0; at < 5_000; at += 1) expect(answer(`srv-${at}`)).toBe(readingOf(`srv-${at}`));
    expect(answer('srv-4999')).toBe(readingOf('srv-4999'));
    expect(asked.filter((cell) => cell === 'srv-4999')).toHaveLength(2);
  });

  test('are remembered again when the cells begin to repeat', () => {
    const { asked, answer } = counting();
    for (let at = 0; at < 30_000; at += 1) answer(`srv-${at}`);
    asked.length = 0;
    for (let at = 0; at < 60_000; at += 1) answer('same');
    expect(asked.length).toBeLessThan(30_000);
  });

  test('tell a number from the same digits as text', () => {
    const { asked, answer } = counting();
    expect([answer(16), answer('16'), answer(16), answer('16')]).toEqual([
      'read 16',
      'read "16"',
      'read 16',
      'read "16"',
    ]);
    expect(asked).toEqual([16, '16']);
  });
});
