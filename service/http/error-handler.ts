import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { apiErrors, type ApiErrorCode, type Problem } from '#shared/api-error.ts';
import type { Endpoint } from '#shared/endpoint.ts';
import { ONE_SHOT_MAX_BYTES } from '#shared/limits.ts';
import { AppError } from '../platform/app-error.ts';
import { isReadTooLong } from '../platform/database/mongo.ts';
import type { Logger } from '../platform/logger.ts';
import { READ_MAX_MS } from '../platform/database/read-bound.ts';
import { boundedDetail, boundedProblems } from './bounded-problems.ts';

/** Errors of Express and its body parser that are the caller's. */
const BODY_ERRORS: Record<string, { code: ApiErrorCode; detail: string }> = {
  'encoding.unsupported': { code: 'unsupported_media_type', detail: 'Send the body plain or as gzip, deflate or br.' },
  'request.aborted': { code: 'invalid_request', detail: 'The body ended early.' },
  'request.size.invalid': { code: 'invalid_request', detail: 'The body has another length than Content-Length says.' },
  'entity.too.large': {
    code: 'payload_too_large',
    detail: `The body is larger than this route takes. A one-shot import takes ${ONE_SHOT_MAX_BYTES / 1024 / 1024} MB of JSON; send a larger sheet in an upload session: POST /data-import/uploads.`,
  },
};

/** What others were asked to do may have been committed before. */
const ASKED_ONLY: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Where a problem cannot be written: nothing in it comes from the request. Express would answer with the stack. */
const LAST_RESORT: Problem = {
  type: '/api/docs#internal_error',
  ...apiErrors.internal_error,
  detail: 'Something went wrong on our side. Tell an admin when it happened.',
  code: 'internal_error',
  request_id: 'unknown',
};

/** The one place where errors become answers: known ones with their code, unknown ones as 500 without detail. */
export function errorHandler(log: Logger, isDatabaseAway: (error: unknown) => boolean): ErrorRequestHandler {
  // oxlint-disable-next-line no-unused-vars -- Express knows it by its four parameters.
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      log.error(
        { err: error, request_id: request.id, method: request.method, path: request.path },
        'an answer broke off',
      );
      // Express would do the same, and print the stack past the log.
      response.destroy();
      return;
    }
    const known = toAppError(error, isDatabaseAway, request.method);
    if (known.status >= 500) {
      const level = known.code === 'service_unavailable' ? 'warn' : 'error';
      log[level](
        { err: error, request_id: request.id, method: request.method, path: request.path },
        'a request failed',
      );
    }
    let body: string;
    try {
      body = JSON.stringify(toProblem(known, request));
    } catch (failure) {
      log.error({ err: failure, request_id: request.id }, 'a request failed and could not be answered');
      response.status(LAST_RESORT.status).type('application/problem+json').send(JSON.stringify(LAST_RESORT));
      return;
    }
    if (known.retryAfterSeconds !== null) response.set('Retry-After', String(known.retryAfterSeconds));
    // The rest of the body is not waited for.
    if (known.status === 408) response.set('Connection', 'close');
    if (known.status === 401) response.set('WWW-Authenticate', 'Bearer realm="cmdb-import"');
    response.status(known.status).type('application/problem+json').send(body);
  };
}

export const unknownRoute: RequestHandler = (request) => {
  throw new AppError(
    'not_found',
    `${request.method} ${request.baseUrl}${request.path} is no route of this API. See /api/docs.`,
  );
};

/** For a path that has these methods and was called with another. */
export function otherMethod(methods: readonly Endpoint['method'][]): RequestHandler {
  const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return (request, response) => {
    response.set('Allow', allowed);
    throw new AppError('method_not_allowed', `This path takes ${allowed}, not ${request.method}. See /api/docs.`);
  };
}

function toAppError(error: unknown, isDatabaseAway: (error: unknown) => boolean, method: string): AppError {
  if (error instanceof AppError) return error;
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  const bodyError = Object.hasOwn(BODY_ERRORS, type) ? BODY_ERRORS[type] : undefined;
  if (bodyError) return new AppError(bodyError.code, bodyError.detail, {}, { cause: error });
  if (error instanceof URIError)
    return new AppError('invalid_request', 'The path is not a valid URL.', {}, { cause: error });
  if (isExposed(error)) {
    const detail = `The request cannot be read or answered: ${error.message}.`;
    return new AppError('invalid_request', detail, {}, { cause: error });
  }
  if (isDatabaseAway(error))
    return new AppError(
      'service_unavailable',
      'The database does not answer. Try again in a moment.',
      {},
      { cause: error, retryAfterSeconds: 5 },
    );
  if (isReadTooLong(error))
    return new AppError(
      'service_unavailable',
      `The database was still reading after ${READ_MAX_MS / 1_000} seconds, so this was stopped; ${ASKED_ONLY.has(method) ? 'nothing was changed. Ask for less, or try again later.' : 'look whether it was done before you try again.'}`,
      {},
      { cause: error, retryAfterSeconds: 60 },
    );
  return new AppError(
    'internal_error',
    'Something went wrong on our side. Tell an admin the request id.',
    {},
    { cause: error },
  );
}

/** Any other error that Express or its file server blames on the caller and has a message for. */
function isExposed(error: unknown): error is Error {
  if (!(error instanceof Error) || !('expose' in error) || !('status' in error)) return false;
  return error.expose === true && Number(error.status) >= 400 && Number(error.status) < 500;
}

function toProblem(error: AppError, request: Request): Problem {
  const { status, title } = apiErrors[error.code];
  const { problems } = error.extensions;
  return {
    type: `/api/docs#${error.code}`,
    title,
    status,
    detail: boundedDetail(error.message),
    code: error.code,
    request_id: requestId(request),
    ...error.extensions,
    ...(problems === undefined ? {} : { problems: boundedProblems(problems) }),
  };
}

/** Set by the request log as a text; typed wider by it. */
function requestId(request: Request): string {
  return typeof request.id === 'string' ? request.id : JSON.stringify(request.id);
}
