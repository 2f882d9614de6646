import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { AppError } from '../platform/app-error.ts';
import { buildOpenApi } from './openapi.ts';

interface WebPagesOptions {
  /** Folder with package.json, node_modules and dist. */
  root: string;
  /** The address in the pane's script tag: a path of this service or the CDN. */
  officeJsUrl: string;
  /** Origins that may frame the pane, as in a CSP. */
  frameAncestors: string;
  version: string;
}

const OFFICE_JS_AGE = '1d';

/** Pane, dashboard, office.js and the API's docs page, with two header profiles: only the pane may be framed by Office. */
export function webPages(options: WebPagesOptions): Router {
  const router = express.Router();
  const pane = path.join(options.root, 'dist/web/pane');
  const dashboard = path.join(options.root, 'dist/web/dashboard');
  router.get('/', privateHeaders, (_request, response) => response.redirect('/taskpane.html'));
  router.use(
    '/officejs',
    paneHeaders(options),
    express.static(path.join(options.root, 'node_modules/@microsoft/office-js/dist'), {
      maxAge: OFFICE_JS_AGE,
      index: false,
    }),
  );
  router.get('/taskpane.html', paneHeaders(options), besideDashboard, sendPane(pane, options.officeJsUrl));
  router.use('/assets', paneHeaders(options), express.static(path.join(pane, 'assets'), assetCaching));
  router.use(
    '/dashboard',
    privateHeaders,
    express.static(dashboard, { ...assetCaching, index: 'index.html' }),
    missing('dashboard'),
  );
  let openApi: object | undefined;
  router.get('/api/openapi.json', privateHeaders, (_request, response) =>
    response.json((openApi ??= buildOpenApi(options.version))),
  );
  router.use('/api/docs', docsPage(options.root));
  return router;
}

/** Hashed files never change; icons keep their name, and Office refuses icons that forbid caching. */
const assetCaching = {
  setHeaders: (response: { setHeader(name: string, value: string): void }, file: string) => {
    if (file.endsWith('.html')) response.setHeader('Cache-Control', 'no-cache');
    else
      response.setHeader(
        'Cache-Control',
        /icon(-\d+)?\.(png|svg)$/.test(file) ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
      );
  },
  index: false as const,
};

function sendPane(folder: string, officeJsUrl: string): RequestHandler {
  const file = path.join(folder, 'taskpane.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('__OFFICE_JS_URL__', officeJsUrl) : null;
  return (_request, response) => {
    if (html === null) throw notBuilt('task pane');
    response.set('Cache-Control', 'no-cache').type('html').send(html);
  };
}

/** A page that is there answers these before. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

function missing(what: string): RequestHandler {
  return (request) => {
    if (request.path === '/' && READING.has(request.method)) throw notBuilt(what);
    throw new AppError('not_found', `There is no ${request.baseUrl}${request.path}.`);
  };
}

function notBuilt(what: string): AppError {
  return new AppError(
    'service_unavailable',
    `The ${what} is not built. Run "npm run build" and start the service again.`,
  );
}

/** office.js styles inline and talks to its host by messages; the pane lives in a frame of another origin. */
function paneHeaders(options: WebPagesOptions): RequestHandler {
  const officeOrigin = options.officeJsUrl.startsWith('https:') ? [new URL(options.officeJsUrl).origin] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...officeOrigin],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:', 'https://*.cdn.office.net'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: options.frameAncestors.split(' ').filter((origin) => origin !== ''),
      },
    },
    frameguard: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
}

/** In a browser the pane finds the dashboard's tab again, which takes openers of its own policy only; Office marks its panes. */
const besideDashboard: RequestHandler = (request, response, next) => {
  if (!('_host_Info' in request.query)) response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  next();
};

/** For everything but the pane: never framed. */
export const privateHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:', 'https://*.cdn.office.net'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' },
  strictTransportSecurity: false,
});

const DOCS_HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>CMDB Import API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="docs"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const DOCS_SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true });`;

function docsPage(root: string): Router {
  const router = express.Router();
  router.use(privateHeaders);
  router.get('/', privateHeaders, (_request, response) => response.type('html').send(DOCS_HTML));
  router.get('/start.js', (_request, response) => response.type('js').send(DOCS_SCRIPT));
  router.use(express.static(path.join(root, 'node_modules/swagger-ui-dist'), { index: false }));
  return router;
}
