import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { EndpointFile } from '#shared/endpoint.ts';

/** A pipeline alone listens seven times for the close of its target; the log, compression and others once each. */
const CLOSE_LISTENERS_MAX = 20;

interface Sending {
  stream: Readable;
  signal: AbortSignal;
  /** Done when the file has begun to be made; when it fails, nothing is sent. */
  beforeFirstByte: () => Promise<void>;
}

/**
 * A failure before the first byte is answered as a problem. Then headers, then bytes as fast as the caller takes them:
 * a later failure ends the connection, so that a file that broke off cannot be taken for a whole one. A caller who
 * hangs up, or takes nothing of what is ready (unread-answers.ts), is no failure.
 */
export async function sendFile(
  response: Response,
  file: EndpointFile,
  { stream, signal, beforeFirstByte }: Sending,
): Promise<void> {
  try {
    await once(stream, 'readable', { signal });
    await untilDone(beforeFirstByte(), stream);
    setFileHeaders(response, file);
    response.setMaxListeners(CLOSE_LISTENERS_MAX);
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

/** By the code alone: an error of Node itself is no `Error` to code that runs in a context of its own, as tests do. */
function isHangUp(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && HANG_UPS.has(error.code);
}
