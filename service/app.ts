import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { API_PREFIX, type Endpoint } from '#shared/endpoint.ts';
import type { Logger } from './platform/logger.ts';
import { withBoundReads } from './platform/database/read-bound.ts';
import type { UnchangedAnswers } from './http/unchanged-answers.ts';
import { errorHandler, otherMethod, unknownRoute } from './http/error-handler.ts';
import type { Route } from './http/handle-endpoint.ts';
import { readiness } from './http/readiness.ts';
import { dropUnreadAnswers } from './http/unread-answers.ts';
import { privateHeaders } from './http/web-pages.ts';

interface AppOptions {
  routes: readonly Route[];
  unchanged: UnchangedAnswers;
  /** Pane, dashboard and docs. */
  pages: RequestHandler;
  isReady(): Promise<{ isReady: boolean; checks: Record<string, boolean> }>;
  isDatabaseAway(error: unknown): boolean;
  /** @throws what a call is answered with that the database is away for, while that is known */
  assertDatabase(): void;
  log: Logger;
  /** The service has a certificate of its own. */
  isHttps: boolean;
  trustedProxies: number;
}

/** Every route in one screen. Opens no port and no connection. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  // Whatever NODE_ENV says: else Express answers with stacks where it answers itself.
  app.set('env', 'production');
  app.set('etag', false);
  app.set('trust proxy', options.trustedProxies);
  app.use(API_PREFIX, options.unchanged.answer(knownPoll(options.log)));
  app.use(requestLog(options.log));
  app.use(dropUnreadAnswers(options.log));
  if (options.isHttps) app.use(httpsOnly);
  app.get('/healthz', privateHeaders, (_request, response) => response.json({ status: 'ok' }));
  app.get(
    '/readyz',
    privateHeaders,
    readiness(() => options.isReady(), options.log),
  );
  app.use(compression());
  app.use(API_PREFIX, privateHeaders, (_request, _response, next) => {
    options.assertDatabase();
    withBoundReads(next);
  });
  const methodsOf = new Map<string, Endpoint['method'][]>();
  for (const { endpoint, handlers } of options.routes) {
    const path = API_PREFIX + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    methodsOf.set(path, [...(methodsOf.get(path) ?? []), endpoint.method]);
    app[endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'](path, ...handlers);
  }
  for (const [path, methods] of methodsOf) app.all(path, otherMethod(methods));
  app.use(API_PREFIX, unknownRoute);
  app.use(options.pages);
  app.use(privateHeaders, unknownRoute);
  app.use(errorHandler(options.log, (error) => options.isDatabaseAway(error)));
  return app;
}

const HTTPS_ONLY_SECONDS = 31_536_000;

/** Not for localhost: a browser would keep it from everything else that a developer runs there. */
const httpsOnly: RequestHandler = (request, response, next) => {
  if (request.hostname !== 'localhost')
    response.setHeader('Strict-Transport-Security', `max-age=${HTTPS_ONLY_SECONDS}`);
  next();
};

/** One line a request at debug; errors are logged where they are answered. Header values stay out. */
function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: nameRequest,
    useLevel: 'debug',
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}

/** The same of a poll that is answered before it came to the log; without debug it costs nothing. */
function knownPoll(log: Logger): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const id = nameRequest(request, response);
    log.debug({ req: { id, method: request.method, path: request.url?.split('?')[0] }, res: { status: 304 } }, 'known');
  };
}

/** The caller's id of the request, or a new one; it goes back with the answer. */
function nameRequest(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}
