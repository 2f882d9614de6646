import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CELL_MAX_CHARACTERS } from '#shared/limits.ts';
import { dateCell, dateSystems } from '#shared/excel-dates.ts';
import { cellSchema, isDateCell } from '#shared/schemas/cell.schema.ts';
import { cellProblem } from './cell-check.ts';

const part = fc.oneof(
  fc.string(),
  fc.double(),
  fc.constantFrom(
    'date',
    'error',
    '€',
    '',
    null,
    true,
    'x'.repeat(20),
    'x'.repeat(21),
    'x'.repeat(32),
    'x'.repeat(33),
    'x'.repeat(255),
    'x'.repeat(256),
  ),
);
const almostTyped = fc.record(
  {
    type: fc.constantFrom<unknown>('date', 'error', 'amount', 'text', null),
    iso: part,
    serial: fc.oneof(fc.double(), part),
    format: part,
    code: part,
    value: part,
    currency: part,
    more: part,
  },
  { requiredKeys: [] },
);
const date = fc.record({ type: fc.constant('date'), iso: fc.string(), serial: fc.double(), format: part });
const error = fc.record({ type: fc.constant('error'), code: part });
const amount = fc.record({ type: fc.constant('amount'), value: fc.oneof(fc.double(), part), currency: part });

describe('the check of a cell', () => {
  test('agrees with the cell schema, but for what only the database minds in a text and for which dates there are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), almostTyped, date, error, amount), (cell) => {
        fc.pre(typeof cell !== 'string' || (cell.isWellFormed() && !cell.includes('\u0000')));
        fc.pre(cell === null || typeof cell !== 'object' || Object.getPrototypeOf(cell) === Object.prototype);
        const isTaken = cellProblem(cell) === null;
        const parsed = cellSchema.safeParse(cell);
        if (!parsed.success || !isDateCell(parsed.data)) expect(isTaken).toBe(parsed.success);
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

  test('takes an amount with its currency, and says what is wrong with one', () => {
    const amount = { type: 'amount', value: 1234.5, currency: '€' };
    expect(cellProblem(amount)).toBeNull();
    for (const wrong of [{ value: '1' }, { value: Number.NaN }, { currency: '' }, { currency: 'x'.repeat(21) }])
      expect(cellProblem({ ...amount, ...wrong })).toContain('an amount');
    expect(cellProblem({ ...amount, currency: '\u0000' })).toBe('Remove the NUL character.');
  });

  test('takes every date cell that the pane makes, in both date systems', () => {
    const serials = fc.oneof(fc.double({ min: 0, max: 2_958_466, noNaN: true }), fc.nat(2_958_465), fc.nat(70));
    fc.assert(
      fc.property(serials, fc.constantFrom(...dateSystems), (serial, system) => {
        const cell = dateCell(serial, 'dd/mm/yyyy', system);
        if (cell !== null) expect(cellProblem(cell)).toBeNull();
      }),
    );
  });

  test.each([
    ['2024-99-99T00:00:00', 45_366],
    ['2023-02-29T00:00:00', 44_986],
    ['2024-03-15T24:00:00', 45_366],
    ['2024-03-15', 45_366],
    ['2024-03-15T00:00:00Z', 45_366],
    ['garbage', 45_366],
    ['1899-12-29T00:00:00', 0],
  ])('refuses %s as a date', (iso, serial) => {
    expect(cellProblem({ type: 'date', iso, serial, format: 'd' })).toContain('2024-03-15T00:00:00');
  });

  test.each([1e300, -1, 2_958_466])('refuses the serial number %p, which Excel shows no date for', (serial) => {
    expect(cellProblem({ type: 'date', iso: '2024-03-15T00:00:00', serial, format: 'd' })).toContain('2958465');
  });

  test('refuses a date that its serial number means in neither date system', () => {
    const problem = (serial: number) => cellProblem({ type: 'date', iso: '2024-03-15T00:00:00', serial, format: 'd' });
    expect(problem(45_366)).toBeNull();
    expect(problem(43_904)).toBeNull();
    expect(problem(45_000)).toContain('different days');
  });
});
