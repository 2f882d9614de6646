import { TenantCollection } from '#service/access/tenant-collection.ts';
import type { Tenant } from '#service/access/tenant.ts';
import { buildContext, buildInput } from '../builders/agent-inputs.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { techDebtAssessment } from '#service/agents/tech-debt-assessment/tech-debt-assessment.agent.ts';
import { AssessmentStore } from '#service/assets/assessment-store.ts';
import { AssetStore } from '#service/assets/asset-store.ts';
import { storedAsset } from '#service/assets/stored-asset.ts';
import { cleanse } from '#service/cleansing/cleanse.ts';
import type { Asset, AssetValues } from '#service/inventory/asset.ts';
import type { AssessmentDocument } from '#service/models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '#service/models/assessment-summary.model.ts';
import type { AssetDocument } from '#service/models/asset.model.ts';
import { systemClock } from '#service/platform/clock.ts';
import { inTransaction } from '#service/platform/database/mongo.ts';
import type { AssetClass } from '#shared/statuses.ts';
import type { TestService } from './service-harness.ts';

/** An engagement whose inventory stands in the database as imports leave it, and the agent that assesses it. */
export class AssessedEngagement {
  readonly store: AssessmentStore;
  private readonly service: TestService;
  private readonly tenant: Tenant;
  private readonly dataImportId: string;

  /** `dataImportId`: the import its values come from; one that is gone unless it is said. */
  constructor(service: TestService, tenant: Tenant, dataImportId = 'imp_1') {
    this.service = service;
    this.tenant = tenant;
    this.dataImportId = dataImportId;
    const assessments = service.mongo.model<AssessmentDocument>('Assessment');
    this.store = new AssessmentStore({
      models: { assessments },
      assessments: new TenantCollection(assessments),
      assessmentSummaries: new TenantCollection(service.mongo.model<AssessmentSummaryDocument>('AssessmentSummary')),
      clock: systemClock,
    });
  }

  /** One asset a row, its cells cleansed by the product's own rules. */
  async storeAssets(
    rows: readonly { assetClass: AssetClass; cells: Readonly<Record<string, string>> }[],
  ): Promise<void> {
    const assets = rows.map(({ assetClass, cells }, at) => this.buildAsset(at + 1, assetClass, cells));
    await this.service.mongo
      .model<AssetDocument>('Asset')
      .insertMany(assets.map((asset) => storedAsset(this.tenant, asset)));
  }

  /** Runs the agent over the stored inventory, as the worker does. */
  async assess(assessedAt: string) {
    const assets = new AssetStore(new TenantCollection(this.service.mongo.model<AssetDocument>('Asset')));
    const headers = ['Name', 'OS'];
    const base = buildInput(headers, []);
    const input = buildInput(headers, [], {
      facts: { ...base.facts, dataImportId: this.dataImportId, assessedAt: new Date(assessedAt) },
      inventory: assets.inventoryOf(this.tenant),
      assessments: this.store.stagingFor(this.tenant),
    });
    const { assessments } = await runAgent(techDebtAssessment, input, buildContext());
    if (assessments === undefined) throw new Error('Nothing was assessed.');
    return assessments;
  }

  async publish(assessed: Awaited<ReturnType<AssessedEngagement['assess']>>): Promise<void> {
    const owner = { tenant: this.tenant, flowId: 'flow_1', dataImportId: this.dataImportId };
    await inTransaction(this.service.mongo, (session) => this.store.publish(owner, assessed, session));
  }

  private buildAsset(number: number, assetClass: AssetClass, cells: Readonly<Record<string, string>>): Asset {
    const values: AssetValues = {};
    const named = { ...cells, asset_name: cells['asset_name'] ?? `srv-${number}` };
    Object.entries(named).forEach(([field, raw], column_index) => {
      const { value, rule } = cleanse(field, raw, {});
      const cell = { data_import_id: this.dataImportId, row_number: number, column_index };
      if (value !== null) values[field] = [{ value, raw, rule, decided_by: null, ...cell }];
    });
    const what = { asset_class: assetClass, class_rule: 'test', keys: [], values, components: [] };
    return {
      _id: `ast_${String(number).padStart(5, '0')}`,
      client_account_id: this.tenant.clientAccountId,
      engagement_id: this.tenant.engagementId,
      name: named.asset_name,
      ...what,
      sources: [
        {
          data_import_id: this.dataImportId,
          imported_at: new Date(0),
          lineage: 'test',
          decided_by: null,
          row_numbers: [number],
          ...what,
        },
      ],
      field_decisions: [],
      first_import_id: this.dataImportId,
      last_import_id: this.dataImportId,
      updated_at: new Date(0),
    };
  }
}
