import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '#shared/endpoints.ts';
import { apiErrors } from '#shared/api-error.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
let document: {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: unknown;
  responses: Record<string, { description?: string }>;
}
beforeAll(async () => {
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: 'mongodb://unused' } });
  document = (await (await fetch(`${service.origin}/api/openapi.json`)).json()) as typeof document;
});
afterAll(() => service?.stop());

function operations(): [string, string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );
}

describe('the OpenAPI document', () => {
  test('has exactly the endpoints of shared/endpoints.ts', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    const served = operations()
      .map(([path, method]) => `${method.toUpperCase()} ${path}`)
      .sort();
    expect(served).toEqual(
      Object.values(endpoints)
        .map((endpoint) => `${endpoint.method} /api/v1${endpoint.path}`)
        .sort(),
    );
    expect(new Set(operations().map(([, , operation]) => operation.operationId)).size).toBe(served.length);
  });

  test('declares every path parameter and describes every answer', () => {
    for (const [path, , operation] of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
      expect(declared.every((parameter) => parameter.required)).toBe(true);
      for (const response of Object.values(operation.responses)) expect(response.description).toBeTruthy();
      for (const status of Object.keys(operation.responses))
        expect(
          status === 'default' ||
            Number(status) < 400 ||
            Object.values(apiErrors).some((error) => String(error.status) === status),
        ).toBe(true);
    }
  });

  test('says of whatever takes a body that it may be too large or of another type', () => {
    const taking = operations().filter(([, , operation]) => operation.requestBody !== undefined);
    expect(taking.length).toBeGreaterThan(5);
    for (const [, , { operationId, responses }] of taking)
      expect([operationId, '413' in responses, '415' in responses]).toEqual([operationId, true, true]);
  });

  test('says of a poll that it may have nothing new, and which tenant a call is about', () => {
    const named = new Map(operations().map(([, , operation]) => [operation.operationId, operation]));
    expect(named.get('getFlow')?.responses['304']?.description).toBe('As the caller knows it');
    expect(named.get('listFlows')?.responses['304']).toBeUndefined();
    expect(named.get('listFlows')?.responses['400']?.description).toContain('missing_context');
    expect(named.get('getSession')?.responses['400']?.description).not.toContain('missing_context');
    const optional = named.get('listTargetFields')?.parameters?.map(({ name, required }) => [name, required]);
    expect(optional).toEqual([
      ['X-Client-Account-Id', false],
      ['X-Engagement-Id', false],
    ]);
  });

  test('requires the headers without which a call is refused', () => {
    const required = operations().flatMap(([, , { operationId, parameters = [] }]) =>
      parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => `${operationId} ${name}`),
    );
    expect(required.sort()).toEqual([
      'changeFieldMappings If-Match',
      'changeTargetField If-Match',
      'correctRememberedMapping If-Match',
      'storeChunk Content-Digest',
    ]);
  });

  test('has no reference that leads nowhere', () => {
    const names = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.filter((reference) => !names.has(reference))).toEqual([]);
  });

  test('is served as what it is and nothing else', async () => {
    const { headers } = await fetch(`${service.origin}/api/openapi.json`);
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      'application/json; charset=utf-8',
      'nosniff',
    ]);
  });

  test('is shown by a docs page whose files all come from this service', async () => {
    const page = await (await fetch(`${service.origin}/api/docs/`)).text();
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      expect(file.startsWith('/')).toBe(true);
      expect([file, (await fetch(service.origin + file)).status]).toEqual([file, 200]);
    }
  });
});
