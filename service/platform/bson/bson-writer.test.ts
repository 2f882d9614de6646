import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { BsonWriter } from './bson-writer.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 30, maxLength: 60 }),
    fc.double(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.constantFrom(-0, 2 ** 31, -(2 ** 31) - 1, 2 ** 31 - 1, '\ud800', 'Zürich', ''),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any')),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.string({ unit: 'grapheme' }).filter((name) => !name.includes('\0')),
    tie('any'),
  ),
}));

const ALL = Number.POSITIVE_INFINITY;

describe('a BSON writer', () => {
  const writer = new BsonWriter();
  const bytesOf = (documents: readonly object[]) =>
    Buffer.concat([...writer.write(documents, ALL)].map(({ bytes }) => bytes));

  it('writes what the driver writes', () => {
    fc.assert(
      fc.property(fc.array(value.object as fc.Arbitrary<object>), (documents) => {
        const driver = Buffer.concat(documents.map((document) => BSON.serialize(document, { ignoreUndefined: false })));
        expect(bytesOf(documents).equals(driver)).toBe(true);
      }),
    );
  });

  it('writes an array longer than its first bytes', () => {
    const document = { _id: 'a', cells: Array.from({ length: 30_000 }, (_, at) => (at % 2 ? at : `cell ${at}`)) };
    expect(bytesOf([document]).equals(BSON.serialize(document))).toBe(true);
  });

  it('gives bytes that the next writing leaves alone', () => {
    const first = bytesOf([{ a: 'first' }]);
    bytesOf([{ a: 'other' }]);
    expect(BSON.deserialize(first)).toEqual({ a: 'first' });
  });

  it.each([[{ a: new Map() }], [{ a: 1n }], [{ a: () => 1 }], [{ a: Buffer.from('x') }], [{ 'a\0b': 1 }]])(
    'refuses what is never stored: %p',
    (document) => {
      expect(() => bytesOf([document])).toThrow(TypeError);
    },
  );

  it('parts large documents in their order and leaves small ones together', () => {
    const documents = Array.from({ length: 5 }, (_, number) => ({ number, text: 'x'.repeat(100) }));
    const from = (partBytes: number) => [...writer.write(documents, partBytes)].map((part) => part.from);
    expect(from(ALL)).toEqual([0]);
    expect(from(1)).toEqual([0, 1, 2, 3, 4]);
    expect(from(150)).toEqual([0, 2, 4]);
    expect([...writer.write([], ALL)]).toEqual([]);
  });

  it('may be used by another between two parts', () => {
    const parts = writer.write([{ a: 1 }, { a: 2 }], 1);
    parts.next();
    bytesOf([{ b: 'x'.repeat(1_000) }]);
    expect(BSON.deserialize((parts.next().value as { bytes: Buffer }).bytes)).toEqual({ a: 2 });
  });
});
