import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, type ApiFailure } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: 'mongodb://unused' } });
});
afterAll(() => service?.stop());

describe('store-imports at once', () => {
  test('of 64 for one engagement exactly one wins; the others get 409 with its flow', async () => {
    const connection = service.as('race');
    const results = await Promise.allSettled(
      Array.from({ length: 64 }, () => storeImport(connection, { sheet: buildSheet({ rows: 50 }) }, randomUUID())),
    );
    const winners = results.filter((result) => result.status === 'fulfilled').map((result) => result.value);
    const refusals = results
      .filter((result) => result.status === 'rejected')
      .map((result) => result.reason as ApiFailure);
    expect(winners).toHaveLength(1);
    expect(refusals.map((refusal) => refusal.problem?.status)).toEqual(Array(63).fill(409));
    expect(new Set(refusals.map((refusal) => refusal.problem?.existing_flow?.flow_id))).toEqual(
      new Set([winners[0]?.flow_id]),
    );
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'race' })).toBe(1);
    expect(await service.db.collection('raw_import_records').countDocuments({})).toBe(50);
  });

  test('of ten with the same Idempotency-Key there is one import and ten equal answers', async () => {
    const connection = service.as('same-key');
    const answers = await Promise.all(Array.from({ length: 10 }, () => storeImport(connection, {}, 'same')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'same-key' })).toBe(1);
    expect(
      await service.db.collection('crewai_flow_state_extensions').countDocuments({ client_account_id: 'same-key' }),
    ).toBe(1);
  });

  test('of different engagements all succeed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => storeImport(service.as('parallel', `wave-${index}`))),
    );
    expect(new Set(answers.map((answer) => answer.flow_id)).size).toBe(16);
  });
});

test('of keys of one name made at once exactly one is made; the others get 409', async () => {
  const grant = { client_account_id: 'one-name', engagement_id: null };
  const made = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      fetchEndpoint(service.as('any'), endpoints.createApiKey, {
        body: { name: index % 2 === 0 ? 'Nightly export' : 'nightly  EXPORT', role: 'viewer', grant },
      }),
    ),
  );
  const refusals = made.flatMap((one) =>
    one.status === 'fulfilled' ? [] : [(one.reason as ApiFailure).problem?.code],
  );
  expect(refusals).toEqual(Array(7).fill('key_name_exists'));
});
