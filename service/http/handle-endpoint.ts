import type { Readable } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { z } from 'zod';
import type { ProblemItem } from '#shared/api-error.ts';
import type { Endpoint, FileEndpoint } from '#shared/endpoint.ts';
import type { AuditEvent } from '../access/audit-log.ts';
import { actorOf, assertRole, requireTenant, type Principal, type RequestedContext } from '../access/principal.ts';
import type { Tenant } from '../access/tenant.ts';
import { AppError } from '../platform/app-error.ts';
import { assertNoProblems, parsePart } from '../platform/request-parts.ts';
import type { FilesAtOnce } from './files-at-once.ts';
import { jsonBodyReader, takesBody, type BodyReader, type ReceivedBody } from './json-body.ts';
import { ifMatchRevision, isNamedIn } from './revision-tag.ts';
import { sendFile, setFileHeaders } from './send-file.ts';
import type { Begun, Subject, UnchangedAnswers } from './unchanged-answers.ts';

/** A call after everything about it was parsed with the endpoint's schemas. */
interface Call<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
  principal: Principal;
  context: RequestedContext;
  idempotencyKey: string | undefined;
  ifMatch: number | undefined;
  ifNoneMatch: string | undefined;
  /** SHA-256 of the JSON as it came, decoded, hex; empty where the endpoint reads neither Content-Digest nor Idempotency-Key. */
  bodyDigest: string;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

interface TenantCall<E extends Endpoint> extends Call<E> {
  tenant: Tenant;
}

/** What is known of a call before its body has come. */
interface Beginning<E extends Endpoint> extends Pick<Call<E>, 'principal' | 'context'> {
  readParams: () => z.output<E['params']>;
}

/** How a body is taken in, and what is looked at before: whoever may not send it holds no place while it is awaited. */
interface BodyOptions<Begun> {
  readBody?: BodyReader;
  beforeBody?: (beginning: Begun) => void | Promise<void>;
}

interface Reply<Body> {
  body: Body;
  etag?: string;
  retryAfterSeconds?: number;
  /** The document this answer depends on. While it and the key are unchanged, the same call gets the same answer. */
  subject?: Subject;
  /** It was waited for, and the key may have been revoked meanwhile. */
  hasWaited?: boolean;
}

export interface Route {
  endpoint: Endpoint;
  handlers: RequestHandler[];
}

interface RouteOptions {
  /** @param address of the caller; a block of addresses that are one subscriber's is one */
  authenticate(authorization: string | undefined, address: string): Promise<Principal>;
  /** Checks answers against their schemas; on in tests and development, off where speed counts. */
  checkAnswers: boolean;
  unchanged: UnchangedAnswers;
  files: FilesAtOnce;
  audit: { record(event: AuditEvent): Promise<void> };
  /** Whether the key is still valid, for the same as when the call came. */
  isKeyUnchanged(key: Principal): Promise<boolean>;
  /** Calls `changed` once the key is revoked, expired or valid for something else; the returned function ends that. */
  watchKey(key: Principal, changed: () => void): () => void;
}

/** Methods whose changes the same caller sees at once. Not PUT: it stores chunks, which no remembered answer shows. */
const CHANGING: ReadonlySet<string> = new Set<Endpoint['method']>(['POST', 'PATCH', 'DELETE']);

export type RouteMaker = ReturnType<typeof createRouteMaker>;

/**
 * The one way from a request to a handler and back: authenticate, check the role, read the body, parse everything with
 * the endpoint's schemas, call, send. Handlers never see Express.
 */
