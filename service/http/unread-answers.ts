import type { RequestHandler } from 'express';
import type { Logger } from '../platform/logger.ts';

/** How long a caller may take nothing of an answer that is ready before the answer is broken off, ms. */
export const UNREAD_MS = 60_000;

/** Whoever asks and does not read would have the service keep the answer, or make a file, for as long as it likes. */
export function dropUnreadAnswers(log: Logger, unreadMs = UNREAD_MS): RequestHandler {
  return (request, response, next) => {
    response.setTimeout(unreadMs, () => {
      // It is the answer that is slow, and the next bytes begin the time anew.
      if (response.writableLength === 0) return;
      log.info({ request_id: request.id, path: request.path }, 'an answer broke off: its caller took nothing of it');
      response.destroy();
    });
    next();
  };
}
