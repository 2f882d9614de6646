import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { FieldMapping, ValueMapping } from '#shared/schemas/field-mapping.schema.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

interface Review {
  dataImportId: string;
  flowId: string;
  environment: FieldMapping;
  revision: number;
}

async function read(connection: Connection, dataImportId: string, flowId: string): Promise<Review> {
  const params = { data_import_id: dataImportId };
  const { items, revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const environment = items.find((mapping) => mapping.source_field === 'Environment');
  if (!environment) throw new Error('There is no mapping for Environment.');
  return { dataImportId, flowId, environment, revision };
}

async function importValues(connection: Connection, values: readonly string[]): Promise<Review> {
  const rows = values.map((value, at) => [`srv-${at}`, value]);
  const stored = await storeImport(connection, { sheet: { columns: ['Hostname', 'Environment'], rows } });
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  return read(connection, stored.data_import_id, stored.flow_id);
}

type Meanings = readonly (readonly [value: string, target: string | null])[];

async function change(connection: Connection, of: Review, part: object): Promise<Review> {
  await fetchEndpoint(connection, endpoints.changeFieldMappings, {
    params: { data_import_id: of.dataImportId },
    body: { changes: [{ id: of.environment.id, ...part }] },
    ifMatch: of.revision,
  });
  return read(connection, of.dataImportId, of.flowId);
}

const say = (connection: Connection, of: Review, meanings: Meanings): Promise<Review> =>
  change(connection, of, { value_mappings: meanings.map(([value, target_value]) => ({ value, target_value })) });

async function approve(connection: Connection, { dataImportId, flowId, revision }: Review): Promise<void> {
  const params = { data_import_id: dataImportId };
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch: revision });
  await waitForFlow(connection, flowId, ['completed']);
}

/** Imports the values, says what some mean, approves all. */
async function decide(connection: Connection, values: readonly string[], meanings: Meanings): Promise<void> {
  const review = await importValues(connection, values);
  await approve(connection, meanings.length === 0 ? review : await say(connection, review, meanings));
}

const meaningOf = ({ environment }: Review, value: string): ValueMapping => {
  const found = environment.value_mappings?.find((one) => one.value === value);
  if (!found) throw new Error(`"${value}" is not listed.`);
  return found;
};
const targets = ({ environment }: Review): (string | null)[] =>
  environment.value_mappings?.map((one) => one.target_value) ?? [];

const entryOf = async (connection: Connection) =>
  (await fetchEndpoint(connection, endpoints.listMappingMemory, { query: { search: 'Environment' } })).items[0];

const OURS = ['Prd-2', 'Kategorie B', 'Wonderland', 'PROD'];

