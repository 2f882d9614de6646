import type { z } from 'zod';
import { problemSchema, type Problem } from './api-error.ts';
import { lenient } from './lenient-answers.ts';
import { takeServerTime } from './server-clock.ts';
import { API_PREFIX, type Endpoint, type FileEndpoint } from './endpoint.ts';

/** Where to call and as whom. `origin` is empty for the page's own origin. */
export interface Connection {
  origin: string;
  apiKey: string;
  clientAccountId?: string | undefined;
  engagementId?: string | undefined;
}

export interface CallInput<E extends Endpoint> {
  params?: z.input<E['params']>;
  query?: z.input<E['query']>;
  body?: z.input<E['body']>;
  /** The body as JSON, from callers that have it already. */
  json?: Uint8Array<ArrayBuffer>;
  /** Sends the body in gzip: far less to travel, for time of this thread. Only routes with Content-Digest take it. */
  isCompressed?: boolean;
  idempotencyKey?: string;
  ifMatch?: number;
  ifNoneMatch?: string;
  signal?: AbortSignal;
}

export type Answer<Body> =
  | { isNotModified: false; body: Body; etag: string | null; retryAfterSeconds: number | null }
  | { isNotModified: true; etag: string | null; retryAfterSeconds: number | null };

/**
 * Why a call gave no answer: `network` (nothing came back, or not all of it), `refused` (the service said no, see `problem`), `unreadable`
 * (something answered that is not this service, such as a proxy's page). Aborted calls reject with the AbortError instead.
 */
export class ApiFailure extends Error {
  readonly kind: 'network' | 'refused' | 'unreadable';
  readonly status: number | null;
  readonly problem: Problem | null;
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: ApiFailure['kind'],
    message: string,
    answer?: { status: number; problem?: Problem; retryAfterSeconds?: number | null },
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'ApiFailure';
    this.kind = kind;
    this.status = answer?.status ?? null;
    this.problem = answer?.problem ?? null;
    this.retryAfterSeconds = answer?.retryAfterSeconds ?? null;
  }
}

/** How long the service asked to be left alone; 0 where it did not say. */
export function retryAfterMs(failure: unknown): number {
  return failure instanceof ApiFailure ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
}

/**
 * Calls one endpoint and parses its answer with the endpoint's own schema, leniently: the service may be a later one.
 *
 * @throws ApiFailure for everything that is not a parsed 2xx or 304
 */
export async function callEndpoint<E extends Endpoint>(
  connection: Connection,
  endpoint: E,
  input: CallInput<E> = {},
): Promise<Answer<z.output<E['response']>>> {
  const response = await send(connection, endpoint, input);
  const meta = { etag: response.headers.get('etag'), retryAfterSeconds: retryAfterSeconds(response) };
  if (response.status === 304) return { isNotModified: true, ...meta };
  const json = await readJson(response, input.signal);
  if (!response.ok) throw refusal(response.status, json, meta.retryAfterSeconds);
  const parsed = lenient(endpoint.response).safeParse(json);
  if (!parsed.success) {
    throw new ApiFailure(
      'unreadable',
      `The answer of ${endpoint.path} has another form than expected: ${parsed.error.message}`,
      { status: response.status },
    );
  }
  return { isNotModified: false, body: parsed.data as z.output<E['response']>, ...meta };
}

/** `callEndpoint` for callers that sent no If-None-Match and so always get a body. */
export async function fetchEndpoint<E extends Endpoint>(
  connection: Connection,
  endpoint: E,
  input: CallInput<E> = {},
): Promise<z.output<E['response']>> {
  const answer = await callEndpoint(connection, endpoint, input);
  if (answer.isNotModified)
    throw new ApiFailure('unreadable', 'The service answered 304 to a call without If-None-Match.', { status: 304 });
  return answer.body;
}

/**
 * Fetches the file of an endpoint that answers with one.
 *
 * @throws ApiFailure for everything that is not a 2xx, and when the file breaks off
 */
export async function fetchFile<E extends FileEndpoint>(
  connection: Connection,
  endpoint: E,
  input: CallInput<E> = {},
): Promise<Blob> {
  const response = await send(connection, endpoint, input);
  if (!response.ok) throw refusal(response.status, await readJson(response, input.signal), retryAfterSeconds(response));
  return orLost(response.blob(), 'The file broke off. Try again.', input.signal);
}

/** Undefined where it is no JSON: something that is not the service wrote it. */
async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  const text = await orLost(response.text(), 'The answer broke off.', signal);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer of the network, or an ApiFailure in these words. */
async function orLost<T>(coming: Promise<T>, words: string, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await coming;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiFailure('network', words, undefined, cause);
  }
}

function retryAfterSeconds(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'));
  return seconds > 0 ? seconds : null;
}

async function send<E extends Endpoint>(connection: Connection, endpoint: E, input: CallInput<E>): Promise<Response> {
  const sent = async (): Promise<Response> => {
    const json = input.json ?? (input.body === undefined ? null : new TextEncoder().encode(JSON.stringify(input.body)));
    const digest = json && endpoint.headers?.includes('Content-Digest') ? await contentDigest(json) : null;
    const body = json && input.isCompressed ? await gzip(json) : json;
    return fetch(connection.origin + API_PREFIX + pathOf(endpoint, input), {
      method: endpoint.method,
      headers: { ...headersOf(connection, input), ...(digest === null ? {} : { 'Content-Digest': digest }) },
      cache: 'no-store',
      ...(body === null ? {} : { body }),
      ...(input.signal ? { signal: input.signal } : {}),
    });
  };
  const response = await orLost(sent(), 'The service did not answer.', input.signal);
  takeServerTime(response.headers.get('date'));
  return response;
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** RFC 9530, of the JSON itself, before any coding. */
async function contentDigest(json: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', json));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
}

function pathOf<E extends Endpoint>(endpoint: E, input: CallInput<E>): string {
  const params = new Map(Object.entries<string | number>(input.params ?? {}));
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries<string | number | boolean | undefined>(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function headersOf<E extends Endpoint>(connection: Connection, input: CallInput<E>): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    Authorization: `Bearer ${connection.apiKey}`,
    ...(connection.clientAccountId ? { 'X-Client-Account-Id': connection.clientAccountId } : {}),
    ...(connection.engagementId ? { 'X-Engagement-Id': connection.engagementId } : {}),
    ...(input.body === undefined && input.json === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(input.isCompressed ? { 'Content-Encoding': 'gzip' } : {}),
    ...(input.idempotencyKey ? { 'Idempotency-Key': input.idempotencyKey } : {}),
    ...(input.ifMatch === undefined ? {} : { 'If-Match': `"${input.ifMatch}"` }),
    ...(input.ifNoneMatch ? { 'If-None-Match': input.ifNoneMatch } : {}),
  };
}

function refusal(status: number, json: unknown, retryAfterSeconds: number | null): ApiFailure {
  const problem = lenient(problemSchema).safeParse(json);
  if (!problem.success)
    return new ApiFailure('unreadable', `Something other than the service answered with status ${status}.`, { status });
  return new ApiFailure('refused', problem.data.detail, { status, problem: problem.data, retryAfterSeconds });
}
