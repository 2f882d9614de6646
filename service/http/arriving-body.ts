import type { Request } from 'express';
import { AppError } from '../platform/app-error.ts';

/** How fast a body has to come. */
export interface Pace {
  /** A body may stand still this long, ms. */
  graceMs: number;
  /** Beyond that so many bytes a second on the whole. */
  bytesPerSecond: number;
}

/** 128 kbit/s: an import of 8 MB within nine minutes, a body that stands still half a minute. */
export const BODY_PACE: Pace = { graceMs: 30_000, bytesPerSecond: 16 * 1024 };

/** How often it is looked at, parts of the grace. */
const LOOKS = 10;

/**
 * Gives up a body that comes too slowly to hold a place among others, or not at all.
 *
 * @throws AppError request_timeout; errors of `read`
 */
export async function readInTime(request: Request, pace: Pace, read: () => Promise<void>): Promise<void> {
  const { socket } = request;
  const [began, bytesBefore] = [performance.now(), socket.bytesRead];
  let looking: NodeJS.Timeout | undefined;
  const isLate = new Promise<never>((_resolve, reject) => {
    looking = setInterval(() => {
      const dueMs = performance.now() - began - pace.graceMs;
      if (((socket.bytesRead - bytesBefore) * 1_000) / pace.bytesPerSecond < dueMs) reject(tooSlow(pace));
    }, pace.graceMs / LOOKS);
  });
  try {
    await Promise.race([read(), isLate]);
  } finally {
    clearInterval(looking);
  }
}

function tooSlow({ bytesPerSecond }: Pace): AppError {
  return new AppError(
    'request_timeout',
    `The body came slower than ${bytesPerSecond / 1024} kB a second, so it was given up and nothing was stored. Send it again, compressed, or in an upload session: POST /data-import/uploads.`,
  );
}

/** RFC 8259: JSON that is exchanged is UTF-8. */
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/** @throws AppError unsupported_media_type for a body that says it is no JSON, or JSON in another charset */
export function assertJson(request: Request): void {
  if (!request.is('application/json'))
    throw new AppError('unsupported_media_type', 'Send the body as application/json.');
  const charset = CHARSET.exec(request.get('content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8')
    throw new AppError('unsupported_media_type', 'Send the body in UTF-8, and name no other charset.');
}