describe('what an analyst said a value means', () => {
  test('is the proposal of the next import, said to be from memory; the engine’s own and new values are as before', async () => {
    const connection = service.as('meanings');
    await decide(connection, OURS, [
      ['Prd-2', 'disaster_recovery'],
      ['Kategorie B', 'test'],
      ['Wonderland', null],
    ]);
    const entry = await entryOf(connection);
    expect(entry?.meanings.map(({ value, target_value }) => [value, target_value])).toEqual([
      ['Prd-2', 'disaster_recovery'],
      ['Kategorie B', 'test'],
      ['Wonderland', null],
    ]);

    const next = await importValues(connection, [...OURS, 'Kategorie C']);
    expect(targets(next)).toEqual(['disaster_recovery', 'test', null, 'production', null]);
    const remembered = meaningOf(next, 'Prd-2');
    expect(remembered).toMatchObject({ confidence_score: 0.99, decided_by: null });
    expect(remembered.remembered).toMatchObject({ decided_by: 'first admin key' });
    expect(remembered.reason).toMatch(/^decided by first admin key on \d{4}-\d\d-\d\d, remembered$/);
    expect(meaningOf(next, 'Wonderland').remembered).not.toBeNull();
    expect(meaningOf(next, 'PROD').remembered).toBeNull();
    expect(meaningOf(next, 'Kategorie C')).toMatchObject({ remembered: null, decided_by: null });

    await approve(connection, next);
    const approved = await read(connection, next.dataImportId, next.flowId);
    expect(meaningOf(approved, 'Wonderland')).toMatchObject({ target_value: null, decided_by: 'first admin key' });
    expect(meaningOf(approved, 'Kategorie C').decided_by).toBeNull();
    const records = await fetchEndpoint(connection, endpoints.listCleansedRecords, {
      params: { data_import_id: next.dataImportId },
    });
    expect(JSON.stringify(records.items[0])).toContain('disaster_recovery');
    expect((await entryOf(connection))?.meanings).toEqual(entry?.meanings);
  });

  test('can be changed, which replaces it, and stays remembered in a month that has no such cell', async () => {
    const connection = service.as('meanings-changed');
    await decide(connection, OURS, [
      ['Prd-2', 'production'],
      ['Kategorie B', 'test'],
    ]);
    await decide(connection, ['Prd-2', 'PROD'], [['Prd-2', 'staging']]);
    expect(targets(await importValues(connection, OURS))).toEqual(['staging', 'test', null, 'production']);
  });

  test('is forgotten with its entry, in the open import too, and never seen by another client', async () => {
    const connection = service.as('meanings-forgotten');
    await decide(connection, OURS, [['Prd-2', 'staging']]);
    const stranger = await importValues(service.as('meanings-stranger'), OURS);
    expect(targets(stranger)).toEqual(['production', null, null, 'production']);

    const open = await importValues(connection, OURS);
    const approvedColumn = await change(connection, open, { status: 'approved' });
    expect(meaningOf(approvedColumn, 'Prd-2').target_value).toBe('staging');
    const memory_id = open.environment.memory_id ?? '';
    await fetchEndpoint(connection, endpoints.forgetMapping, { params: { memory_id } });
    const after = await read(connection, open.dataImportId, open.flowId);
    expect(targets(after)).toEqual(['production', null, null, 'production']);
    expect(after.environment.status).toBe('approved');
    expect(after.revision).toBeGreaterThan(approvedColumn.revision);
  });

  test('goes when the entry is corrected to another field, and stays away from columns of another field', async () => {
    const connection = service.as('meanings-corrected');
    await decide(connection, OURS, [['Prd-2', 'staging']]);
    const open = await importValues(connection, OURS);
    const other = await change(connection, open, { target_field: 'lifecycle_stage' });
    expect(meaningOf(other, 'Prd-2')).toMatchObject({ target_value: null, remembered: null });
    const back = await change(connection, other, { target_field: 'environment' });
    expect(meaningOf(back, 'Prd-2').target_value).toBe('staging');

    const entry = await entryOf(connection);
    const corrected = await fetchEndpoint(connection, endpoints.correctRememberedMapping, {
      params: { memory_id: entry?.memory_id ?? '' },
      body: { target_field: 'lifecycle_stage' },
      ifMatch: entry?.version ?? 0,
    });
    expect(corrected.meanings).toEqual([]);
  });

  test('goes with the withdrawn import it was decided in, if what was learned there is to be forgotten', async () => {
    const connection = service.as('meanings-withdrawn');
    await decide(connection, OURS, [['Kategorie B', 'test']]);
    const second = await importValues(connection, OURS);
    await approve(connection, await say(connection, second, [['Prd-2', 'staging']]));
    const preview = await fetchEndpoint(connection, endpoints.previewWithdrawal, {
      params: { data_import_id: second.dataImportId },
    });
    expect(preview.learned_mappings).toBe(1);
    await fetchEndpoint(connection, endpoints.withdrawImport, {
      params: { data_import_id: second.dataImportId },
      body: { forget_mappings: true },
    });
    await waitForFlow(connection, second.flowId, ['completed', 'cancelled']);
    expect((await entryOf(connection))?.meanings.map(({ value }) => value)).toEqual(['Kategorie B']);
  });

  test('goes from open imports too when the import it was said in is forgotten, while its entry stays with another', async () => {
    const client = 'meanings-left-behind';
    await decide(service.as(client), OURS, [['Kategorie B', 'test']]);
    const connection = service.as(client, 'second');
    const second = await importValues(connection, OURS);
    await approve(connection, await say(connection, second, [['Prd-2', 'staging']]));
    const entry = await entryOf(connection);
    const other = service.as(client, 'third');
    const open = await importValues(other, OURS);
    expect(targets(open)).toEqual(['staging', 'test', null, 'production']);
    await fetchEndpoint(connection, endpoints.deleteFlow, {
      params: { flow_id: second.flowId },
      query: { forget_mappings: 'true' },
    });
    const after = await read(other, open.dataImportId, open.flowId);
    expect(targets(after)).toEqual(['production', 'test', null, 'production']);
    expect(after.environment.memory_id).toBe(entry?.memory_id);
    expect(after.revision).toBeGreaterThan(open.revision);
    expect((await entryOf(connection))?.version).toBeGreaterThan(entry?.version ?? 0);
  });

  test('goes from an open import that took it over before another one replaced it', async () => {
    const client = 'meanings-replaced';
    await decide(service.as(client), OURS, [['Kategorie B', 'test']]);
    const first = await importValues(service.as(client), OURS);
    await approve(service.as(client), await say(service.as(client), first, [['Prd-2', 'staging']]));
    const other = service.as(client, 'third');
    const open = await importValues(other, OURS);
    expect(targets(open)).toEqual(['staging', 'test', null, 'production']);
    await decide(service.as(client, 'second'), OURS, [['Prd-2', 'test']]);
    await fetchEndpoint(service.as(client), endpoints.withdrawImport, {
      params: { data_import_id: first.dataImportId },
      body: { forget_mappings: true },
    });
    await waitForFlow(service.as(client), first.flowId, ['completed', 'cancelled']);
    const after = await read(other, open.dataImportId, open.flowId);
    expect(targets(after)).toEqual(['production', 'test', null, 'production']);
    expect(after.revision).toBeGreaterThan(open.revision);
  });

  test('may be of hostile cells', async () => {
    const connection = service.as('meanings-hostile');
    const hostile = ['__proto__', '$where', 'a.b.$c', 'constructor', '<b>x</b>', '{"$gt":""}'];
    await decide(
      connection,
      hostile,
      hostile.map((value) => [value, 'sandbox']),
    );
    expect(targets(await importValues(connection, hostile))).toEqual(hostile.map(() => 'sandbox'));
  });

  test('is kept for the 200 values decided last', async () => {
    const connection = service.as('meanings-many');
    let review = await importValues(connection, ['v-0', 'v-1', 'v-2']);
    for (const from of [0, 100, 200]) {
      const count = from === 200 ? 5 : 100;
      const values = Array.from({ length: count }, (_, at) => [`v-${from + at}`, 'test'] as const);
      review = await say(connection, review, values);
    }
    review = await say(connection, review, [['x'.repeat(150), 'test']]);
    await approve(connection, review);
    const kept = (await entryOf(connection))?.meanings.map(({ value }) => value) ?? [];
    expect(kept).toHaveLength(200);
    expect([kept[0], kept.at(-1)]).toEqual(['v-5', 'v-204']);
  });
});
