import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildColumns } from './column-keys.ts';

describe('column keys', () => {
  test('are the headers where these are unique', () => {
    expect(buildColumns(['Name', 'IP']).map((column) => column.key)).toEqual(['Name', 'IP']);
  });

  test('tell doubled and empty headers apart and keep the header as it was', () => {
    const columns = buildColumns(['Name', '', 'Name', '', 'Name']);
    expect(columns.map((column) => column.header)).toEqual(['Name', '', 'Name', '', 'Name']);
    expect(new Set(columns.map((column) => column.key)).size).toBe(5);
    expect(columns.every((column) => column.key !== '')).toBe(true);
  });

  test('are unique, whatever the headers are, and never lose a column', () => {
    const header = fc.oneof(
      fc.string(),
      fc.constantFrom('', 'a', 'a (2)', '__proto__', 'constructor', '$where', 'x.y', 'Column 1'),
    );
    fc.assert(
      fc.property(fc.array(header, { maxLength: 40 }), (headers) => {
        const columns = buildColumns(headers);
        expect(columns.map((column) => column.header)).toEqual(headers);
        expect(columns.map((column) => column.index)).toEqual(headers.map((_, index) => index));
        expect(new Set(columns.map((column) => column.key)).size).toBe(headers.length);
      }),
    );
  });
});
