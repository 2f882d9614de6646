import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { EndpointFile } from '#shared/endpoint.ts';

/** A pipeline alone listens seven times for the close of what it writes to; the log, compression and others once each. */
const CLOSE_LISTENERS_MAX = 20;

/**
 * What fails before the first byte is answered as a problem. Then headers, then bytes as fast as the caller takes them: what
 * fails later ends the connection, so that a file that broke off cannot be taken for a whole one. A caller who hangs up, or
 * takes nothing for `idleMs`, is no failure.
 */
export async function sendFile(
  response: Response,
  { name, contentType }: EndpointFile,
  { stream, signal, idleMs }: { stream: Readable; signal: AbortSignal; idleMs: number },
): Promise<void> {
  try {
    await once(stream, 'readable', { signal });
    response.set('Cache-Control', 'no-store, private');
    response.set('Content-Type', contentType);
    response.set('Content-Disposition', `attachment; filename="${name}"`);
    response.setMaxListeners(CLOSE_LISTENERS_MAX);
    response.setTimeout(idleMs, () => response.destroy());
    await pipeline(stream, response);
  } catch (error) {
    stream.destroy();
    if (!isHangUp(error)) throw error;
  }
}

/** Of a pipeline whose writer is gone, and of waiting until the call's signal. */
const HANG_UPS: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && HANG_UPS.has(error.code);
}
