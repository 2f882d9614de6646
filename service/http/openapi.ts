import { z } from 'zod';
import { apiErrors, problemSchema, type ApiErrorCode } from '#shared/api-error.ts';
import { API_PREFIX, type Endpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';

/** Errors that every route can answer besides its own. */
const COMMON_ERRORS: readonly ApiErrorCode[] = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'request_timeout',
  'payload_too_large',
  'too_many_requests',
  'header_fields_too_large',
  'internal_error',
  'service_unavailable',
];

/** … every one that takes a body, and every one on one tenant's data. */
const BODY_ERRORS: readonly ApiErrorCode[] = ['unsupported_media_type'];
const TENANT_ERRORS: readonly ApiErrorCode[] = ['missing_context'];

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 document of all routes, made from the endpoint objects and nothing else. */
export function buildOpenApi(version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = API_PREFIX + endpoint.path;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CMDB Import for Excel',
      version,
      description:
        'Imports CMDB sheets atomically and runs discovery agents on them. Errors are RFC 9457 problem documents.',
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of this service' } },
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  };
}

function operation(name: string, endpoint: Endpoint): JsonObject {
  const body = takesBody(endpoint) ? jsonSchema(endpoint.body, 'input') : null;
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `Needs the role ${endpoint.role}.`,
    tags: [endpoint.path.split('/')[1]],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...headersOf(endpoint),
    ],
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: !endpoint.body.safeParse(undefined).success,
            content: { 'application/json': { schema: body } },
          },
        }),
    responses: {
      [endpoint.successStatus ?? 200]: { description: 'Done', content: answerContent(endpoint) },
      ...(endpoint.headers?.includes('If-None-Match') ? { 304: { description: 'As the caller knows it' } } : {}),
      ...errorResponses(endpoint),
    },
  };
}

function takesBody({ method }: Endpoint): boolean {
  return method !== 'GET' && method !== 'DELETE';
}

function answerContent(endpoint: Endpoint): JsonObject {
  if (endpoint.file) return { [endpoint.file.contentType]: { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } };
}

function errorResponses(endpoint: Endpoint): JsonObject {
  const ofBody = takesBody(endpoint) ? BODY_ERRORS : [];
  const ofTenant = endpoint.tenant === 'one' ? TENANT_ERRORS : [];
  const codes = new Set([...COMMON_ERRORS, ...ofTenant, ...ofBody, ...(endpoint.errors ?? [])]);
  const byStatus = new Map<number, ApiErrorCode[]>();
  for (const code of codes)
    byStatus.set(apiErrors[code].status, [...(byStatus.get(apiErrors[code].status) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, listed]) => [
      status,
      { description: listed.map((code) => `${code}: ${apiErrors[code].title}`).join('; '), content },
    ]),
  );
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): JsonObject[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function headersOf(endpoint: Endpoint): JsonObject[] {
  const isMatchRequired = endpoint.errors?.includes('precondition_required') === true;
  const context = endpoint.tenant === 'one' ? ['X-Client-Account-Id', 'X-Engagement-Id'] : [];
  return [...context, ...(endpoint.headers ?? [])].map((name) => ({
    name,
    in: 'header',
    required: name === 'Content-Digest' || (name === 'If-Match' && isMatchRequired),
    schema: { type: 'string' },
  }));
}

/** Custom checks have no JSON Schema of their own; they carry one in their metadata. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
}
