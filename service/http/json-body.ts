import { webcrypto } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import type { Endpoint } from '#shared/endpoint.ts';
import { REQUEST_MAX_BYTES } from '#shared/limits.ts';
import { AppError } from '../platform/app-error.ts';
import type { InFlightLimit } from '../platform/in-flight-limit.ts';
import type { Principal } from '../access/principal.ts';
import { parseJson } from '../platform/request-parts.ts';
import { assertJson, BODY_PACE, readInTime, type Pace } from './arriving-body.ts';

/** A body after it was read. `release` is called at the end of the request, with any outcome. */
export interface ReceivedBody {
  body: unknown;
  digest: string;
  release(): void;
}

export type BodyReader = (request: Request, response: Response) => Promise<ReceivedBody>;

const NOTHING: ReceivedBody = { body: undefined, digest: '', release: () => undefined };

/**
 * Reads a JSON body. Express reads the bytes, but does not make JSON of them: it would decode any charset, which takes
 * longer for a sheet, and would take bytes that are no UTF-8 for other characters. The digest is worked out beside.
 *
 * @param largeAtOnce bounds bodies larger than most routes take; each holds its place until it is answered
 */
export function jsonBodyReader(
  endpoint: Endpoint,
  limits: { largeAtOnce?: InFlightLimit; pace?: Pace } = {},
): BodyReader {
  const readBytes = express.raw({ type: 'application/json', limit: endpoint.maxBodyBytes ?? REQUEST_MAX_BYTES });
  const needsDigest = endpoint.headers?.includes('Idempotency-Key') === true;
  return async (request, response) => {
    if (!takesBody(endpoint)) return NOTHING;
    const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
    if (!hasBody) return NOTHING;
    assertJson(request);
    const place = mayBeLarge(request) ? limits.largeAtOnce?.enter(keyOf(response)) : undefined;
    const read = () =>
      new Promise<void>((resolve, reject) => {
        // Express never says so of a compressed body.
        response.once('close', () => reject(new AppError('invalid_request', 'The body ended early.')));
        readBytes(request, response, (error?: Error) => (error ? reject(error) : resolve()));
      });
    try {
      await readInTime(request, limits.pace ?? BODY_PACE, read);
      await place?.turn();
      const bytes = request.body as Buffer;
      const digesting = needsDigest ? sha256(bytes) : '';
      return { body: parseJson(bytes), digest: await digesting, release: () => place?.leave() };
    } catch (error) {
      place?.leave();
      throw error;
    }
  };
}

export function takesBody({ method }: Endpoint): boolean {
  return method !== 'GET' && method !== 'DELETE';
}

/** The key of an admitted request. */
export function keyOf(response: Response): string {
  return (response.locals['principal'] as Principal).keyId;
}

/** Also when nothing says how large it is, or how large once it is inflated. */
function mayBeLarge(request: Request): boolean {
  const length = request.get('content-length');
  const isPlain = (request.get('content-encoding') ?? 'identity').toLowerCase() === 'identity';
  return length === undefined || !isPlain || Number(length) > REQUEST_MAX_BYTES;
}

/** Off this thread. */
const sha256 = async (bytes: Buffer): Promise<string> =>
  Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
