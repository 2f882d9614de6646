import { trusted } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { CleansingPlan } from '../cleansing/cleansing-plan.ts';
import type { CleansingPlanDocument } from '../models/cleansing-plan.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';

/** Imports that are looked at before a file begins; of more, nothing is left out. */
const IMPORTS_MAX = 500;

interface Collections {
  dataImports: TenantCollection<DataImportDocument>;
  cleansingPlans: TenantCollection<CleansingPlanDocument>;
}

/**
 * Fields that columns of the engagement's imports are read as: no asset has a value of any other. null: too many imports
 * to look at. Assets themselves are not read for it, however many there are.
 */
export async function fieldsInUse(
  { dataImports, cleansingPlans }: Collections,
  tenant: Tenant,
): Promise<ReadonlySet<string> | null> {
  const ids: string[] = [];
  for await (const batch of dataImports.readAll(tenant, {}, { fields: [] })) {
    ids.push(...batch.map(({ _id }) => _id));
    if (ids.length > IMPORTS_MAX) return null;
  }
  const fields = new Set<string>();
  for await (const plans of cleansingPlans.readAll(tenant, { _id: trusted({ $in: ids }) }, { fields: ['plan'] }))
    for (const { plan } of plans) for (const { field } of (plan as CleansingPlan).columns) fields.add(field);
  return fields;
}
