import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { buildContext, buildInput } from '#service/agents/agent-contract.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { techDebtAssessment } from '#service/agents/tech-debt-assessment/tech-debt-assessment.agent.ts';
import { AssessmentStore } from '#service/assets/assessment-store.ts';
import { AssetStore } from '#service/assets/asset-store.ts';
import { cleanse } from '#service/cleansing/cleanse.ts';
import type { Asset } from '#service/inventory/asset.ts';
import type { AssessmentDocument } from '#service/models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '#service/models/assessment-summary.model.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';
import { systemClock } from '#service/platform/clock.ts';
import { inTransaction } from '#service/platform/mongo.ts';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
let store: AssessmentStore;
beforeAll(async () => {
  service = await startTestService();
  store = new AssessmentStore({
    assessments: service.mongo.model<AssessmentDocument>('Assessment'),
    summaries: new TenantCollection(service.mongo.model<AssessmentSummaryDocument>('AssessmentSummary')),
    clock: systemClock,
  });
});
afterAll(() => service?.stop());

const tenant = { clientAccountId: 'acme', engagementId: 'main' };

function buildAsset(number: number, system: string): Asset {
  const { value, rule } = cleanse('operating_system', system, {});
  const cell = { data_import_id: 'imp_1', row_number: number, column_index: 1 };
  const values = value === null ? {} : { operating_system: [{ value, raw: system, rule, decided_by: null, ...cell }] };
  const what = { asset_class: 'server' as const, class_rule: 'test', keys: [], values, components: [] };
  return {
    _id: `ast_${String(number).padStart(5, '0')}`,
    client_account_id: tenant.clientAccountId,
    engagement_id: tenant.engagementId,
    name: `srv-${number}`,
    ...what,
    sources: [
      {
        data_import_id: 'imp_1',
        imported_at: new Date(0),
        lineage: 'test',
        decided_by: null,
        row_numbers: [number],
        ...what,
      },
    ],
    field_decisions: [],
    first_import_id: 'imp_1',
    last_import_id: 'imp_1',
    updated_at: new Date(0),
  };
}

const owner = { tenant, flowId: 'flow_1', dataImportId: 'imp_1' };

/** Runs the agent over the stored inventory, as the worker does. */
async function assess(importedAt: string) {
  const assets = new AssetStore(new TenantCollection(service.mongo.model<AssetDocument>('Asset')));
  const base = buildInput(['Name', 'OS'], []);
  const input = buildInput(['Name', 'OS'], [], {
    facts: { ...base.facts, dataImportId: owner.dataImportId, importedAt: new Date(importedAt) },
    inventory: assets.inventoryOf(tenant),
    assessments: store.stagingFor(tenant, owner.dataImportId),
  });
  const { assessments } = await runAgent(techDebtAssessment, input, buildContext());
  if (assessments === undefined) throw new Error('Nothing was assessed.');
  return assessments;
}

const publish = (assessed: Awaited<ReturnType<typeof assess>>) =>
  inTransaction(service.mongo, (session) => store.publish(owner, assessed, session));

const shown = async (query: { kind?: 'end_of_life'; treatment?: 'rehost'; limit?: number; cursor?: string } = {}) =>
  fetchEndpoint(service.as('acme'), endpoints.listAssessments, { query });

describe('assessments', () => {
  test('are shown from the moment the phase is stored, and not before', async () => {
    const systems = ['Windows Server 2022', 'Windows Server 2008 R2', 'Ubuntu 18.04', 'SUSE Linux Enterprise 15'];
    const made = Array.from({ length: 1_200 }, (_, at) => buildAsset(at + 1, systems[at % systems.length] ?? ''));
    await service.mongo.model<Asset>('Asset').insertMany(made);
    const assessed = await assess('2026-11-25');
    expect((await shown()).items).toEqual([]);
    expect(await fetchEndpoint(service.as('acme'), endpoints.getTechDebtSummary)).toEqual({ summary: null });

    await publish(assessed);
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

  test('of one asset name cell, date and source; those of a foreign asset do not exist', async () => {
    const params = { asset_id: 'ast_00002' };
    const one = await fetchEndpoint(service.as('acme'), endpoints.getAssessment, { params });
    expect(one.debts[0]).toMatchObject({
      kind: 'end_of_life',
      values: [{ row_number: 2, raw: 'Windows Server 2008 R2' }],
    });
    const foreign = await refusalOf(fetchEndpoint(service.as('globex'), endpoints.getAssessment, { params }));
    expect(foreign.status).toBe(404);
    expect((await fetchEndpoint(service.as('globex'), endpoints.listAssessments)).items).toEqual([]);
  });

  test('of a generation that is not whole are never shown', async () => {
    const before = (await shown({ limit: 1 })).items;
    const assessed = await assess('2020-01-01');
    await service.db.collection('asset_assessments').deleteOne({ generation: assessed.generation });
    await expect(publish(assessed)).rejects.toThrow('1199 of 1200');
    expect((await shown({ limit: 1 })).items).toEqual(before);
  });

  test('of a repeated run replace those staged before, and the older generation goes with the next', async () => {
    const [once, again] = [await assess('2020-01-01'), await assess('2020-01-01')];
    expect(again).toEqual(once);
    await publish(again);
    expect((await shown({ kind: 'end_of_life' })).items).toEqual([]);
    await publish(await assess('2026-11-25'));
    const generations = await service.db.collection('asset_assessments').distinct('generation');
    expect(generations).toHaveLength(2);
  });
});
