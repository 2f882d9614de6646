import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CELL_MAX_CHARACTERS } from '#shared/limits.ts';
import { cellSchema } from '#shared/schemas/cell.schema.ts';
import { cellProblem } from './cell-check.ts';

const part = fc.oneof(
  fc.string(),
  fc.double(),
  fc.constantFrom('date', 'error', null, true, 'x'.repeat(32), 'x'.repeat(33), 'x'.repeat(255), 'x'.repeat(256)),
);
const almostTyped = fc.record(
  {
    type: fc.constantFrom<unknown>('date', 'error', 'text', null),
    iso: part,
    serial: fc.oneof(fc.double(), part),
    format: part,
    code: part,
    more: part,
  },
  { requiredKeys: [] },
);
const date = fc.record({ type: fc.constant('date'), iso: fc.string(), serial: fc.double(), format: part });
const error = fc.record({ type: fc.constant('error'), code: part });

describe('the check of a cell', () => {
  test('agrees with the cell schema, but for what only the database minds in a text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), almostTyped, date, error), (cell) => {
        fc.pre(typeof cell !== 'string' || (cell.isWellFormed() && !cell.includes('\u0000')));
        fc.pre(cell === null || typeof cell !== 'object' || Object.getPrototypeOf(cell) === Object.prototype);
        expect(cellProblem(cell) === null).toBe(cellSchema.safeParse(cell).success);
      }),
      { numRuns: 3_000 },
    );
  });

  test('says what is wrong with a text that Excel cannot hold or the database refuses', () => {
    expect(cellProblem('x'.repeat(CELL_MAX_CHARACTERS))).toBeNull();
    expect(cellProblem('x'.repeat(CELL_MAX_CHARACTERS + 1))).toContain('32768 characters');
    expect(cellProblem('a\u0000b')).toBe('Remove the NUL character.');
    expect(cellProblem('a\ud83d')).toContain('half of a character');
    expect(cellProblem('a\u{1f600}')).toBeNull();
    expect(cellProblem({ type: 'date', iso: '2'.repeat(41), serial: 1, format: 'd' })).not.toBeNull();
    expect(cellProblem(JSON.parse('1e999'))).toBe('This number is not finite.');
  });

  test('takes no key beside those of a date or an error, __proto__ neither', () => {
    expect(cellProblem(JSON.parse('{"type":"error","code":"#N/A"}'))).toBeNull();
    expect(cellProblem(JSON.parse('{"type":"error","__proto__":{"code":"#N/A"}}'))).not.toBeNull();
    expect(cellProblem(JSON.parse('{"type":"error","code":"#N/A","__proto__":1}'))).not.toBeNull();
  });
});
