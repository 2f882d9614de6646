import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { API_PREFIX, type Endpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PROBLEMS_LISTED_MAX } from '#shared/limits.ts';
import { storeImport } from '../harness/store-import.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

test('a field or category named like what every object has makes nothing fail', async () => {
  const connection = service.as('names');
  const field = { type: 'string' as const, definition: 'x' };
  const add = (body: Parameters<typeof addField>[1]) => addField(connection, body);
  expect(await refusalOf(add({ ...field, name: 'constructor' }))).toMatchObject({
    status: 400,
    problems: [{ field: 'body.name', message: 'Choose another name.' }],
  });
  for (const category of ['constructor', '__proto__', 'toString'])
    expect(await add({ ...field, name: `of_${category.toLowerCase()}`, category })).toMatchObject({ category });
  const { items } = await fetchEndpoint(connection, endpoints.listTargetFields);
  expect(items.filter((one) => one.is_own)).toHaveLength(3);
});

function addField(
  connection: ReturnType<TestService['as']>,
  body: { name: string; type: 'string'; definition: string; category?: string },
) {
  return fetchEndpoint(connection, endpoints.addTargetField, { body });
}

test('of very many problems the first thousand are listed and all are counted', async () => {
  const connection = service.as('problems');
  const stored = await storeImport(connection);
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  const changes = Array.from({ length: 3_000 }, (_, index) => ({ id: `map_${index}`, target_field: 'no_such_field' }));
  const params = { data_import_id: stored.data_import_id };
  for (const body of [{ changes }, { changes: changes.map(({ id }) => id) as never }]) {
    const problem = await refusalOf(
      fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: 1 }),
    );
    expect([problem.status, problem.problems?.length, problem.problems_total]).toEqual([
      400,
      PROBLEMS_LISTED_MAX,
      3_000,
    ]);
  }
});

test('a request is not sent back in the message that refuses it', async () => {
  const body = { name: 'x', role: 'viewer', grant: { client_account_id: null, engagement_id: null } } as const;
  const problem = await refusalOf(
    fetchEndpoint(service.as('echo'), endpoints.createApiKey, { body: { ...body, ['k'.repeat(100_000)]: 1 } }),
  );
  expect(JSON.stringify(problem).length).toBeLessThan(3_000);
});

test('half a character in a cell or a header is named and nothing is stored', async () => {
  const connection = service.as('halves');
  const sheet = { columns: ['Hostname', 'Note\ud83d'], rows: [['srv-1', 'a\ude00b']] };
  expect(await refusalOf(storeImport(connection, { sheet }))).toMatchObject({
    code: 'import_rejected',
    problems: [
      { code: 'half_character', field: 'sheet.columns', column: 2 },
      { code: 'bad_cell', row: 1, column: 2 },
    ],
  });
});

test('one row is asked for and no other comes, whatever page it is asked for with', async () => {
  const connection = service.as('one-row');
  const params = { data_import_id: (await storeImport(connection)).data_import_id };
  const rowsOf = async (cursor: string) => {
    const { items } = await fetchEndpoint(connection, endpoints.listRecords, {
      params,
      query: { cursor, row_number: 3 },
    });
    return items.map(({ row_number }) => row_number);
  };
  expect([await rowsOf('0'), await rowsOf('1'), await rowsOf('3')]).toEqual([[3], [3], []]);
});

test('a cursor that is none of a list is refused by every list, instead of beginning or ending it somewhere', async () => {
  const connection = service.as('cursors');
  const { data_import_id, flow_id } = await storeImport(connection);
  const lists = Object.values(endpoints as Record<string, Endpoint>).filter(
    ({ query }) => query instanceof z.ZodObject && 'cursor' in query.shape,
  );
  expect(lists.length).toBeGreaterThan(12);
  const answers = lists.map(async (endpoint) => {
    const params = Object.fromEntries(
      [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
        name,
        { data_import_id, flow_id, asset_id: 'ast_none' }[name],
      ]),
    );
    const call = fetchEndpoint(connection, endpoint, { params, query: { cursor: 'agn_0:another_list' } });
    const { status, problems } = await refusalOf(call);
    return [endpoint.path, status, problems?.map(({ field }) => field)];
  });
  expect(await Promise.all(answers)).toEqual(lists.map(({ path }) => [path, 400, ['query.cursor']]));
});

