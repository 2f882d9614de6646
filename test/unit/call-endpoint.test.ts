import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiFailure, callEndpoint, fetchFile, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';

let answer: (response: ServerResponse) => void;
let connection: Connection;
const server = createServer((_request, response) => answer(response));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connection = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiKey: 'key' };
});
beforeEach(() => {
  answer = () => undefined;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Its first bytes, and more to come. */
function begin(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{"items":[');
}

const call = (signal?: AbortSignal) => callEndpoint(connection, endpoints.listFlows, signal ? { signal } : {});
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (failure: unknown) => failure,
  );

describe('an answer', () => {
  test.each([200, 409])('of status %i that breaks off is a lost connection', async (status) => {
    answer = (response) => {
      begin(response, status);
      setImmediate(() => response.destroy());
    };
    expect(await failureOf(call())).toMatchObject({ name: 'ApiFailure', kind: 'network', status: null });
  });

  test('that is given up while it comes rejects with what it was given up for', async () => {
    const stop = new AbortController();
    answer = (response) => begin(response, 200);
    const { fetch } = globalThis;
    const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async (...given) => {
      const response = await fetch(...given);
      setImmediate(() => stop.abort());
      return response;
    });
    expect(await failureOf(call(stop.signal))).toBe(stop.signal.reason);
    fetched.mockRestore();
  });

  test('that breaks off instead of a file is one too', async () => {
    answer = (response) => {
      begin(response, 503);
      setImmediate(() => response.destroy());
    };
    const file = fetchFile(connection, endpoints.exportAssetsCsv);
    expect(await failureOf(file)).toMatchObject({ name: 'ApiFailure', kind: 'network' });
  });

  test.each([200, 502])('of status %i that is a page of something in between is unreadable', async (status) => {
    answer = (response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Sign in</h1>');
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(ApiFailure);
    expect(failure).toMatchObject({ kind: 'unreadable', status });
  });

  test('of a later service is read, without the fields it adds', async () => {
    const session = { key_id: 'key_1', key_name: 'Ana', role: 'auditor', may_create_engagements: false };
    const bounds = { client_account_id: null, engagement_id: null };
    answer = (response) => response.end(JSON.stringify({ ...session, ...bounds, theme: 'dark' }));
    const { body } = (await callEndpoint(connection, endpoints.getSession)) as { body?: unknown };
    expect(body).toEqual({ ...session, ...bounds });
  });

  test('that refuses for a reason of a later service is a refusal', async () => {
    const problem = { type: 'about:blank', title: 'It is being moved', status: 409, detail: 'Wait.' };
    const told = { code: 'being_moved', request_id: 'r1', problems: [{ field: 'a', row: null, column: null }] };
    const problems = told.problems.map((one) => ({ ...one, code: 'moved', message: 'Wait.', advice: 'Later.' }));
    answer = (response) => response.writeHead(409).end(JSON.stringify({ ...problem, ...told, problems }));
    expect(await failureOf(call())).toMatchObject({ kind: 'refused', problem: { code: 'being_moved' } });
  });
});
