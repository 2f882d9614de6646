import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Request } from 'express';
import { COMPRESSION_MAX_RATIO } from '#shared/limits.ts';
import { AppError } from '../platform/app-error.ts';
import type { InFlightLimit, Place } from '../platform/in-flight-limit.ts';
import { assertJson } from './arriving-body.ts';
import { keyOf, type BodyReader } from './json-body.ts';

/** A chunk of 1 MB at 150 kbit/s, ms. Slower senders would hold their place for too long. */
const BODY_TIMEOUT_MS = 60_000;
/** RFC 9530, RFC 8941: the sha-256 member of a dictionary of byte sequences. */
const SHA_256 = /(?:^|,)[ \t]*sha-256=:([A-Za-z0-9+/]{43}=):/;

interface ReadBody {
  bytes: Buffer;
  /** SHA-256 of the bytes sent, base64. */
  sentDigest: string;
  /** SHA-256 of the decoded JSON, raw. */
  decodedDigest: Buffer;
}

/**
 * Reads the bytes of a JSON body that comes with a Content-Digest, plain or as gzip, within bounds: how many at once, how
 * long, how large after inflating, how much inflated from how little.
 *
 * The digest is that of the JSON after content decoding, which names a chunk however it travels. The digest of the
 * compressed bytes, which RFC 9530 means by Content-Digest, is taken as well: it proves the same.
 */
export function digestedBodyReader(options: { limit: InFlightLimit; maxBytes: number }): BodyReader {
  return async (request, response) => {
    let place: Place | undefined;
    try {
      const expected = expectedDigest(request);
      const isGzip = readCoding(request);
      assertDeclaredLength(request, options.maxBytes);
      place = options.limit.enter(keyOf(response));
      const { leave } = place;
      const read = await readBody(request, { isGzip, maxBytes: options.maxBytes });
      if (expected !== read.sentDigest && expected !== read.decodedDigest.toString('base64'))
        throw new AppError('digest_mismatch', 'The body does not have its Content-Digest. Send it again.');
      await place.turn();
      return { body: read.bytes, digest: read.decodedDigest.toString('hex'), release: leave };
    } catch (error) {
      place?.leave();
      // What was not read is thrown away; else the connection would hang with it, and the next request behind it.
      request.resume();
      throw error;
    }
  };
}

async function readBody(request: Request, options: { isGzip: boolean; maxBytes: number }): Promise<ReadBody> {
  const sent = createHash('sha256');
  const decoded = createHash('sha256');
  const parts: Buffer[] = [];
  let sentBytes = 0;
  let bytes = 0;
  /** Not the request itself: a pipeline that fails would destroy it, and with it the answer. */
  async function* arriving(): AsyncGenerator<Buffer> {
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sentBytes += part.length;
      sent.update(part);
      yield part;
    }
  }
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const part of source) {
      bytes += part.length;
      if (bytes > options.maxBytes) throw tooLarge(options.maxBytes);
      if (bytes > sentBytes * COMPRESSION_MAX_RATIO) throw compressedTooMuch();
      decoded.update(part);
      parts.push(part);
    }
  };
  const signal = AbortSignal.timeout(BODY_TIMEOUT_MS);
  try {
    await (options.isGzip
      ? pipeline(arriving, createGunzip(), collect, { signal })
      : pipeline(arriving, collect, { signal }));
  } catch (error) {
    throw bodyError(error, signal);
  }
  return { bytes: Buffer.concat(parts), sentDigest: sent.digest('base64'), decodedDigest: decoded.digest() };
}

function expectedDigest(request: Request): string {
  const digest = SHA_256.exec(request.get('content-digest') ?? '')?.[1];
  if (digest !== undefined) return digest;
  const message = 'Send Content-Digest: sha-256=:<base64>: of the JSON (RFC 9530).';
  throw new AppError('invalid_request', message, {
    problems: [{ code: 'missing_digest', field: 'Content-Digest', row: null, column: null, message }],
    problems_total: 1,
  });
}

function readCoding(request: Request): boolean {
  assertJson(request);
  const coding = request.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (coding === 'gzip') return true;
  if (coding === 'identity') return false;
  throw new AppError('unsupported_media_type', 'Send the body plain or as gzip.');
}

function assertDeclaredLength(request: Request, maxBytes: number): void {
  if (Number(request.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

function bodyError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof AppError) return error;
  if (signal.aborted)
    return new AppError('request_timeout', `The body did not arrive within ${BODY_TIMEOUT_MS / 1_000} seconds.`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END')
    return new AppError('invalid_request', 'The body is not valid gzip.', {}, { cause: error });
  return new AppError('invalid_request', 'The body ended early.', {}, { cause: error });
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('payload_too_large', `Send chunks of at most ${maxBytes} bytes of JSON, counted uncompressed.`);
}

function compressedTooMuch(): AppError {
  return new AppError(
    'compression_ratio_exceeded',
    `The body inflates to more than ${COMPRESSION_MAX_RATIO} times its size. Send this one uncompressed.`,
  );
}
