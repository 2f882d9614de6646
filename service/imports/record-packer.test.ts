import { describe, expect, test } from '@jest/globals';
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { CELL_MAX_CHARACTERS } from '#shared/limits.ts';
import { dateCell } from '#shared/excel-dates.ts';
import { chunkRequestSchema } from '#shared/schemas/upload.schema.ts';
import { ProblemList } from './problem-list.ts';
import { rawRecordsOf } from './raw-records.ts';
import { RecordPacker, type PackedRecords } from './record-packer.ts';
import { checkRows } from './sheet-checks.ts';

const DATA_IMPORT_ID = 'imp_0123456789';
const COLUMNS = 3;
const LAST_ROW = 1_048_576;
const target = { dataImportId: DATA_IMPORT_ID, columns: COLUMNS, lastRow: LAST_ROW };

const text = fc.oneof(
  fc.string({ unit: 'binary' }).map((one) => one.replaceAll('\u0000', '0')),
  fc.constantFrom('', '"', '\\', '],[', '},{', '\n', '\u{1f600}', 'Zürich', '日本', '__proto__', 'x'.repeat(300)),
);
const number = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, 7, -7, 999_999_999, 1_000_000_000, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1e21, 5e-324),
);
const date = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom('dd/mm/yyyy', 'd "}" mmm', 'x'.repeat(255)))
  .map(([serial, format]) => dateCell(serial, format, '1900'));
const error = fc.constantFrom('#N/A', '"}', '\\').map((code) => ({ type: 'error', code }));
const amount = fc
  .tuple(number, fc.constantFrom('€', 'CHF', '"}', 'x'.repeat(20)))
  .map(([value, currency]) => ({ type: 'amount', value, currency }));
const cell = fc.oneof(text, number, fc.boolean(), fc.constant(null), date, error, amount);
const chunk = fc.record({
  first_row: fc.integer({ min: 1, max: 1_000_000 }),
  rows: fc.array(fc.array(cell, { minLength: COLUMNS, maxLength: COLUMNS }), { minLength: 1, maxLength: 12 }),
});

/** What is stored of a chunk that is read value by value; null for one that is refused. */
function readValues(json: Buffer): Omit<PackedRecords, 'parts'> | null {
  const { first_row: firstRow, rows } = chunkRequestSchema.parse(JSON.parse(json.toString('utf8')));
  const problems = new ProblemList();
  checkRows({ rows, headers: new Array<string>(COLUMNS).fill('h'), field: 'rows', firstRow }, problems);
  problems.throwIfAny();
  return { firstRow, rows: rows.length };
}

function bsonOf(json: Buffer): Buffer {
  const { first_row, rows } = chunkRequestSchema.parse(JSON.parse(json.toString('utf8')));
  return Buffer.concat(rawRecordsOf(DATA_IMPORT_ID, first_row, rows).map((record) => BSON.serialize(record)));
}

describe('a record packer', () => {
  const packer = new RecordPacker();

  function expectSame(json: Buffer, packed: PackedRecords): void {
    const { parts, ...counted } = packed;
    expect(counted).toEqual(readValues(json));
    expect(Buffer.concat(parts).equals(bsonOf(json))).toBe(true);
  }

  test('packs every good chunk, as the driver would write its records', () => {
    fc.assert(
      fc.property(chunk, (request) => {
        const json = Buffer.from(JSON.stringify(request));
        const packed = packer.pack(json, target);
        expect(packed).not.toBeNull();
        if (packed !== null) expectSame(json, packed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('packs nothing that is refused when it is read value by value, whatever byte is wrong', () => {
    const damage = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      insert: fc.oneof(
        fc.string({ maxLength: 3 }),
        fc.constantFrom(
          '"',
          '\\',
          ',',
          '[',
          ']',
          '{',
          '}',
          '-',
          '0',
          '01',
          '1e999',
          '.',
          'e',
          ' ',
          '\t',
          '\u0000',
          'null',
        ),
      ),
    });
    fc.assert(
      fc.property(chunk, damage, (request, { at, remove, insert }) => {
        const good = JSON.stringify(request);
        const from = at % good.length;
        const json = Buffer.from(good.slice(0, from) + insert + good.slice(from + remove));
        fc.pre(isUtf8(json));
        const packed = packer.pack(json, target);
        if (packed !== null) expectSame(json, packed);
      }),
      { numRuns: 20_000 },
    );
  });

  const chunkOf = (rows: string): Buffer => Buffer.from(`{"first_row":1,"rows":${rows}}`);

  test.each([
    ['no rows', '[]'],
    ['a short row', '[[1,2]]'],
    ['a long row', '[[1,2,3,4]]'],
    ['a row that is none', '[[1,2,3],4]'],
    ['a number that is none', '[[1,01,3]]'],
    ['a number that is not finite', '[[1,1e999,3]]'],
    ['an array as a cell', '[[1,[2],3]]'],
    ['another object as a cell', '[[1,{"type":"date"},3]]'],
    ['a date with one key more', '[[{"type":"date","iso":"x","serial":1,"format":"d","__proto__":1},2,3]]'],
    ['a date that is none', '[[{"type":"date","iso":"2024-99-99T00:00:00","serial":1,"format":"d"},2,3]]'],
    ['an amount without a currency', '[[{"type":"amount","value":1,"currency":""},2,3]]'],
    ['an amount that is no number', '[[{"type":"amount","value":"1","currency":"EUR"},2,3]]'],
    ['NUL in a currency', String.raw`[[{"type":"amount","value":1,"currency":"\u0000"},2,3]]`],
    ['NUL in a text', String.raw`[["a\u0000b",2,3]]`],
    ['half a character in a text', String.raw`[["a\ud800b",2,3]]`],
    ['a text too long', `[["${'x'.repeat(CELL_MAX_CHARACTERS + 1)}",2,3]]`],
    ['a text that does not end', '[["a'],
    ['a date that does not end', '[[{"type":"date'],
    ['white space', '[[1, 2,3]] '],
  ])('leaves %s to others', (_, rows) => {
    expect(packer.pack(chunkOf(rows), target)).toBeNull();
  });

  test.each([
    '',
    '{}',
    '{"rows":[[1,2,3]],"first_row":1}',
    '{"first_row":0,"rows":[[1,2,3]]}',
    '{"first_row":01,"rows":[[1,2,3]]}',
  ])('leaves a chunk to others that begins in another way: %s', (json) => {
    expect(packer.pack(Buffer.from(json), target)).toBeNull();
  });

  test('packs no row behind the last one', () => {
    expect(packer.pack(chunkOf('[[1,2,3],[4,5,6]]'), { ...target, lastRow: 2 })?.rows).toBe(2);
    expect(packer.pack(chunkOf('[[1,2,3],[4,5,6]]'), { ...target, lastRow: 1 })).toBeNull();
  });

  test('parts many records, each for one command, and goes on with the next chunk', () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [at, 'x', null]);
    const json = Buffer.from(JSON.stringify({ first_row: 5, rows }));
    const packed = packer.pack(json, target);
    expect(packed?.parts.length).toBeGreaterThan(1);
    if (packed !== null) expectSame(json, packed);
    expect(packer.pack(chunkOf('[[1,2,3]]'), target)?.parts).toHaveLength(1);
  });
});
