import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { FieldMapping, MappingList } from '#shared/schemas/field-mapping.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { whileNothingIsQueued } from '../harness/fail-points.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { refusalOf } from '../harness/refusal.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

interface Review {
  connection: Connection;
  flowId: string;
  params: { data_import_id: string };
  list: MappingList;
}

async function openReview(client: string): Promise<Review> {
  const connection = service.as(client);
  const stored = await storeImport(connection);
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  const params = { data_import_id: stored.data_import_id };
  return {
    connection,
    flowId: stored.flow_id,
    params,
    list: await fetchEndpoint(connection, endpoints.listFieldMappings, { params }),
  };
}

function mappingOf(list: MappingList, header: string): FieldMapping {
  const found = list.items.find((mapping) => mapping.source_field === header);
  if (!found) throw new Error(`There is no mapping for ${header}.`);
  return found;
}

describe('the suggested mappings', () => {
  test('are one per column, each with samples, reasons and whoever suggested it', async () => {
    const { list } = await openReview('suggested');
    expect(list.items.map((mapping) => [mapping.column_index, mapping.source_field, mapping.status])).toEqual(
      ['Hostname', 'IP Address', 'Operating System', 'CPU Cores', 'RAM (GB)', 'Environment'].map((header, index) => [
        index,
        header,
        'suggested',
      ]),
    );
    expect(Object.fromEntries(list.items.map((mapping) => [mapping.source_field, mapping.target_field]))).toEqual({
      Hostname: 'hostname',
      'IP Address': 'ip_address',
      'Operating System': 'operating_system',
      'CPU Cores': 'cpu_cores',
      'RAM (GB)': 'memory_gb',
      Environment: 'environment',
    });
    for (const mapping of list.items) {
      expect(mapping.reasons.length).toBeGreaterThan(0);
      expect(mapping.suggested_by).not.toBe('');
      expect(mapping.decided_by).toBeNull();
    }
    expect(mappingOf(list, 'IP Address').samples).toEqual(['10.0.0.0', '10.0.0.1', '10.0.0.2']);
  });
});

describe('the values of a field with a closed vocabulary', () => {
  const sheet = {
    columns: ['Hostname', 'Environment', 'Status'],
    rows: ['PROD', 'Produktion', 'uat', 'Wonderland', 'PROD'].map((environment, at) => [
      `srv-${at}`,
      environment,
      at % 2 ? 'In Stock' : 'Installed',
    ]),
  };

  test('are proposed with their counts, changed one by one, and approved together with the field', async () => {
    const connection = service.as('values');
    const stored = await storeImport(connection, { sheet });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const params = { data_import_id: stored.data_import_id };
    const list = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    const environment = mappingOf(list, 'Environment');
    expect(environment.value_mappings?.map((one) => [one.value, one.count, one.target_value])).toEqual([
      ['PROD', 2, 'production'],
      ['Produktion', 1, 'production'],
      ['uat', 1, 'acceptance'],
      ['Wonderland', 1, null],
    ]);
    expect(mappingOf(list, 'Hostname').value_mappings).toBeNull();

    const change = (value: string, target_value: string) =>
      fetchEndpoint(connection, endpoints.changeFieldMappings, {
        params,
        body: { changes: [{ id: environment.id, value_mappings: [{ value, target_value }] }] },
        ifMatch: list.revision,
      });
    expect(await refusalOf(change('Wonderland', 'paradise'))).toMatchObject({ status: 400, code: 'invalid_request' });
    const changed = await change('Wonderland', 'sandbox');
    expect(mappingOf(changed, 'Environment')).toMatchObject({ status: 'suggested' });
    expect(mappingOf(changed, 'Environment').value_mappings?.at(3)).toMatchObject({
      target_value: 'sandbox',
      decided_by: 'first admin key',
    });

    await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch: changed.revision });
    const approved = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    expect(mappingOf(approved, 'Environment').value_mappings?.every((one) => one.decided_by !== null)).toBe(true);
  });

  test('are proposed anew when the column gets another field', async () => {
    const connection = service.as('values-anew');
    const stored = await storeImport(connection, { sheet });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const params = { data_import_id: stored.data_import_id };
    const list = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    const changed = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params,
      body: { changes: [{ id: mappingOf(list, 'Status').id, target_field: 'lifecycle_stage' }] },
      ifMatch: list.revision,
    });
    const meanings = (of: MappingList) => mappingOf(of, 'Status').value_mappings?.map((one) => one.target_value);
    expect(meanings(list)).toEqual(['in_use', 'in_stock']);
    expect(meanings(changed)).toEqual([null, null]);
  });
});

