import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { EndpointFile } from '#shared/endpoint.ts';
import type { Logger } from '../platform/logger.ts';

/** A pipeline alone listens seven times for the close of its target; the log, compression and others once each. */
const CLOSE_LISTENERS_MAX = 20;

interface Sending {
  stream: Readable;
  signal: AbortSignal;
  idleMs: number;
  log: Logger;
  /** Done when the file has begun to be made; when it fails, nothing is sent. */
  beforeFirstByte: () => Promise<void>;
}

/**
 * A failure before the first byte is answered as a problem. Then headers, then bytes as fast as the caller takes them:
 * a later failure ends the connection, so that a file that broke off cannot be taken for a whole one. A caller who
 * hangs up, or takes nothing for `idleMs` although something is ready, is no failure.
 */
export async function sendFile(
  response: Response,
  file: EndpointFile,
  { stream, signal, idleMs, log, beforeFirstByte }: Sending,
): Promise<void> {
  try {
    await once(stream, 'readable', { signal });
    await untilDone(beforeFirstByte(), stream);
    setFileHeaders(response, file);
    response.setMaxListeners(CLOSE_LISTENERS_MAX);
    response.setTimeout(idleMs, () => {
      // It is the file that is slow, and the next bytes begin the time anew.
      if (response.writableLength === 0) return;
      log.info({ request_id: response.req.id, file: file.name }, 'a file broke off: its caller took nothing of it');
      response.destroy();
    });
    await pipeline(stream, response);
  } catch (error) {
    stream.destroy();
    if (!isHangUp(error)) throw error;
  }
}

export function setFileHeaders(response: Response, { name, contentType }: EndpointFile): void {
  response.set('Cache-Control', 'no-store, private');
  response.set('Content-Type', contentType);
  response.set('Content-Disposition', `attachment; filename="${name}"`);
}

/** An error of the stream meanwhile is thrown afterwards: nothing else listens for it. */
async function untilDone(work: Promise<void>, stream: Readable): Promise<void> {
  const ignore = (): void => undefined;
  stream.on('error', ignore);
  await work;
  if (stream.errored) throw stream.errored;
  stream.off('error', ignore);
}

/** Of a pipeline whose writer is gone, and of waiting until the call's signal. */
const HANG_UPS: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

function isHangUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && HANG_UPS.has(error.code);
}
