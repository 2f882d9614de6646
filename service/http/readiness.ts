import type { RequestHandler } from 'express';
import type { Logger } from '../platform/logger.ts';

type AskReadiness = () => Promise<{ isReady: boolean; checks: Record<string, boolean> }>;

/** Answers `/readyz`, and says in the log when the answer has changed. */
export function readiness(ask: AskReadiness, log: Logger): RequestHandler {
  let wasReady = true;
  return async (_request, response) => {
    const { isReady, checks } = await ask();
    if (isReady !== wasReady) log.warn({ checks }, isReady ? 'ready again' : 'not ready');
    wasReady = isReady;
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', checks });
  };
}
