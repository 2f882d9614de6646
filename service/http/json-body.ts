import { webcrypto } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import type { Endpoint } from '#shared/endpoint.ts';
import { REQUEST_MAX_BYTES } from '#shared/limits.ts';
import { AppError } from '../platform/app-error.ts';
import { parseJson } from '../platform/request-parts.ts';

/** What a body reader read. `release` is called when the request is done with, whatever came of it. */
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
 */
export function jsonBodyReader(endpoint: Endpoint): BodyReader {
  const readBytes = express.raw({ type: 'application/json', limit: endpoint.maxBodyBytes ?? REQUEST_MAX_BYTES });
  const needsDigest = endpoint.headers?.includes('Idempotency-Key') === true;
  return async (request, response) => {
    if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return NOTHING;
    const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
    if (!hasBody) return NOTHING;
    if (!request.is('application/json'))
      throw new AppError('unsupported_media_type', 'Send the body as application/json.');
    await new Promise<void>((resolve, reject) =>
      readBytes(request, response, (error?: Error) => (error ? reject(error) : resolve())),
    );
    const bytes = request.body as Buffer;
    const digesting = needsDigest ? sha256(bytes) : '';
    return { ...NOTHING, body: parseJson(bytes), digest: await digesting };
  };
}

/** Off this thread. */
const sha256 = async (bytes: Buffer): Promise<string> =>
  Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