describe('two columns of a field that takes one', () => {
  test('are primary and secondary; a second primary is refused, made secondary it is taken', async () => {
    const connection = service.as('secondary');
    const rows = [['srv-1', 'A1B2C3', 'A1B2C3']];
    const stored = await storeImport(connection, { sheet: { columns: ['Name', 'Serial Number', 'Serial No.'], rows } });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const params = { data_import_id: stored.data_import_id };
    const list = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    expect(list.items.map((one) => [one.target_field, one.is_secondary])).toEqual([
      ['asset_name', false],
      ['serial_number', false],
      ['serial_number', true],
    ]);
    const second = mappingOf(list, 'Serial No.');
    const both = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params,
      body: { changes: [{ id: second.id, target_field: 'serial_number' }] },
      ifMatch: list.revision,
    });
    const approve = (revision: number) =>
      fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch: revision });
    expect(await refusalOf(approve(both.revision))).toMatchObject({ status: 409, code: 'mapping_conflict' });
    const filling = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params,
      body: { changes: [{ id: second.id, is_secondary: true }] },
      ifMatch: both.revision,
    });
    expect(await approve(filling.revision)).toMatchObject({ approved: 3 });
  });
});

describe('changing a mapping', () => {
  test('names who decided, when and why, and raises the revision', async () => {
    const { connection, params, list } = await openReview('changed');
    const body = {
      changes: [
        { id: mappingOf(list, 'Hostname').id, target_field: 'fqdn' },
        { id: mappingOf(list, 'Environment').id, status: 'rejected' as const, rejection_reason: 'Not kept up to date' },
      ],
    };
    const changed = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params,
      body,
      ifMatch: list.revision,
    });
    expect(changed.revision).toBe(list.revision + 1);
    expect(mappingOf(changed, 'Hostname')).toMatchObject({
      target_field: 'fqdn',
      status: 'approved',
      match_type: 'manual',
      decided_by: 'first admin key',
    });
    expect(mappingOf(changed, 'Environment')).toMatchObject({
      status: 'rejected',
      rejection_reason: 'Not kept up to date',
    });
    const audit = await service.db
      .collection('audit_events')
      .findOne({ subject: params.data_import_id, action: 'field_mappings.change' });
    expect(audit?.['details']).toEqual({ changes: 2, revision: changed.revision });
  });

  test('needs If-Match (428), and the revision that was read (412)', async () => {
    const { connection, params, list } = await openReview('revision');
    const body = { changes: [{ id: mappingOf(list, 'Hostname').id, status: 'approved' as const }] };
    expect(await refusalOf(fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body }))).toMatchObject({
      status: 428,
      code: 'precondition_required',
    });
    await fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: list.revision });
    expect(
      await refusalOf(
        fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: list.revision }),
      ),
    ).toMatchObject({ status: 412, code: 'precondition_failed' });
  });

  test.each([
    { what: 'an unknown target field', change: { target_field: 'no_such_field' }, status: 400 },
    { what: 'an operator as target field', change: { target_field: '$where' }, status: 400 },
    { what: 'an unknown id', change: { id: 'elsewhere', status: 'approved' as const }, status: 404 },
  ])('changes nothing when one of the changes names $what', async ({ what, change, status }) => {
    const { connection, params, list } = await openReview(`bad-${what.replaceAll(' ', '-')}`);
    const good = { id: mappingOf(list, 'Hostname').id, target_field: 'fqdn' };
    const bad = { id: mappingOf(list, 'Environment').id, ...change };
    const problem = await refusalOf(
      fetchEndpoint(connection, endpoints.changeFieldMappings, {
        params,
        body: { changes: [good, bad] },
        ifMatch: list.revision,
      }),
    );
    expect(problem.status).toBe(status);
    expect(await fetchEndpoint(connection, endpoints.listFieldMappings, { params })).toEqual(list);
  });
});

describe('undoing', () => {
  test('brings back the field that was suggested, however often another one was named', async () => {
    const { connection, params, list } = await openReview('undone');
    const { id } = mappingOf(list, 'RAM (GB)');
    let { revision } = list;
    const change = async (body: Partial<{ target_field: string | null; status: 'suggested' }>) => {
      const changes = [{ id, ...body }];
      const changed = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
        params,
        body: { changes },
        ifMatch: revision,
      });
      ({ revision } = changed);
      return mappingOf(changed, 'RAM (GB)');
    };
    const before = mappingOf(list, 'RAM (GB)');
    await change({ target_field: 'cpu_cores' });
    expect(await change({ target_field: null })).toMatchObject({ target_field: null, status: 'rejected' });
    expect(await change({ status: 'suggested' })).toEqual(before);
  });
});

