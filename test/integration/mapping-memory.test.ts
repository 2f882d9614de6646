import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { SUGGESTION_ROWS } from '#service/imports/import-storage-manager.ts';
import { storeImport } from '../harness/store-import.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const sheet = {
  columns: ['Name', 'Owner', 'Custom 1'],
  rows: [
    ['srv-1', 'Ana Keller', 'x'],
    ['srv-2', 'Ravi Shah', 'y'],
  ],
};

interface Reviewed {
  dataImportId: string;
  items: FieldMapping[];
  revision: number;
}

async function importSheet(connection: Connection): Promise<Reviewed> {
  const stored = await storeImport(connection, { sheet });
  await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
  return { dataImportId: stored.data_import_id, ...(await read(connection, stored.data_import_id)) };
}

const read = (connection: Connection, data_import_id: string) =>
  fetchEndpoint(connection, endpoints.listFieldMappings, { params: { data_import_id } });

const mappingOf = (items: readonly FieldMapping[], header: string): FieldMapping => {
  const found = items.find((mapping) => mapping.source_field === header);
  if (!found) throw new Error(`There is no mapping for ${header}.`);
  return found;
};

/** Maps one header by hand, approves everything, which completes the flow. */
async function decide(connection: Connection, header: string, target_field: string | null): Promise<void> {
  const { dataImportId, items, revision } = await importSheet(connection);
  const params = { data_import_id: dataImportId };
  const changed = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
    params,
    body: { changes: [{ id: mappingOf(items, header).id, target_field }] },
    ifMatch: revision,
  });
  const body = {};
  const { flow_id } = await fetchEndpoint(connection, endpoints.approveFieldMappings, {
    params,
    body,
    ifMatch: changed.revision,
  });
  await waitForFlow(connection, flow_id, ['completed']);
}

const memoryOf = async (connection: Connection, search?: string) =>
  (await fetchEndpoint(connection, endpoints.listMappingMemory, { query: search === undefined ? {} : { search } }))
    .items;

describe('a confirmed mapping', () => {
  test('counts before anything else in the next import of the client, in another engagement too, and says who, when and how often', async () => {
    await decide(service.as('learns'), 'Owner', 'support_group');
    const next = await importSheet(service.as('learns', 'second'));
    const owner = mappingOf(next.items, 'Owner');
    expect(owner).toMatchObject({ target_field: 'support_group', confidence_score: 0.99, match_type: 'remembered' });
    expect(owner.reasons[0]?.text).toMatch(/^confirmed by first admin key on \d{4}-\d\d-\d\d, used once$/);
    const [entry] = await memoryOf(service.as('learns'), 'owner');
    expect(entry).toMatchObject({
      header: 'Owner',
      target_field: 'support_group',
      is_explicit: true,
      use_count: 1,
      version: 1,
    });
  });

  test('never reaches another client', async () => {
    await decide(service.as('keeps'), 'Owner', 'support_group');
    expect(mappingOf((await importSheet(service.as('stranger'))).items, 'Owner').target_field).toBe('business_owner');
    expect(await memoryOf(service.as('stranger'))).toEqual([]);
    const [entry] = await memoryOf(service.as('keeps'), 'Owner');
    expect(
      await refusalOf(
        fetchEndpoint(service.as('stranger'), endpoints.forgetMapping, {
          params: { memory_id: entry?.memory_id ?? '' },
        }),
      ),
    ).toMatchObject({ status: 404 });
  });

  test('of a column that was left out leaves it out again', async () => {
    await decide(service.as('leaves-out'), 'Owner', null);
    const owner = mappingOf((await importSheet(service.as('leaves-out'))).items, 'Owner');
    expect([owner.target_field, owner.reasons[0]?.text]).toEqual([null, expect.stringMatching(/^left out by/)]);
  });

  test('is used again and again, and a later decision replaces it', async () => {
    const connection = service.as('replaces');
    await decide(connection, 'Owner', 'support_group');
    await decide(connection, 'Name', 'hostname');
    expect((await memoryOf(connection, 'Owner'))[0]).toMatchObject({ target_field: 'support_group', use_count: 2 });
    await decide(connection, 'Owner', 'technical_owner');
    expect((await memoryOf(connection, 'Owner'))[0]).toMatchObject({
      target_field: 'technical_owner',
      use_count: 1,
      version: 2,
    });
  });

  test('tells headers apart by their numbers and by their values', async () => {
    const connection = service.as('tells-apart');
    await decide(connection, 'Custom 1', 'tags');
    const stored = await storeImport(connection, {
      sheet: { columns: ['Custom 2', 'custom_1', 'CUSTOM 1'], rows: [['x', 'y', 17]] },
    });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const { items } = await read(connection, stored.data_import_id);
    expect(items.map((mapping) => mapping.target_field)).toEqual([null, 'tags', null]);
  });
});