export function createRouteMaker(options: RouteOptions) {
  const admitTo =
    (endpoint: Endpoint): RequestHandler =>
    async (request, response, next) => {
      response.locals['begun'] = options.unchanged.begin();
      const principal = await options.authenticate(request.get('authorization'), ipKeyGenerator(request.ip ?? ''));
      assertRole(principal, endpoint.role);
      response.locals['principal'] = principal;
      next();
    };

  function route<E extends Endpoint>(
    endpoint: E,
    handler: (call: Call<E>) => Promise<Reply<z.input<E['response']>>>,
    { readBody = jsonBodyReader(endpoint), beforeBody }: BodyOptions<Beginning<E>> = {},
  ): Route {
    const admit = admitTo(endpoint);
    const answer: RequestHandler = async (request, response) => {
      if (takesBody(endpoint)) await beforeBody?.(beginningOf(endpoint, request, response));
      const received = await readBody(request, response);
      try {
        const call = parseCall(endpoint, request, { response, received });
        const reply = await handler(call).finally(() => {
          // Also when it failed: that may have been after a commit.
          if (CHANGING.has(endpoint.method)) options.unchanged.forgetAll();
        });
        if (reply.hasWaited === true && !(await options.isKeyUnchanged(call.principal))) throw keyEnded();
        if (options.checkAnswers) endpoint.response.parse(reply.body);
        send(response, reply, { request, successStatus: endpoint.successStatus ?? 200, unchanged: options.unchanged });
      } finally {
        received.release();
      }
    };
    return { endpoint, handlers: [admit, answer] };
  }

  function tenantRoute<E extends Endpoint>(
    endpoint: E,
    handler: (call: TenantCall<E>) => Promise<Reply<z.input<E['response']>>>,
    { readBody, beforeBody }: BodyOptions<Beginning<E> & { tenant: Tenant }> = {},
  ): Route {
    const tenantOf = ({ principal, context }: Pick<Call<E>, 'principal' | 'context'>) =>
      requireTenant(principal, context);
    return route(endpoint, (call) => handler({ ...call, tenant: tenantOf(call) }), {
      ...(readBody && { readBody }),
      beforeBody: (beginning) => {
        const tenant = tenantOf(beginning);
        return beforeBody?.({ ...beginning, tenant });
      },
    });
  }

  /**
   * For files that are made while they are sent, only so many at once; the handler's function makes one, and it is
   * destroyed when the caller hangs up. The download is recorded before its first byte: without a record there is no
   * file. HEAD makes none.
   */
  function fileRoute<E extends FileEndpoint>(
    endpoint: E,
    handler: (call: TenantCall<E>) => Promise<() => Readable>,
  ): Route {
    return downloadRoute(endpoint, (call) => {
      const tenant = requireTenant(call.principal, call.context);
      return { owner: tenant, make: () => handler({ ...call, tenant }) };
    });
  }

  /** A file of all tenants within the caller's grant. */
  function grantFileRoute<E extends FileEndpoint>(endpoint: E, handler: (call: Call<E>) => () => Readable): Route {
    return downloadRoute(endpoint, (call) => ({ owner: call.principal, make: () => Promise.resolve(handler(call)) }));
  }

  function downloadRoute<E extends FileEndpoint>(
    endpoint: E,
    ask: (call: Call<E>) => { owner: AuditEvent['tenant']; make: () => Promise<() => Readable> },
  ): Route {
    const readBody = jsonBodyReader(endpoint);
    const answer: RequestHandler = async (request, response) => {
      const received = await readBody(request, response);
      const call = parseCall(endpoint, request, { response, received });
      const { owner, make } = ask(call);
      if (request.method === 'HEAD') {
        await make();
        setFileHeaders(response, endpoint.file);
        response.end();
        return;
      }
      const leave = options.files.enter(call.principal.keyId);
      const unwatch = options.watchKey(call.principal, () => response.destroy());
      try {
        const stream = (await make())();
        const record = () => options.audit.record(exportEvent(endpoint, call, owner));
        await sendFile(response, endpoint.file, { stream, signal: call.signal, beforeFirstByte: record });
      } finally {
        unwatch();
        leave();
      }
    };
    return { endpoint, handlers: [admitTo(endpoint), answer] };
  }

  return { route, tenantRoute, fileRoute, grantFileRoute };
}

function keyEnded(): AppError {
  return new AppError(
    'unauthenticated',
    'This API key was revoked or has expired meanwhile. Ask an admin for a new one.',
  );
}

function exportEvent<E extends FileEndpoint>({ file }: E, call: Call<E>, owner: AuditEvent['tenant']): AuditEvent {
  const asked = { ...(call.params as object), ...(call.query as object) } as AuditEvent['details'];
  const details = { file: file.name, ...asked };
  return {
    actor: actorOf(call.principal),
    action: 'file.export',
    subject: file.name,
    tenant: owner,
    details,
  };
}

function beginningOf<E extends Endpoint>(endpoint: E, request: Request, response: Response): Beginning<E> {
  return {
    principal: response.locals['principal'] as Principal,
    context: contextOf(request),
    readParams: () => {
      const problems: ProblemItem[] = [];
      const params = parsePart(endpoint.params, request.params, { part: 'path', problems });
      assertNoProblems(problems);
      return params as z.output<E['params']>;
    },
  };
}

function contextOf(request: Request): RequestedContext {
  return { clientAccountId: request.get('x-client-account-id'), engagementId: request.get('x-engagement-id') };
}

function parseCall<E extends Endpoint>(
  endpoint: E,
  request: Request,
  { response, received }: { response: Response; received: ReceivedBody },
): Call<E> {
  const problems: ProblemItem[] = [];
  const params = parsePart(endpoint.params, request.params, { part: 'path', problems });
  const query = parsePart(endpoint.query, request.query, { part: 'query', problems });
  const body = parsePart(endpoint.body, received.body, { part: 'body', problems });
  assertNoProblems(problems);
  return {
    params: params as z.output<E['params']>,
    query: query as z.output<E['query']>,
    body: body as z.output<E['body']>,
    principal: response.locals['principal'] as Principal,
    context: contextOf(request),
    idempotencyKey: request.get('idempotency-key'),
    ifMatch: ifMatchRevision(request.get('if-match')),
    ifNoneMatch: request.get('if-none-match'),
    bodyDigest: received.digest,
    signal: hangUpOf(response),
  };
}

/** Aborted when the caller hangs up, or did while its key was looked up and its body read. */
function hangUpOf(response: Response): AbortSignal {
  if (response.closed) return AbortSignal.abort();
  const hangUp = new AbortController();
  // Aborting makes an error object, and after an answer nobody listens.
  response.on('close', () => {
    if (!response.writableFinished) hangUp.abort();
  });
  return hangUp.signal;
}

function send(
  response: Response,
  reply: Reply<unknown>,
  { request, successStatus, unchanged }: { request: Request; successStatus: number; unchanged: UnchangedAnswers },
): void {
  const headers: Record<string, string> = { 'Cache-Control': 'no-cache, private' };
  if (reply.etag !== undefined) headers['ETag'] = reply.etag;
  if (reply.retryAfterSeconds !== undefined) headers['Retry-After'] = String(reply.retryAfterSeconds);
  response.set(headers);
  if (reply.etag !== undefined && isReading(request) && isNamedIn(request.get('if-none-match'), reply.etag)) {
    const { begun, principal } = response.locals as { begun: Begun; principal: Principal };
    const key = { id: principal.keyId, revision: principal.keyRevision };
    if (reply.subject !== undefined)
      unchanged.remember(request, { subjects: [reply.subject, key], headers, keyId: key.id }, begun);
    response.status(304).end();
    return;
  }
  response.status(successStatus).json(reply.body);
}

function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
