import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { importWhole } from '../harness/import-whole.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';

const DAY_MS = 86_400_000;
const connection = () => service.as('acme');

let service: TestService;
/** A worker of the same service whose clock is ahead; it only has imports to sweep. */
let ahead: TestService | undefined;
/** Withdrawn long ago, withdrawn lately, half removed when a worker died, never withdrawn. */
let old: string;
let recent: string;
let half: string;
let kept: string;
beforeAll(async () => {
  service = await startTestService();
  old = await importAndWithdraw();
  recent = await importAndWithdraw();
  half = await importAndWithdraw();
  kept = (await importWhole(connection(), {})).data_import_id;
  await imports().updateOne({ _id: old }, { $set: { withdrawn_at: new Date(Date.now() - 3 * DAY_MS) } });
  const marked = { withdrawn_at: new Date(Date.now() - 3 * DAY_MS), raw_removed_at: new Date() };
  await imports().updateOne({ _id: half }, { $set: marked });
});
afterAll(async () => {
  await ahead?.stop();
  await service?.stop();
});

const imports = () => service.db.collection<{ _id: string }>('data_imports');
const recordsOf = (id: string) => service.db.collection('raw_import_records').countDocuments({ data_import_id: id });
const auditedOf = (id: string) =>
  service.db.collection('audit_events').find({ action: 'raw_records.remove', subject: id }).toArray();

async function importAndWithdraw(by = service): Promise<string> {
  const tenant = by.as('acme');
  const { flow_id, data_import_id } = await importWhole(tenant, {});
  await fetchEndpoint(tenant, endpoints.withdrawImport, { params: { data_import_id } });
  await waitForFlow(tenant, flow_id, ['cancelled'], 60_000);
  return data_import_id;
}

describe('raw records of a withdrawn import', () => {
  test('stay for the retention time, and the withdrawal says how long that is', async () => {
    const params = { data_import_id: kept };
    expect(await fetchEndpoint(connection(), endpoints.previewWithdrawal, { params })).toMatchObject({
      raw_kept_days: 90,
    });
    expect(await recordsOf(old)).toBe(3);
    const { items } = await fetchEndpoint(connection(), endpoints.listRecords, { params: { data_import_id: old } });
    expect(items).toHaveLength(3);
  });

  test('go after it, with samples and profiles, marked and audited once; other imports keep theirs', async () => {
    const clock = { now: () => new Date(Date.now() + 88 * DAY_MS) };
    ahead = await startTestService({ database: service.mongo.name, clock });
    const swept = { raw_swept_at: { $type: 'date' } };
    await until('two imports are swept', async () => (await imports().countDocuments(swept)) === 2);
    expect(await recordsOf(old)).toBe(0);
    expect(await recordsOf(half)).toBe(0);
    expect(await recordsOf(recent)).toBe(3);
    expect(await recordsOf(kept)).toBe(3);
    expect(await auditedOf(old)).toMatchObject([
      { actor: 'retention time', client_account_id: 'acme', details: { records: 3, kept_days: 90 } },
    ]);
    expect(await auditedOf(half)).toEqual([]);
    expect(await auditedOf(recent)).toEqual([]);
    const profiles = service.db.collection('import_column_profiles');
    expect(await profiles.countDocuments({ data_import_id: old })).toBe(0);
    expect(await profiles.countDocuments({ data_import_id: kept })).toBeGreaterThan(0);
    const mappings = { params: { data_import_id: old } };
    const { items } = await fetchEndpoint(connection(), endpoints.listFieldMappings, mappings);
    expect(items.flatMap(({ samples }) => samples)).toEqual([]);
  });

  test('are said to be removed, and when, wherever they were shown', async () => {
    const params = { data_import_id: old };
    const { raw_removed_at: at, flow_id } = await fetchEndpoint(connection(), endpoints.getImport, { params });
    const detail = `The import was withdrawn, and its raw records were removed on ${at?.slice(0, 10) ?? ''}, after the retention time.`;
    for (const endpoint of [endpoints.listRecords, endpoints.listCleansedRecords])
      expect(await refusalOf(fetchEndpoint(connection(), endpoint, { params }))).toMatchObject({
        status: 410,
        code: 'raw_records_removed',
        detail,
      });
    const deleted = await fetchEndpoint(connection(), endpoints.deleteFlow, { params: { flow_id } });
    expect(deleted.records_kept).toBe(0);
  });

  test('stay for ever where the retention time is 0', async () => {
    const forever = await startTestService({ settings: { WITHDRAWN_RETENTION_DAYS: '0' } });
    try {
      const first = await importAndWithdraw(forever);
      const of = forever.db.collection<{ _id: string }>('data_imports');
      await of.updateOne({ _id: first }, { $set: { withdrawn_at: new Date(DAY_MS) } });
      const second = await importAndWithdraw(forever);
      const params = { data_import_id: second };
      const preview = await fetchEndpoint(forever.as('acme'), endpoints.previewWithdrawal, { params });
      expect(preview.raw_kept_days).toBeNull();
      expect(await forever.db.collection('raw_import_records').countDocuments({ data_import_id: first })).toBe(3);
    } finally {
      await forever.stop();
    }
  });
});
