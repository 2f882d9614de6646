import { describe, expect, test } from '@jest/globals';
import { SHEET_MAX_COLUMNS } from '#shared/limits.ts';
import { ProblemList } from './problem-list.ts';
import { checkHeaders } from './sheet-checks.ts';
import { readSheetInput } from './sheet-input.ts';

const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return null;
};

describe('rows that come as objects', () => {
  test('become cells under all keys there are, blank where a row leaves one out', () => {
    expect(readSheetInput({ file_data: [{ Name: 'a' }, { Owner: 'Ann', Name: null }] })).toEqual({
      headers: ['Name', 'Owner'],
      rows: [
        ['a', null],
        [null, 'Ann'],
      ],
      fields: { headers: 'file_data', rows: 'file_data' },
    });
  });

  test('are refused before they become far more cells than a request holds', () => {
    const diagonal = Array.from({ length: 3_000 }, (_, row) => ({ [`key ${row}`]: 1 }));
    expect(codeOf(() => readSheetInput({ file_data: diagonal }))).toBe('payload_too_large');
  });

  test('are refused with more keys than a sheet has columns', () => {
    const problems = new ProblemList();
    const headers = Array.from({ length: SHEET_MAX_COLUMNS + 1 }, (_, column) => `key ${column}`);
    checkHeaders(headers, 'file_data', problems);
    expect(() => problems.throwIfAny()).toThrow('16,385');
  });
});