describe('approving', () => {
  test('takes what reaches the threshold, leaves the rest out, and lets the flow go on to its end', async () => {
    const { connection, flowId, params, list } = await openReview('approved');
    const sorted = list.items.map((mapping) => mapping.confidence_score).sort((a, b) => b - a);
    const threshold = sorted[2] ?? 1;
    const expected = sorted.filter((score) => score >= threshold).length;
    const approved = await fetchEndpoint(connection, endpoints.approveFieldMappings, {
      params,
      body: { minimum_confidence: threshold },
      ifMatch: list.revision,
    });
    expect(approved).toMatchObject({
      flow_id: flowId,
      approved: expected,
      rejected: 0,
      left_out: 6 - expected,
      approved_by: 'first admin key',
    });
    const flow = await waitForFlow(connection, flowId, ['completed']);
    expect(flow).toMatchObject({
      status: 'completed',
      current_phase: 'completed',
      progress_percentage: 100,
      awaiting_user_approval: false,
    });
    await storeImport(connection);
  });

  test('is written once: a second approval and later changes are refused', async () => {
    const { connection, params } = await openReview('twice');
    await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
    expect(
      await refusalOf(fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} })),
    ).toMatchObject({
      status: 409,
      code: 'flow_state_conflict',
      detail: expect.stringMatching(/^The mappings were approved already, by first admin key at 20\d\d-.* UTC, and/),
    });
    const after = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    const change = { changes: [{ id: mappingOf(after, 'Hostname').id, status: 'rejected' as const }] };
    expect(
      await refusalOf(
        fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body: change, ifMatch: after.revision }),
      ),
    ).toMatchObject({ status: 409 });
  });

  test('of two people at once, one wins', async () => {
    const { connection, params } = await openReview('race-approve');
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => callEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  test('is refused with both columns named when two would fill one field that takes one', async () => {
    const { connection, flowId, params, list } = await openReview('doubled');
    const single = targetFields.find((field) => !field.repeatable)?.name ?? '';
    const body = {
      changes: [
        { id: mappingOf(list, 'Hostname').id, target_field: single },
        { id: mappingOf(list, 'Environment').id, target_field: single },
      ],
    };
    await fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: list.revision });
    const problem = await refusalOf(fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} }));
    expect([problem.status, problem.code]).toEqual([409, 'mapping_conflict']);
    expect(JSON.stringify(problem.problems)).toContain('Hostname');
    expect(JSON.stringify(problem.problems)).toContain('Environment');
    const flow = await fetchEndpoint(connection, endpoints.getFlow, { params: { flow_id: flowId } });
    expect(flow.status).toBe('waiting_for_approval');
  });

  test('are approved although the next phase cannot be queued at once; the sweeper does it', async () => {
    const { connection, flowId, params } = await openReview('no-queue');
    const approval = await whileNothingIsQueued(service, () =>
      fetchEndpoint(connection, endpoints.approveFieldMappings, { params }),
    );
    expect(approval.flow_id).toBe(flowId);
    await waitForFlow(connection, flowId, ['completed']);
  });
});

describe('how the cells of a column will be read', () => {
  const sheet = {
    columns: ['Hostname', 'RAM', 'Environment'],
    rows: [
      ['srv-1', 16_384, 'PRD'],
      ['srv-2', '32 GB', 'Wonderland'],
    ],
  };

  test('is told with what was answered so far, once nothing is asked of it', async () => {
    const connection = service.as('readings');
    const stored = await storeImport(connection, { sheet });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const params = { data_import_id: stored.data_import_id };
    const list = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
    expect(mappingOf(list, 'RAM').readings).toEqual([]);
    expect(mappingOf(list, 'Environment').readings).toMatchObject([{ sample: 'PRD', value: 'production' }]);
    const change = (ifMatch: number, body: object) =>
      fetchEndpoint(connection, endpoints.changeFieldMappings, {
        params,
        body: { changes: [{ id: mappingOf(list, 'RAM').id, ...body }] },
        ifMatch,
      });
    const answered = await change(list.revision, { cleansing: { unit: 'MB' } });
    expect(mappingOf(answered, 'RAM').readings).toMatchObject([
      { sample: '16384', value: 16 },
      { sample: '32 GB', value: 32 },
    ]);
    const changed = await change(answered.revision, { target_field: 'hostname' });
    expect(mappingOf(changed, 'RAM').readings).not.toEqual(mappingOf(answered, 'RAM').readings);
  });
});
