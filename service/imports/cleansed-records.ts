import type { CleansedRecord } from '#shared/schemas/cleansing.schema.ts';
import { inTurns, type Steps } from '../engine-parts/steps.ts';
import type { PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Cleansed } from '../cleansing/cleansed.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import { createRecordCleanser } from '../cleansing/record-cleanser.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import { AppError } from '../platform/app-error.ts';
import type { RawRecords } from './raw-records.ts';
import type { RecordCells } from './record-bytes.ts';

/** Records as they were cleansed: nothing of them is stored but the plan, which gives them again. */
export class CleansedRecords {
  private readonly deps: { rawRecords: RawRecords; cleansingPlans: TenantCollection<CleansingPlanDocument> };

  constructor(dependencies: { rawRecords: RawRecords; cleansingPlans: TenantCollection<CleansingPlanDocument> }) {
    this.deps = dependencies;
  }

  /** One page in sheet order. @throws AppError not_found; not_cleansed before data cleansing ran */
  async page(
    tenant: Tenant,
    dataImportId: string,
    request: PageRequest & { rowNumber?: number | undefined },
  ): Promise<{ items: CleansedRecord[]; nextCursor: string | null }> {
    const { dataImport, items, nextCursor } = await this.deps.rawRecords.page(tenant, dataImportId, request);
    const stored = await this.deps.cleansingPlans.find(tenant, { _id: dataImportId });
    if (stored === null)
      throw new AppError('not_cleansed', 'Data cleansing has not run on this import yet; approve its mappings first.');
    const plan = stored.plan as CleansingPlan;
    const headers = dataImport.columns.map(({ header }) => header);
    return { items: await inTurns(presentAll(items, plan, headers)), nextCursor };
  }
}

/** A page of wide records is hundreds of thousands of cells: between two records others have their turn. */
function* presentAll(
  records: readonly RecordCells[],
  plan: CleansingPlan,
  headers: readonly string[],
): Steps<CleansedRecord[]> {
  const cleanser = createRecordCleanser(plan);
  const presented: CleansedRecord[] = [];
  for (const record of records) {
    presented.push(present(record, { plan, headers, answers: cleanser.cleanse(record.cells) }));
    yield;
  }
  return presented;
}

function present(
  record: RecordCells,
  read: { plan: CleansingPlan; headers: readonly string[]; answers: readonly Cleansed[] },
): CleansedRecord {
  const cells = read.plan.columns.map(({ columnIndex, field }, position) => {
    const answer = read.answers[position];
    return {
      column_index: columnIndex,
      source_field: read.headers[columnIndex] ?? '',
      target_field: field,
      raw: record.cells[columnIndex] ?? null,
      value: (answer?.value ?? null) as CleansedRecord['cells'][number]['value'],
      rule: answer?.rule ?? 'blank',
      reason: answer?.reason ?? '',
    };
  });
  return { row_number: record.row_number, cells };
}
