import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { RecordBytes, type RecordCells } from './record-bytes.ts';

const cell = fc.oneof<fc.Arbitrary<Cell>[]>(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  fc.constantFrom('Frankfurt DC1', 'Production', '', '__proto__', '\u0000', 'Zürich', '🖥'),
  fc.double(),
  fc.integer(),
  fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 53, 1e300, -0),
  fc.boolean(),
  fc.constant(null),
  fc.record({ type: fc.constant('error' as const), code: fc.constantFrom('#N/A', '#REF!') }),
  fc.record({
    type: fc.constant('date' as const),
    iso: fc.constant('2024-03-15T00:00:00'),
    serial: fc.double({ noNaN: true }),
    format: fc.string(),
  }),
);

describe('reading raw records from their bytes', () => {
  test('gives the row and the cells that the driver gives, whatever the cells hold', () => {
    const reader = new RecordBytes();
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.integer({ min: 1, max: 1_048_576 }), (cells, row) => {
        const bytes = BSON.serialize({ _id: `imp_1:${row}`, data_import_id: 'imp_1', row_number: row, cells });
        const known = BSON.deserialize(bytes) as RecordCells;
        expect(reader.read(bytes)).toEqual({ row_number: known.row_number, cells: known.cells });
      }),
      { numRuns: 500 },
    );
  });

  test('tells texts apart that share their place among those it keeps', () => {
    const reader = new RecordBytes();
    for (let from = 0; from < 20_000; from += 1_000) {
      const cells = Array.from({ length: 1_000 }, (_, index) => `srv-${from + index}`);
      const bytes = BSON.serialize({ _id: 'imp_1:1', data_import_id: 'imp_1', row_number: 1, cells });
      expect(reader.read(bytes).cells).toEqual(cells);
    }
  });

  test('refuses a record that has a value no record can have', () => {
    const bytes = BSON.serialize({ _id: 'imp_1:1', data_import_id: 'imp_1', row_number: 1, cells: [/a/] });
    expect(() => new RecordBytes().read(bytes)).toThrow('BSON type 11');
  });
});
