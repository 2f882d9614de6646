import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { ChangeMappingsRequest, FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const sheet = { columns: ['Hostname', 'Env', 'RAM'], rows: [['srv-1', 'PRD', 16]] };
const UNIT = { cleansing: { unit: 'GB' } };
const OPERATE = { value_mappings: [{ value: 'PRD', target_value: 'operate' }] };
const SANDBOX = { value_mappings: [{ value: 'PRD', target_value: 'sandbox' }] };

type Change = Omit<ChangeMappingsRequest['changes'][number], 'id'>;

interface Review {
  flowId: string;
  column(header: string): Promise<FieldMapping>;
  change(header: string, change: Change): Promise<FieldMapping>;
  approve(): Promise<void>;
}

async function openReview(connection: Connection): Promise<Review> {
  const { data_import_id, flow_id } = await storeImport(connection, { sheet });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const params = { data_import_id };
  const list = () => fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const column = async (header: string) => {
    const found = (await list()).items.find((mapping) => mapping.source_field === header);
    if (!found) throw new Error(`There is no mapping for ${header}.`);
    return found;
  };
  return {
    flowId: flow_id,
    column,
    async change(header, change) {
      const { id } = await column(header);
      const { revision } = await list();
      const body = { changes: [{ id, ...change }] };
      await fetchEndpoint(connection, endpoints.changeFieldMappings, { params, body, ifMatch: revision });
      return column(header);
    },
    async approve() {
      await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
      await waitForFlow(connection, flow_id, ['completed']);
    },
  };
}

const meaning = ({ target_field, value_mappings }: FieldMapping) => {
  const [first] = value_mappings ?? [];
  return { target_field, means: first?.target_value, isDecided: typeof first?.decided_by === 'string' };
};

describe('undoing another field', () => {
  test('leaves what its values were said to mean behind, and no asset gets a value of it', async () => {
    const connection = service.as('undone-values');
    const review = await openReview(connection);
    const before = await review.column('Env');
    await review.change('Env', { target_field: 'lifecycle_stage', status: 'approved' });
    expect(meaning(await review.change('Env', OPERATE))).toMatchObject({ means: 'operate', isDecided: true });
    expect(await review.change('Env', { status: 'suggested' })).toEqual(before);
    await review.approve();
    const { items } = await fetchEndpoint(connection, endpoints.listAssets);
    const params = { asset_id: items[0]?.asset_id ?? '' };
    const { values } = await fetchEndpoint(connection, endpoints.getAsset, { params });
    expect(values.find(({ field }) => field === 'environment')?.values[0]?.value).toBe('production');
  });

  test('brings back what was answered under the field it had, by a person and from memory', async () => {
    const connection = service.as('undone-answers');
    const first = await openReview(connection);
    await first.change('RAM', UNIT);
    await first.approve();
    const review = await openReview(connection);
    const ram = await review.column('RAM');
    expect(ram).toMatchObject({ match_type: 'remembered', ...UNIT });
    await review.change('RAM', { target_field: 'storage_gb', status: 'approved', cleansing: { unit: 'TB' } });
    expect(await review.change('RAM', { status: 'suggested' })).toEqual(ram);
    const env = await review.change('Env', SANDBOX);
    await review.change('Env', { target_field: 'lifecycle_stage', ...OPERATE });
    expect(await review.change('Env', { status: 'suggested' })).toEqual(env);
  });
});

test('picking the field a column has keeps what was answered of it', async () => {
  const review = await openReview(service.as('picked-again'));
  await review.change('Env', SANDBOX);
  await review.change('RAM', UNIT);
  const env = await review.change('Env', { target_field: 'environment', status: 'approved' });
  expect(meaning(env)).toEqual({ target_field: 'environment', means: 'sandbox', isDecided: true });
  expect(await review.change('RAM', { target_field: 'memory_gb', status: 'approved' })).toMatchObject(UNIT);
});

describe('what was said of the values of an undecided column', () => {
  async function saidOfRemembered(connection: Connection): Promise<Review> {
    const first = await openReview(connection);
    await first.change('Env', { target_field: 'lifecycle_stage', status: 'approved' });
    await first.approve();
    const review = await openReview(connection);
    expect(meaning(await review.change('Env', OPERATE))).toMatchObject({ means: 'operate', isDecided: true });
    return review;
  }
  const proposed = { target_field: 'environment', means: 'production', isDecided: false };

  test('does not follow it to its own field where the remembered one is forgotten', async () => {
    const connection = service.as('forgotten-field');
    const review = await saidOfRemembered(connection);
    const { memory_id } = await review.column('Env');
    await fetchEndpoint(connection, endpoints.forgetMapping, { params: { memory_id: memory_id ?? '' } });
    expect(meaning(await review.column('Env'))).toEqual(proposed);
  });

  test('does not follow it to the field its entry is corrected to', async () => {
    const connection = service.as('corrected-field');
    const review = await saidOfRemembered(connection);
    const { items } = await fetchEndpoint(connection, endpoints.listMappingMemory, { query: { search: 'Env' } });
    const [entry] = items;
    await fetchEndpoint(connection, endpoints.correctRememberedMapping, {
      params: { memory_id: entry?.memory_id ?? '' },
      body: { target_field: 'environment' },
      ifMatch: entry?.version ?? 0,
    });
    expect(meaning(await review.column('Env'))).toEqual(proposed);
  });
});
