import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { clearFailPoints, setFailPoint, type FailPoint } from '../harness/fail-points.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterEach(() => clearFailPoints(service.db));
afterAll(() => service?.stop());

/** An error no driver repeats: what a full disk or a broken index would look like. */
const BROKEN = 8;
/** WriteConflict: the driver repeats the transaction. */
const CONFLICT = 112;
/** NoSuchTransaction without a label: the server gave the transaction up and no driver repeats it. */
const NO_SUCH_TRANSACTION = 251;

const STORED = [
  'data_imports',
  'raw_import_records',
  'import_field_mappings',
  'crewai_flow_state_extensions',
  'idempotency_records',
  'engagements',
  'client_accounts',
];

async function countAll(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    STORED.map(async (name): Promise<[string, number]> => [name, await service.db.collection(name).countDocuments({})]),
  );
  return Object.fromEntries(counts);
}

/** Each write of a store, in its order. */
const writes: [string, FailPoint][] = [
  ['the client account', { commands: ['update'], collection: 'client_accounts' }],
  ['the engagement', { commands: ['update'], collection: 'engagements' }],
  ['the import', { commands: ['insert'], collection: 'data_imports' }],
  ['the raw records', { commands: ['insert'], collection: 'raw_import_records' }],
  ['the second batch of raw records', { commands: ['insert'], collection: 'raw_import_records', skip: 1 }],
  ['the field mappings', { commands: ['insert'], collection: 'import_field_mappings' }],
  ['the flow', { commands: ['insert'], collection: 'crewai_flow_state_extensions' }],
  ['the status discovery_initiated', { commands: ['findAndModify'], collection: 'data_imports' }],
  ['the idempotency record', { commands: ['insert'], collection: 'idempotency_records' }],
];

describe('a store that fails', () => {
  test.each(writes)('keeps nothing when the write of %s fails, and the next try succeeds', async (what, point) => {
    const connection = service.as(`broken-${what.replaceAll(' ', '-')}`);
    // More than one command takes, in few rows.
    const { columns, rows } = buildSheet({ rows: 160 });
    const sheet = { columns: [...columns, 'Note'], rows: rows.map((cells) => [...cells, 'x'.repeat(30_000)]) };
    const before = await countAll();
    await setFailPoint(service.db, service.appName, { ...point, errorCode: BROKEN });
    const problem = await refusalOf(storeImport(connection, { sheet }, 'the-key'));
    await clearFailPoints(service.db);
    expect([problem.status, problem.code]).toEqual([500, 'internal_error']);
    expect(await countAll()).toEqual(before);
    const stored = await storeImport(connection, { sheet }, 'the-key');
    expect(stored.records_stored).toBe(160);
    expect((await countAll())['raw_import_records']).toBe((before['raw_import_records'] ?? 0) + 160);
    // Its agents write too, and must not meet the next fail point.
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  });

  test.each(writes)('stores once when the write of %s meets a passing conflict', async (what, point) => {
    const connection = service.as(`passing-${what.replaceAll(' ', '-')}`);
    const before = await countAll();
    const passing = {
      ...point,
      ...(point.skip === undefined ? { times: 2 } : { times: 1 }),
      errorCode: CONFLICT,
      errorLabels: ['TransientTransactionError'],
    };
    delete passing.skip;
    await setFailPoint(service.db, service.appName, passing);
    const stored = await storeImport(connection);
    expect((await countAll())['data_imports']).toBe((before['data_imports'] ?? 0) + 1);
    expect((await countAll())['raw_import_records']).toBe((before['raw_import_records'] ?? 0) + 3);
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  });

  test('keeps nothing when the server aborts at the commit, and the next try succeeds', async () => {
    const connection = service.as('aborted-commit');
    const before = await countAll();
    await setFailPoint(service.db, service.appName, {
      commands: ['commitTransaction'],
      errorCode: NO_SUCH_TRANSACTION,
      errorLabels: [],
    });
    const problem = await refusalOf(storeImport(connection, {}, 'the-key'));
    expect([problem.status, problem.code]).toEqual([500, 'internal_error']);
    await clearFailPoints(service.db);
    expect(await countAll()).toEqual(before);
    const stored = await storeImport(connection, {}, 'the-key');
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  });

  test('stores once when the connection breaks at the commit, whether it was committed or not', async () => {
    const connection = service.as('lost-commit');
    await setFailPoint(service.db, service.appName, {
      commands: ['commitTransaction'],
      closeConnection: true,
      times: 2,
    });
    const stored = await storeImport(connection, {}, 'lost');
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'lost-commit' })).toBe(1);
    expect(await storeImport(connection, {}, 'lost')).toEqual(stored);
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  });

  test('stores once when the connection breaks at the insert of the flow', async () => {
    const connection = service.as('lost-insert');
    await setFailPoint(service.db, service.appName, {
      commands: ['insert'],
      collection: 'crewai_flow_state_extensions',
      closeConnection: true,
    });
    const stored = await storeImport(connection);
    expect(await service.db.collection('raw_import_records').countDocuments({})).toBeGreaterThan(0);
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'lost-insert' })).toBe(1);
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  });

  test('stores once when the connection breaks while mappings are suggested', async () => {
    const connection = service.as('lost-suggesting');
    // The driver repeats a read once by itself.
    await setFailPoint(service.db, service.appName, {
      commands: ['find'],
      collection: 'client_target_fields',
      closeConnection: true,
      times: 2,
    });
    const stored = await storeImport(connection);
    expect(stored.field_mappings_count).toBe(6);
    expect(await service.db.collection('data_imports').countDocuments({ client_account_id: 'lost-suggesting' })).toBe(
      1,
    );
  });
});