describe('a wrong confirmation', () => {
  test('is un-learned: the open import shows the own suggestion again, and so does every later one', async () => {
    const connection = service.as('forgets');
    await decide(connection, 'Owner', 'cost_center');
    const open = await importSheet(connection);
    const wrong = mappingOf(open.items, 'Owner');
    expect(wrong.target_field).toBe('cost_center');

    const forgotten = await fetchEndpoint(connection, endpoints.forgetMapping, {
      params: { memory_id: wrong.memory_id ?? '' },
    });
    expect(forgotten.columns_restored).toBe(1);
    const after = await read(connection, open.dataImportId);
    expect(mappingOf(after.items, 'Owner')).toMatchObject({ target_field: 'business_owner', memory_id: null });
    expect(after.revision).toBeGreaterThan(open.revision);
    const audit = await service.db.collection('audit_events').findOne({ action: 'mapping_memory.forget' });
    expect(audit?.['details']).toMatchObject({ header: 'Owner', target_field: 'cost_center', restored: 1 });

    const { flow_id } = await fetchEndpoint(connection, endpoints.approveFieldMappings, {
      params: { data_import_id: open.dataImportId },
      body: { minimum_confidence: 1 },
      ifMatch: after.revision,
    });
    await waitForFlow(connection, flow_id, ['completed']);
    expect(mappingOf((await importSheet(connection)).items, 'Owner').target_field).toBe('business_owner');
  });

  test('is corrected in place, once: the version read must be the current one', async () => {
    const connection = service.as('corrects');
    await decide(connection, 'Owner', 'cost_center');
    const [entry] = await memoryOf(connection, 'Owner');
    const params = { memory_id: entry?.memory_id ?? '' };
    const correct = (target_field: string, ifMatch?: number) =>
      fetchEndpoint(connection, endpoints.correctRememberedMapping, {
        params,
        body: { target_field },
        ...(ifMatch === undefined ? {} : { ifMatch }),
      });
    expect(await refusalOf(correct('technical_owner'))).toMatchObject({ status: 428 });
    expect(await refusalOf(correct('no_such_field', 1))).toMatchObject({ status: 400 });
    expect(await correct('technical_owner', 1)).toMatchObject({ target_field: 'technical_owner', version: 2 });
    expect((await memoryOf(connection, 'Technical owner')).map(({ header }) => header)).toEqual(['Owner']);
    expect(await refusalOf(correct('business_owner', 1))).toMatchObject({ status: 412 });
    expect(mappingOf((await importSheet(connection)).items, 'Owner').target_field).toBe('technical_owner');
  });
});

describe('a correction', () => {
  test('reaches the undecided columns that came from the entry, as the next import would have it', async () => {
    const connection = service.as('follows');
    await decide(connection, 'Owner', 'cost_center');
    const open = await importSheet(connection);
    const correct = async (target_field: string | null) => {
      const [entry] = await memoryOf(connection, 'Owner');
      await fetchEndpoint(connection, endpoints.correctRememberedMapping, {
        params: { memory_id: entry?.memory_id ?? '' },
        body: { target_field },
        ifMatch: entry?.version ?? 0,
      });
      return read(connection, open.dataImportId);
    };
    const { memory_id } = mappingOf(open.items, 'Owner');
    const corrected = await correct('technical_owner');
    const followed = mappingOf(corrected.items, 'Owner');
    expect(followed).toMatchObject({
      target_field: 'technical_owner',
      match_type: 'remembered',
      confidence_score: 0.99,
      decided_by: null,
      memory_id,
    });
    expect(followed.reasons[0]?.text).toMatch(/^confirmed by first admin key on /);
    expect(corrected.revision).toBeGreaterThan(open.revision);

    const leftOut = await correct(null);
    expect(mappingOf(leftOut.items, 'Owner')).toMatchObject({ target_field: null, match_type: 'none', memory_id });
    const twice = await correct('hostname');
    expect(mappingOf(twice.items, 'Owner').target_field).toBe('hostname');

    await approve(connection, open.dataImportId, twice.revision);
    const next = mappingOf((await importSheet(connection)).items, 'Owner');
    const { target_field, is_secondary, confidence_score, match_type } = mappingOf(twice.items, 'Owner');
    expect(next).toMatchObject({ target_field, is_secondary, confidence_score, match_type });
  });

  test('to the field of a decided column fills in where that one is empty, and leaves it alone', async () => {
    const connection = service.as('follows-second');
    await decide(connection, 'Owner', 'cost_center');
    const open = await importSheet(connection);
    const params = { data_import_id: open.dataImportId };
    const name = mappingOf(open.items, 'Name');
    await fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params,
      body: { changes: [{ id: name.id, target_field: 'hostname' }] },
      ifMatch: open.revision,
    });
    const [entry] = await memoryOf(connection, 'Owner');
    await fetchEndpoint(connection, endpoints.correctRememberedMapping, {
      params: { memory_id: entry?.memory_id ?? '' },
      body: { target_field: 'hostname' },
      ifMatch: entry?.version ?? 0,
    });
    const list = await read(connection, open.dataImportId);
    expect(list.items.slice(0, 2).map((one) => [one.target_field, one.is_secondary, one.status])).toEqual([
      ['hostname', false, 'approved'],
      ['hostname', true, 'suggested'],
    ]);
  });
});

