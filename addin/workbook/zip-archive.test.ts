import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { zipOf } from '#test/builders/xlsx-of.ts';
import { ZipArchive } from './zip-archive.ts';

async function textOf(archive: ZipArchive, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of archive.read(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const LONG = Array.from({ length: 20_000 }, (_, at) => `line ${at * 7919}\n`).join('');

test.each([false, true])('gives its parts as they are (packed: %s)', async (isPacked) => {
  const archive = new ZipArchive(zipOf({ 'xl/Long.xml': LONG, 'empty.xml': '' }, { isPacked }));
  expect(await textOf(archive, 'xl/Long.xml')).toBe(LONG);
  expect(await textOf(archive, 'empty.xml')).toBe('');
  expect(archive.has('other.xml')).toBe(false);
});

test('finds parts by names in other letters, with a slash before or backslashes within', async () => {
  const archive = new ZipArchive(zipOf({ '/xl\\Sheet1.XML': 'a' }));
  expect(await textOf(archive, 'xl/sheet1.xml')).toBe('a');
});

test('is found behind other bytes', async () => {
  const bytes = Buffer.concat([Buffer.from('#!/bin/sh\n'), Buffer.from(zipOf({ 'a.xml': 'a' }))]);
  expect(await textOf(new ZipArchive(new Uint8Array(bytes).buffer), 'a.xml')).toBe('a');
});

test('is found before zeros of any number, and before some other bytes', () => {
  const archive = Buffer.from(zipOf({ 'a.xml': 'a' }));
  for (const more of [Buffer.alloc(200_000), Buffer.from('\r\n')])
    expect(new ZipArchive(new Uint8Array(Buffer.concat([archive, more])).buffer).has('a.xml')).toBe(true);
});

test('is read where its end says all and a large one stands before it', async () => {
  const archive = Buffer.from(zipOf({ 'a.xml': LONG, 'b.xml': 'b' }));
  const end = archive.lastIndexOf('PK\u0005\u0006');
  const whole = Buffer.concat([archive.subarray(0, end), Buffer.alloc(76), archive.subarray(end)]);
  expect(await textOf(new ZipArchive(new Uint8Array(whole).buffer), 'b.xml')).toBe('b');
});

describe('bytes behind a packed part', () => {
  const original = globalThis.DecompressionStream;
  afterEach(() => {
    globalThis.DecompressionStream = original;
  });

  /** Chromium's drops what came of the piece in which the packed bytes end, where others follow; Node's reads over them. */
  class StrictDecompressionStream extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      let [given, handed]: [Buffer, number] = [Buffer.alloc(0), 0];
      super({
        transform(piece, controller) {
          given = Buffer.concat([given, piece]);
          const whole = inflateRawSync(given, { finishFlush: constants.Z_SYNC_FLUSH, info: true }) as unknown as {
            buffer: Buffer;
            engine: { bytesWritten: number };
          };
          if (whole.engine.bytesWritten < given.length) throw new TypeError('Junk found after end of compressed data.');
          if (whole.buffer.length > handed) controller.enqueue(new Uint8Array(whole.buffer.subarray(handed)));
          handed = whole.buffer.length;
        },
      });
    }
  }

  test.each([false, true])('are none of it (as Chromium reads: %s)', async (isStrict) => {
    if (isStrict) Object.assign(globalThis, { DecompressionStream: StrictDecompressionStream });
    // The stand-in unpacks all it was given anew with each piece.
    const text = LONG.slice(0, 40_000);
    const whole = zipOf({ 'a.xml': text, 'b.xml': 'b' }, { isPacked: true, junk: [0, 0, 7] });
    expect(await textOf(new ZipArchive(whole), 'a.xml')).toBe(text);
    expect(await textOf(new ZipArchive(whole), 'b.xml')).toBe('b');
  });
});

/** As tools write it that do not know the sizes when they begin: numbers of 64 bits, although small ones would do. */
function largeZipOf(name: string, text: string): ArrayBuffer {
  const [path, content] = [Buffer.from(name), deflateRawSync(text)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04_03_4b_50);
  local.writeUInt16LE(path.length, 26);
  const [central, extra] = [Buffer.alloc(46), Buffer.alloc(28)];
  central.writeUInt32LE(0x02_01_4b_50);
  central.writeUInt16LE(8, 10);
  for (const at of [20, 24, 42]) central.writeUInt32LE(0xff_ff_ff_ff, at);
  central.writeUInt16LE(path.length, 28);
  central.writeUInt16LE(extra.length, 30);
  extra.writeUInt16LE(1);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(text.length), 4);
  extra.writeBigUInt64LE(BigInt(content.length), 12);
  const start = local.length + path.length + content.length;
  const [end64, locator, end] = [Buffer.alloc(56), Buffer.alloc(20), Buffer.alloc(22)];
  end64.writeUInt32LE(0x06_06_4b_50);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(start), 48);
  locator.writeUInt32LE(0x07_06_4b_50);
  locator.writeBigUInt64LE(BigInt(start + central.length + path.length + extra.length), 8);
  end.writeUInt32LE(0x06_05_4b_50);
  end.writeUInt16LE(0xff_ff, 10);
  for (const at of [12, 16]) end.writeUInt32LE(0xff_ff_ff_ff, at);
  return new Uint8Array(Buffer.concat([local, path, content, central, path, extra, end64, locator, end])).buffer;
}

test('is read where its numbers have 64 bits', async () => {
  expect(await textOf(new ZipArchive(largeZipOf('a.xml', LONG)), 'a.xml')).toBe(LONG);
});

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 30)],
  ['with a directory elsewhere', (whole: Buffer) => whole.fill(0xee, whole.length - 6, whole.length - 2)],
  ['without a directory', (whole: Buffer) => whole.subarray(whole.length - 22)],
])('is refused %s', (_what, broken) => {
  const bytes = broken(Buffer.from(zipOf({ 'a.xml': LONG }, { isPacked: true })));
  expect(() => new ZipArchive(new Uint8Array(bytes).buffer)).toThrow();
});

test('fails where a part does not unpack, and where it is cut off', async () => {
  const whole = Buffer.from(zipOf({ 'a.xml': LONG }, { isPacked: true }));
  const broken = new ZipArchive(new Uint8Array(Buffer.from(whole).fill(0xff, 60, 90)).buffer);
  await expect(textOf(broken, 'a.xml')).rejects.toThrow();
  const short = Buffer.from(whole);
  short.writeUInt32LE(1_000, short.lastIndexOf('PK\u0001\u0002') + 20);
  await expect(textOf(new ZipArchive(new Uint8Array(short).buffer), 'a.xml')).rejects.toThrow();
});
