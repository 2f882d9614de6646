import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import papa from 'papaparse';
import { fetchEndpoint, fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { AssessmentStore } from '#service/assets/assessment-store.ts';
import type { AssessmentDocument } from '#service/models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '#service/models/assessment-summary.model.ts';
import { systemClock } from '#service/platform/clock.ts';
import { storeImport } from '../harness/store-import.ts';
import { AssessedEngagement } from '../harness/assessed-engagement.ts';
import { profiled } from './profiled.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
let engagement: AssessedEngagement;
beforeAll(async () => {
  service = await startTestService();
  const { data_import_id } = await storeImport(service.as('acme'));
  engagement = new AssessedEngagement(service, { clientAccountId: 'acme', engagementId: 'main' }, data_import_id);
});
afterAll(() => service?.stop());

const shown = async (query: { kind?: 'end_of_life'; treatment?: 'rehost'; limit?: number; cursor?: string } = {}) =>
  fetchEndpoint(service.as('acme'), endpoints.listAssessments, { query });

describe('assessments', () => {
  test('are shown from the moment the phase is stored, and not before', async () => {
    const systems = ['Windows Server 2022', 'Windows Server 2008 R2', 'Ubuntu 18.04', 'SUSE Linux Enterprise 15'];
    await engagement.storeAssets(
      Array.from({ length: 1_200 }, (_, at) => ({
        assetClass: 'server' as const,
        cells: { operating_system: systems[at % systems.length] ?? '' },
      })),
    );
    const assessed = await engagement.assess('2026-11-25');
    expect((await shown()).items).toEqual([]);
    expect(await fetchEndpoint(service.as('acme'), endpoints.getTechDebtSummary)).toEqual({ summary: null });

    await engagement.publish(assessed);
    const { summary } = await fetchEndpoint(service.as('acme'), endpoints.getTechDebtSummary);
    expect(summary).toMatchObject({
      assets: 1_200,
      by_kind: { end_of_life: 600 },
      by_treatment: { rehost: 300, replatform: 600 },
      operating_systems: { supported: 300, not_enough_data: 300, end_of_life: 300, extended_support_only: 300 },
      lifecycle_as_of: '2026-08-22',
      lifecycle_age_days: 95,
    });
  });

  test('are listed by page, by kind and by treatment', async () => {
    const first = await shown({ limit: 2 });
    expect(first.items.map((item) => item.asset_name)).toEqual(['srv-1', 'srv-2']);
    const second = await shown({ limit: 1, cursor: first.next_cursor ?? '' });
    expect(second.items.map((item) => item.asset_name)).toEqual(['srv-3']);
    expect((await shown({ kind: 'end_of_life', limit: 2 })).items.map((item) => item.asset_name)).toEqual([
      'srv-2',
      'srv-3',
    ]);
    expect((await shown({ treatment: 'rehost', limit: 1 })).items).toMatchObject([
      { asset_name: 'srv-1', treatment: 'rehost', treatment_state: 'suggested' },
    ]);
  });

  test('are listed and exported by when the support of a product ends', async () => {
    const until = (query: object) => fetchEndpoint(service.as('acme'), endpoints.listAssessments, { query });
    const namesOf = async (query: object) => (await until({ limit: 3, ...query })).items.map((item) => item.asset_name);
    expect(await namesOf({ support_ends_by: '2020-01-14' })).toEqual(['srv-2', 'srv-6', 'srv-10']);
    expect(await namesOf({ support_ends_by: '2020-01-13' })).toEqual([]);
    expect(await namesOf({ support_ends_from: '2026-11-25' })).toEqual(['srv-1', 'srv-5', 'srv-9']);
    const lts = { support_ends_from: '2020-01-15', support_ends_by: '2026-11-24' };
    expect(await namesOf(lts)).toEqual(['srv-3', 'srv-7', 'srv-11']);
    expect(await namesOf({ ...lts, kind: 'end_of_life', treatment: 'replatform' })).toHaveLength(3);
    const { next_cursor } = await until({ limit: 3, ...lts });
    expect(await namesOf({ ...lts, cursor: next_cursor })).toEqual(['srv-15', 'srv-19', 'srv-23']);
    const csv = await (await fetchFile(service.as('acme'), endpoints.exportDebtsCsv, { query: lts })).text();
    expect(papa.parse(csv, { skipEmptyLines: true }).data).toHaveLength(301);
    expect(await refusalOf(until({ support_ends_by: 'soon' }))).toMatchObject({ status: 400 });
  });

  test('are exported as they are filtered, with why, until when, what to do and the cell', async () => {
    const rowsOf = async (client: string, query: object) =>
      papa.parse<Record<string, string>>(
        (await (await fetchFile(service.as(client), endpoints.exportDebtsCsv, { query })).text()).replace('\ufeff', ''),
        { header: true, skipEmptyLines: true },
      ).data;
    const ended = await rowsOf('acme', { kind: 'end_of_life' });
    expect(ended).toHaveLength(600);
    expect(ended[0]).toMatchObject({
      asset: 'srv-2',
      debts: 'End of life',
      products: 'Windows Server 2008 R2',
      security_updates_until: '2020-01-14',
      treatment: 'Replatform',
      found_in: 'servers.xlsx Servers!A3',
    });
    expect(await rowsOf('acme', { treatment: 'rehost' })).toHaveLength(300);
    expect(await rowsOf('globex', {})).toEqual([]);
  });

  test('of one asset name cell, date and source; those of a foreign asset do not exist', async () => {
    const params = { asset_id: 'ast_00002' };
    const one = await fetchEndpoint(service.as('acme'), endpoints.getAssessment, { params });
    expect(one.debts[0]).toMatchObject({
      kind: 'end_of_life',
      values: [{ row_number: 2, raw: 'Windows Server 2008 R2', filename: 'servers.xlsx', address: 'Servers!A3' }],
    });
    const foreign = await refusalOf(fetchEndpoint(service.as('globex'), endpoints.getAssessment, { params }));
    expect(foreign.status).toBe(404);
    expect((await fetchEndpoint(service.as('globex'), endpoints.listAssessments)).items).toEqual([]);
  });

  test('of a generation that is not whole are never shown', async () => {
    const before = (await shown({ limit: 1 })).items;
    const assessed = await engagement.assess('2020-01-01');
    await service.db.collection('asset_assessments').deleteOne({ generation: assessed.generation });
    await expect(engagement.publish(assessed)).rejects.toThrow('1199 of 1200');
    expect((await shown({ limit: 1 })).items).toEqual(before);
  });

  test('that are published stay whole when an attempt that lost the phase begins late', async () => {
    const model = service.mongo.model<AssessmentSummaryDocument>('AssessmentSummary');
    let meanwhile = async (): Promise<void> => engagement.publish(await engagement.assess('2020-01-01'));
    class Late extends TenantCollection<AssessmentSummaryDocument> {
      override async change(...given: Parameters<TenantCollection<AssessmentSummaryDocument>['change']>) {
        const found = await super.change(...given);
        await meanwhile();
        meanwhile = () => Promise.resolve();
        return found;
      }
    }
    const assessments = service.mongo.model<AssessmentDocument>('Assessment');
    const lost = new AssessmentStore({
      models: { assessments },
      assessments: new TenantCollection(assessments),
      assessmentSummaries: new Late(model),
      clock: systemClock,
    });
    await lost.stagingFor({ clientAccountId: 'acme', engagementId: 'main' }).open();
    expect((await shown({ limit: 2 })).items).toHaveLength(2);
  });

  test('of a repeated run are the same, and those of runs before the one that is shown go with the next', async () => {
    const [once, again] = [await engagement.assess('2020-01-01'), await engagement.assess('2020-01-01')];
    expect(again.summary).toEqual(once.summary);
    await engagement.publish(again);
    expect((await shown({ kind: 'end_of_life' })).items).toEqual([]);
    await engagement.publish(await engagement.assess('2026-11-25'));
    const generations = await service.db.collection('asset_assessments').distinct('generation');
    expect(generations).toHaveLength(2);
  });

  test('are listed in order of ids and counted along another index, so that none is kept for the order alone', async () => {
    const assessments = service.db.collection('asset_assessments');
    const names = (await assessments.indexes()).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['_id_', 'by_kind', 'by_treatment', 'by_support_end']));
    // Besides the generation that is shown there is another one, and other engagements have as many.
    const others = (await assessments.find().toArray()).map((one) => ({ ...one, engagement_id: 'other' }));
    for (const at of ['a', 'z'])
      await assessments.insertMany(others.map((one) => ({ ...one, _id: `${at}${String(one._id)}` as never })));
    const work = (query: object) => () => fetchEndpoint(service.as('acme'), endpoints.listAssessments, { query });
    for (const query of [{ limit: 5 }, { limit: 5, kind: 'end_of_life' }, { limit: 5, treatment: 'rehost' }]) {
      const [listed] = await profiled(service.db, 'asset_assessments', work(query));
      expect([query, listed]).toEqual([query, expect.objectContaining({ docsExamined: 6 })]);
      expect(listed?.['hasSortStage']).not.toBe(true);
    }
    const { next_cursor: cursor } = await work({ limit: 5 })();
    const [next] = await profiled(service.db, 'asset_assessments', work({ limit: 5, cursor }));
    expect(next).toMatchObject({ docsExamined: 6 });
    const assessed = await engagement.assess('2026-11-26');
    const [counted] = await profiled(service.db, 'asset_assessments', () => engagement.publish(assessed));
    expect(counted).toMatchObject({ docsExamined: 0 });
    expect(counted?.['keysExamined']).toBeLessThanOrEqual(1_201);
  });
});