async function approve(connection: Connection, dataImportId: string, ifMatch: number): Promise<void> {
  const params = { data_import_id: dataImportId };
  const { flow_id } = await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch });
  await waitForFlow(connection, flow_id, ['completed']);
}

describe('what was answered of a column', () => {
  const units = {
    columns: ['Name', 'RAM'],
    rows: [
      ['srv-1', 16],
      ['srv-2', 32],
    ],
  };
  const importUnits = async (connection: Connection): Promise<Reviewed> => {
    const stored = await storeImport(connection, { sheet: units });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    return { dataImportId: stored.data_import_id, ...(await read(connection, stored.data_import_id)) };
  };
  const change = (connection: Connection, { dataImportId, items, revision }: Reviewed, part: object) =>
    fetchEndpoint(connection, endpoints.changeFieldMappings, {
      params: { data_import_id: dataImportId },
      body: { changes: [{ id: mappingOf(items, 'RAM').id, ...part }] },
      ifMatch: revision,
    });

  test('is remembered with its field, replaced by a later answer, and forgotten with it', async () => {
    const connection = service.as('answers');
    const first = await importUnits(connection);
    expect(mappingOf(first.items, 'RAM')).toMatchObject({ target_field: 'memory_gb', cleansing: null });
    expect(mappingOf(first.items, 'RAM').cleansing_questions).toMatchObject([{ choice: 'unit', is_answered: false }]);
    const answered = await change(connection, first, { cleansing: { unit: 'GB' } });
    await approve(connection, first.dataImportId, answered.revision);
    expect((await memoryOf(connection, 'RAM'))[0]).toMatchObject({ cleansing: { unit: 'GB' } });

    const second = await importUnits(connection);
    expect(mappingOf(second.items, 'RAM')).toMatchObject({ match_type: 'remembered', cleansing: { unit: 'GB' } });
    expect(mappingOf(second.items, 'RAM').cleansing_questions).toMatchObject([{ choice: 'unit', is_answered: true }]);
    const again = await change(connection, second, { cleansing: { unit: 'MB' } });
    await approve(connection, second.dataImportId, again.revision);

    const third = await importUnits(connection);
    const ram = mappingOf(third.items, 'RAM');
    expect(ram.cleansing).toEqual({ unit: 'MB' });
    await fetchEndpoint(connection, endpoints.forgetMapping, { params: { memory_id: ram.memory_id ?? '' } });
    const after = await read(connection, third.dataImportId);
    expect(mappingOf(after.items, 'RAM')).toMatchObject({ memory_id: null, cleansing: null });
  });

  test('is the answer too where only the whole sheet shows what kind of values the column has, and stays remembered', async () => {
    const connection = service.as('answers-late');
    const first = await importUnits(connection);
    const answered = await change(connection, first, { cleansing: { unit: 'GB' } });
    await approve(connection, first.dataImportId, answered.revision);

    const words = Array.from({ length: SUGGESTION_ROWS }, (_, at) => [`srv-${at}`, '16 GB']);
    const numbers = Array.from({ length: 2 * SUGGESTION_ROWS }, (_, at) => [`srw-${at}`, 16]);
    const stored = await storeImport(connection, { sheet: { columns: units.columns, rows: [...words, ...numbers] } });
    await waitForFlow(connection, stored.flow_id, ['waiting_for_approval']);
    const next = await read(connection, stored.data_import_id);
    expect(mappingOf(next.items, 'RAM')).toMatchObject({ match_type: 'remembered', cleansing: { unit: 'GB' } });
    await approve(connection, stored.data_import_id, next.revision);
    expect((await memoryOf(connection, 'RAM'))[0]).toMatchObject({ cleansing: { unit: 'GB' } });
  });

  test('goes when the entry is corrected to another field', async () => {
    const connection = service.as('answers-corrected');
    const first = await importUnits(connection);
    const answered = await change(connection, first, { cleansing: { unit: 'GB' } });
    await approve(connection, first.dataImportId, answered.revision);
    const [entry] = await memoryOf(connection, 'RAM');
    const corrected = await fetchEndpoint(connection, endpoints.correctRememberedMapping, {
      params: { memory_id: entry?.memory_id ?? '' },
      body: { target_field: 'storage_gb' },
      ifMatch: entry?.version ?? 0,
    });
    expect(corrected.cleansing).toBeNull();
    const next = mappingOf((await importUnits(connection)).items, 'RAM');
    expect(next).toMatchObject({ target_field: 'storage_gb', cleansing: null });
  });
});

