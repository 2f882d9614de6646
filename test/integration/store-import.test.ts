import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildSheet, buildStoreRequest } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

describe('store-import', () => {
  test('stores import, raw records, mappings and flow, linked to each other', async () => {
    const answer = await storeImport(service.as('linked'), { sheet: buildSheet({ rows: 250 }) });
    const stored = await service.db.collection('data_imports').findOne({ _id: answer.data_import_id as never });
    const flow = await service.db.collection('crewai_flow_state_extensions').findOne({ _id: answer.flow_id as never });
    expect(answer).toMatchObject({
      success: true,
      status: 'discovery_initiated',
      records_stored: 250,
      field_mappings_count: 6,
    });
    expect(stored).toMatchObject({
      status: 'discovery_initiated',
      flow_id: answer.flow_id,
      total_records: 250,
      client_account_id: 'linked',
    });
    expect(flow).toMatchObject({ flow_type: 'discovery', data_import_id: answer.data_import_id });
    expect(
      await service.db.collection('raw_import_records').countDocuments({ data_import_id: answer.data_import_id }),
    ).toBe(250);
    expect(
      await service.db.collection('import_field_mappings').countDocuments({ data_import_id: answer.data_import_id }),
    ).toBe(6);
  });

  test('gives back every cell exactly, under odd, doubled and empty headers', async () => {
    const columns = ['CPU.count', '$cost', '__proto__', 'constructor', '', 'Name', 'Name', '_id', 'ünïcode 🖥'];
    const date: Cell = { type: 'date', iso: '2024-03-15T00:00:00', serial: 45366, format: 'dd/mm/yyyy' };
    const rows: Cell[][] = [
      [{ type: 'amount', value: 1.5, currency: 'Kč' }, '$where', 'x', true, null, 'a', 'b', date, '漢字'],
      [-0.1, '', '{"$gt":""}', false, { type: 'error', code: '#N/A' }, '=1+1', ' lead', 1e300, '\u202Ertl'],
    ];
    const connection = service.as('odd-headers');
    const { data_import_id } = await storeImport(connection, { sheet: { columns, rows } });
    const detail = await fetchEndpoint(connection, endpoints.getImport, { params: { data_import_id } });
    const page = await fetchEndpoint(connection, endpoints.listRecords, { params: { data_import_id } });
    expect(detail.columns.map((column) => column.header)).toEqual(columns);
    expect(detail.columns.map((column) => column.key)).toEqual([
      'CPU.count',
      '$cost',
      '__proto__',
      'constructor',
      'Column 5',
      'Name',
      'Name (2)',
      '_id',
      'ünïcode 🖥',
    ]);
    expect(
      page.items.map((item) =>
        detail.columns.map((column) => Object.entries(item.raw_data).find(([key]) => key === column.key)?.[1]),
      ),
    ).toEqual(rows);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('takes one object a row, with columns in order of appearance and blanks where a key is left out', async () => {
    const connection = service.as('objects');
    const { data_import_id } = await storeImport(connection, {
      file_data: [
        { Name: 'a', IP: '1.1.1.1' },
        { Name: 'b', Owner: 'Ann' },
      ],
    });
    const page = await fetchEndpoint(connection, endpoints.listRecords, { params: { data_import_id } });
    expect(page.items).toEqual([
      { row_number: 1, raw_data: { Name: 'a', IP: '1.1.1.1', Owner: null } },
      { row_number: 2, raw_data: { Name: 'b', IP: null, Owner: 'Ann' } },
    ]);
  });

  test('pages raw records in sheet order and finds one by its row number', async () => {
    const connection = service.as('paged');
    const { data_import_id } = await storeImport(connection, { sheet: buildSheet({ rows: 25 }) });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await fetchEndpoint(connection, endpoints.listRecords, {
        params: { data_import_id },
        query: { limit: 10, cursor },
      });
      seen.push(...page.items.map((item) => item.row_number));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    const one = await fetchEndpoint(connection, endpoints.listRecords, {
      params: { data_import_id },
      query: { row_number: 17 },
    });
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(one.items.map((item) => item.row_number)).toEqual([17]);
    const foreign = fetchEndpoint(connection, endpoints.listRecords, {
      params: { data_import_id },
      query: { cursor: data_import_id },
    });
    expect(await refusalOf(foreign)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('ends a page of large raw records after some megabytes, whatever number of rows is asked for', async () => {
    const connection = service.as('large-rows');
    const columns = Array.from({ length: 28 }, (_, column) => `c${column}`);
    const rows = Array.from({ length: 12 }, (_, row) => columns.map((column) => `${row} ${column}`));
    const { data_import_id, flow_id } = await storeImport(connection, { sheet: { columns, rows } });
    await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    // Large only now: hashing so many characters takes long under the test runner.
    const records = service.db.collection('raw_import_records');
    await records.updateMany({ data_import_id }, { $set: { cells: columns.map(() => 'x'.repeat(32_000)) } });
    const page = async (query: { cursor?: string; row_number?: number }) => {
      const params = { data_import_id };
      const answer = await fetchEndpoint(connection, endpoints.listRecords, {
        params,
        query: { limit: 1_000, ...query },
      });
      return [answer.items.map((item) => item.row_number), answer.next_cursor];
    };
    expect(await page({})).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9], '9']);
    expect(await page({ cursor: '9' })).toEqual([[10, 11, 12], null]);
    expect(await page({ row_number: 7 })).toEqual([[7], null]);
  });

  test('lists every problem at once, with field, row and column', async () => {
    const noDay = { type: 'date', iso: '2024-99-99T00:00:00', serial: 1e300, format: 'x' };
    const sheet = {
      columns: ['', ' '],
      rows: [['a'], ['a', 'b', 'c'], [Number('1'), { evil: true }], ['a', noDay]] as unknown as Cell[][],
    };
    const problem = await refusalOf(
      fetchEndpoint({ origin: service.origin, apiKey: service.as('x').apiKey }, endpoints.storeImport, {
        body: buildStoreRequest({ sheet }),
      }),
    );
    expect(problem).toMatchObject({ status: 400, code: 'import_rejected', problems_total: 8 });
    expect(problem.problems?.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['missing_context', null, null],
      ['missing_context', null, null],
      ['missing_idempotency_key', null, null],
      ['no_header', null, null],
      ['ragged_row', 1, 2],
      ['ragged_row', 2, 3],
      ['bad_cell', 3, 2],
      ['bad_cell', 4, 2],
    ]);
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'x' })).toBe(0);
  });

  test('names the fields that were sent where rows came as objects', async () => {
    const rows = [{ Name: 'a', ['h'.repeat(40_000)]: 1 }, { Name: { evil: true } }, 'no row'];
    const problem = await refusalOf(
      storeImport(service.as('objects-bad'), { file_data: rows as unknown as Record<string, Cell>[] }),
    );
    expect(problem.problems?.map(({ code, field, row, column }) => [code, field, row, column])).toEqual([
      ['header_too_long', 'file_data', null, 2],
      ['bad_cell', 'Name', 2, 1],
      ['not_a_row', 'file_data', 3, null],
    ]);
    const empty = await refusalOf(storeImport(service.as('objects-bad'), { file_data: [] }));
    expect(empty.problems?.map(({ code, field }) => [code, field])).toEqual([
      ['no_header', 'file_data'],
      ['no_rows', 'file_data'],
    ]);
  });

  test('refuses a sheet without rows', async () => {
    const problem = await refusalOf(storeImport(service.as('empty'), { sheet: { columns: ['Name'], rows: [] } }));
    expect(problem.problems).toEqual([expect.objectContaining({ code: 'no_rows', field: 'sheet.rows' })]);
  });

  test('refuses a second import with 409, the open flow and what can be done; deleting frees the slot', async () => {
    const connection = service.as('conflict');
    const first = await storeImport(connection);
    const problem = await refusalOf(storeImport(connection));
    expect(problem).toMatchObject({
      status: 409,
      code: 'open_flow_exists',
      actions: ['continue', 'delete'],
      existing_flow: { flow_id: first.flow_id, data_import_id: first.data_import_id, filename: 'servers.xlsx' },
    });
    const deleted = await fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: first.flow_id } });
    expect(deleted).toMatchObject({ status: 'deleted', records_kept: 3 });
    await storeImport(connection);
    expect(
      await service.db.collection('raw_import_records').countDocuments({ data_import_id: first.data_import_id }),
    ).toBe(3);
  });

  test('answers a repeated key with the first answer and refuses it with another body', async () => {
    const connection = service.as('repeat');
    const first = await storeImport(connection, {}, 'key-1');
    const again = await storeImport(connection, {}, 'key-1');
    const problem = await refusalOf(storeImport(connection, { sheet: buildSheet({ rows: 4 }) }, 'key-1'));
    expect(again).toEqual(first);
    expect(problem).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'repeat' })).toBe(1);
  });

  test('takes validation_upload_id as the name of the attempt', async () => {
    const body = buildStoreRequest({
      upload_context: {
        intended_type: 'cmdb',
        validation_upload_id: 'upload-7',
        upload_timestamp: '2026-11-23T08:00:00+01:00',
      },
    });
    const first = await fetchEndpoint(service.as('by-upload-id'), endpoints.storeImport, { body });
    expect(await fetchEndpoint(service.as('by-upload-id'), endpoints.storeImport, { body })).toEqual(first);
  });

  test('runs the agents and waits for the analyst', async () => {
    const connection = service.as('agents');
    const { flow_id } = await storeImport(connection, { sheet: buildSheet({ rows: 40 }) });
    const flow = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
    expect(flow.phases.map(({ phase, status, rows_done }) => [phase, status, rows_done])).toEqual([
      ['data_validation', 'completed', 40],
      ['field_mapping', 'completed', 40],
      ['waiting_for_approval', 'waiting', 0],
      ['data_cleansing', 'not_started', 0],
      ['asset_inventory', 'not_started', 0],
      ['dependency_analysis', 'not_started', 0],
      ['tech_debt_assessment', 'not_started', 0],
    ]);
  });

  test('refuses more rows than one transaction holds, says how many it takes, and stores nothing', async () => {
    const connection = service.as('too-many');
    const rows = Array.from({ length: ONE_SHOT_MAX_ROWS + 1 }, (_, row): Cell[] => [`s${row}`]);
    const problem = await refusalOf(storeImport(connection, { sheet: { columns: ['Name'], rows } }));
    expect([problem.status, problem.code]).toEqual([413, 'payload_too_large']);
    expect(problem.detail).toContain('50,001 rows');
    expect(problem.detail).toContain('50,000');
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'too-many' })).toBe(0);
    const most = await storeImport(connection, { sheet: { columns: ['Name'], rows: rows.slice(1) } });
    expect(most.records_stored).toBe(ONE_SHOT_MAX_ROWS);
  });

  test.each([
    { what: 'no JSON', body: '{"sheet":', type: 'application/json', status: 400, code: 'invalid_request' },
    {
      what: 'bytes that are no UTF-8',
      body: Buffer.from(
        JSON.stringify(buildStoreRequest({ sheet: { columns: ['Name'], rows: [['caf\u00e9']] } })),
        'latin1',
      ),
      type: 'application/json',
      status: 400,
      code: 'invalid_request',
    },
    { what: 'another content type', body: 'a,b', type: 'text/csv', status: 415, code: 'unsupported_media_type' },
    {
      what: 'more than 8 MB',
      body: JSON.stringify({ sheet: 'x'.repeat(9 * 1024 * 1024) }),
      type: 'application/json',
      status: 413,
      code: 'payload_too_large',
    },
    {
      what: 'both forms of rows',
      body: JSON.stringify({ ...buildStoreRequest(), file_data: [{ a: 1 }] }),
      type: 'application/json',
      status: 400,
      code: 'invalid_request',
    },
    {
      what: 'an operator where a text belongs',
      body: JSON.stringify({ ...buildStoreRequest(), metadata: { filename: { $gt: '' }, size: 1, type: '' } }),
      type: 'application/json',
      status: 400,
      code: 'invalid_request',
    },
    {
      what: 'a body that is not in the coding it names',
      body: JSON.stringify(buildStoreRequest()),
      type: 'application/json',
      coding: 'gzip',
      status: 400,
      code: 'invalid_request',
    },
  ])('answers $what with a clear problem', async ({ body, type, coding, status, code }) => {
    const response = await fetch(`${service.origin}/api/v1/data-import/store-import`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${service.as('x').apiKey}`,
        'Content-Type': type,
        'X-Client-Account-Id': 'bad',
        'X-Engagement-Id': 'bad',
        'Idempotency-Key': 'k',
        ...(coding === undefined ? {} : { 'Content-Encoding': coding }),
      },
      body,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await response.json()).toMatchObject({ code, status });
  });

  test('answers a range beyond a file with a clear problem', async () => {
    const response = await fetch(`${service.origin}/officejs/office.js`, { headers: { Range: 'bytes=999999999-' } });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'invalid_request']);
  });
});
