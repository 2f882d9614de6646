import { z } from 'zod';
import type { ApiErrorCode } from './api-error.ts';
import { noInput } from './schemas/common.schema.ts';
import type { Role } from './statuses.ts';

export interface EndpointFile {
  name: string;
  contentType: string;
}

/**
 * One route of the API as both sides see it: the service parses with it, the pane and the dashboard call with it, the
 * OpenAPI document and the tenancy tests are generated from it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `{name}` for parameters. */
  path: `/${string}`;
  summary: string;
  /** The least role that may call it. */
  role: Role;
  /** `one`: acts on one client account and engagement, named by the key or the context headers. `none`: on no tenant's data. */
  tenant: 'one' | 'none';
  params: Params;
  query: Query;
  body: Body;
  /** Of an answer in JSON; nothing for a file. */
  response: Response;
  /** The answer is this file, an attachment that is sent while it is made. */
  file?: EndpointFile;
  /** The status of success; 200 when nothing is said. */
  successStatus?: 200 | 201;
  /**
   * Request headers the route reads besides Authorization and, on one tenant's data, the context headers. `Content-Digest`
   * (RFC 9530) is required where it is listed: `sha-256=:<base64>:` of the JSON after content decoding. `If-Match` is where
   * its lack is an error of the route.
   */
  headers?: readonly (
    | 'Idempotency-Key'
    | 'If-Match'
    | 'If-None-Match'
    | 'Content-Digest'
    | 'X-Client-Account-Id'
    | 'X-Engagement-Id'
  )[];
  maxBodyBytes?: number;
  /** Errors of its own, besides those every route can answer (400, 401, 403, 404, 408, 413, 429, 431, 500, 503; with a body 415). */
  errors?: readonly ApiErrorCode[];
}

/** Of a call without a body, and of an answer that is a file. */
export const noBody = z.undefined();

type NoInput = typeof noInput;
type NoBody = typeof noBody;

type EndpointForm<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Omit<
  Endpoint<P, Q, B, R>,
  'params' | 'query' | 'body'
> &
  Partial<Pick<Endpoint<P, Q, B, R>, 'params' | 'query' | 'body'>>;

/** Keeps the exact schema types of an endpoint while checking its form. Without `params`, `query` or `body` it takes none. */
export function defineEndpoint<
  R extends z.ZodType,
  P extends z.ZodType = NoInput,
  Q extends z.ZodType = NoInput,
  B extends z.ZodType = NoBody,
>(form: EndpointForm<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const nothing = { params: noInput, query: noInput, body: noBody };
  return { ...nothing, ...form } as Endpoint<P, Q, B, R>;
}

/** An endpoint that answers with a file. */
export type FileEndpoint = Endpoint & { file: EndpointFile };

export const API_PREFIX = '/api/v1';