test('what is listed twice in one request is refused by its id, and nothing is decided or changed', async () => {
  const connection = service.as('twice');
  const { data_import_id, flow_id } = await storeImport(connection);
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const params = { data_import_id };
  const { items, revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const id = items[0]?.id ?? '';
  const changes = [null, 'hostname', null].map((target_field) => ({ id, target_field }));
  const decision = { conflict_id: 'conflict_1', action: 'separate' } as const;
  const decisions = [decision, { ...decision, conflict_id: 'conflict_2' }, decision];
  const refused = [
    fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body: { changes }, ifMatch: revision }),
    fetchEndpoint(connection, endpoints.decideConflicts, { params: { flow_id }, body: { decisions } }),
    fetchEndpoint(connection, endpoints.previewDecisions, { params: { flow_id }, body: { decisions } }),
  ];
  const problems = await Promise.all(refused.map((call) => refusalOf(call)));
  expect(
    problems.map(({ status, problems: found }) => [status, found?.map(({ field, message }) => [field, message])]),
  ).toEqual([
    [
      400,
      [
        ['body.changes.1.id', `"${id}" is listed twice. List it once.`],
        ['body.changes.2.id', `"${id}" is listed twice. List it once.`],
      ],
    ],
    [400, [['body.decisions.2.conflict_id', '"conflict_1" is listed twice. List it once.']]],
    [400, [['body.decisions.2.conflict_id', '"conflict_1" is listed twice. List it once.']]],
  ]);
});

test('a context header that is not well-formed is not called missing', async () => {
  const call = (clientAccountId: string) =>
    refusalOf(fetchEndpoint({ ...service.as('x'), clientAccountId }, endpoints.listFlows));
  const malformed = await call('ac me');
  expect(malformed).toMatchObject({
    status: 400,
    code: 'missing_context',
    problems: [{ field: 'X-Client-Account-Id' }],
  });
  expect(`${malformed.title} ${malformed.detail}`).not.toMatch(/missing/i);
  expect(malformed.detail).toContain('letters, digits');
  expect((await call('')).detail).toBe('Send the header X-Client-Account-Id.');
});

test('a method that a path does not have is refused with those it has', async () => {
  const call = async (method: string, path: string) => {
    const headers = { Authorization: `Bearer ${service.as('x').apiKey}` };
    const response = await fetch(`${service.origin}${API_PREFIX}${path}`, { method, headers });
    const { code } = (await response.json()) as { code: string };
    return [response.status, response.headers.get('allow'), response.headers.get('content-type'), code];
  };
  const problem = 'application/problem+json; charset=utf-8';
  expect(await call('DELETE', '/flows')).toEqual([405, 'GET, HEAD', problem, 'method_not_allowed']);
  expect(await call('PUT', '/flows/flow_1')).toEqual([405, 'GET, HEAD, DELETE', problem, 'method_not_allowed']);
  expect(await call('GET', '/data-import/store-import')).toEqual([405, 'POST', problem, 'method_not_allowed']);
  expect(await call('GET', '/nowhere')).toEqual([404, null, problem, 'not_found']);
});

test('a page that is sent something is not called one that has to be built', async () => {
  for (const method of ['POST', 'PUT', 'OPTIONS']) {
    const response = await fetch(`${service.origin}/dashboard/`, { method });
    expect([method, response.status]).toEqual([method, 404]);
    expect(await response.text()).not.toContain('npm run build');
  }
});