describe("a client's own target fields", () => {
  test('are suggested by their names, offered to that client only, and no longer once retired', async () => {
    const connection = service.as('own-fields');
    const field = {
      name: 'patch_group',
      type: 'string' as const,
      definition: 'Which group it is patched with',
      aliases: ['Custom 1'],
    };
    expect(await fetchEndpoint(connection, endpoints.addTargetField, { body: field })).toMatchObject({ is_own: true });
    const events = service.db.collection('audit_events').find({ subject: field.name }).toArray();
    expect(await events).toMatchObject([{ action: 'target_field.add' }]);
    expect(await refusalOf(fetchEndpoint(connection, endpoints.addTargetField, { body: field }))).toMatchObject({
      status: 409,
      code: 'target_field_exists',
    });
    const open = await importSheet(connection);
    expect(mappingOf(open.items, 'Custom 1').target_field).toBe('patch_group');
    const names = async (of: Connection) =>
      (await fetchEndpoint(of, endpoints.listTargetFields)).items.filter((one) => !one.retired).map((one) => one.name);
    expect(await names(connection)).toContain('patch_group');
    expect(await names(service.as('no-own-fields'))).not.toContain('patch_group');

    const retired = { params: { name: 'patch_group' }, body: { retired: true }, ifMatch: 1 };
    expect(await fetchEndpoint(connection, endpoints.changeTargetField, retired)).toMatchObject({ retired: true });
    expect(await names(connection)).not.toContain('patch_group');
    expect(
      await refusalOf(
        fetchEndpoint(connection, endpoints.changeFieldMappings, {
          params: { data_import_id: open.dataImportId },
          body: { changes: [{ id: mappingOf(open.items, 'Name').id, target_field: 'patch_group' }] },
          ifMatch: open.revision,
        }),
      ),
    ).toMatchObject({ status: 400 });
  });

  test('include names of their own for built-in fields', async () => {
    const connection = service.as('own-aliases');
    await fetchEndpoint(connection, endpoints.changeTargetField, {
      params: { name: 'cost_center' },
      body: { aliases: ['Custom 1'] },
      ifMatch: 0,
    });
    expect(mappingOf((await importSheet(connection)).items, 'Custom 1').target_field).toBe('cost_center');
    const unknown = { params: { name: 'no_such_field' }, body: { retired: true }, ifMatch: 0 };
    expect(await refusalOf(fetchEndpoint(connection, endpoints.changeTargetField, unknown))).toMatchObject({
      status: 404,
    });
  });

  test('are changed by whoever read them last: of two changes of one version the second is refused', async () => {
    const connection = service.as('own-versions');
    const change = (aliases: string[], ifMatch?: number) =>
      fetchEndpoint(connection, endpoints.changeTargetField, {
        params: { name: 'cost_center' },
        body: { aliases },
        ...(ifMatch === undefined ? {} : { ifMatch }),
      });
    const { items } = await fetchEndpoint(connection, endpoints.listTargetFields);
    const version = items.find(({ name }) => name === 'cost_center')?.version ?? -1;
    const both = await Promise.allSettled([change(['KST'], version), change(['Kostenstelle'], version)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const second = await refusalOf(change(['Cost unit'], version));
    expect(second).toMatchObject({ status: 412, code: 'precondition_failed' });
    expect(await refusalOf(change(['Cost unit']))).toMatchObject({ status: 428, code: 'precondition_required' });
    expect(await change(['Cost unit'], version + 1)).toMatchObject({
      version: version + 2,
      own_aliases: ['Cost unit'],
    });
  });

  test('have definitions, names, examples and allowed values', async () => {
    const { items } = await fetchEndpoint(service.as('reads-fields'), endpoints.listTargetFields);
    expect(
      items.filter((one) => one.definition === '' || one.examples.length === 0 || one.aliases.length === 0),
    ).toEqual([]);
    expect(items.find((one) => one.name === 'environment')?.allowed_values).toContain('production');
  });
});
