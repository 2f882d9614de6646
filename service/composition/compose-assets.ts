import { TenantCollection } from '../access/tenant-collection.ts';
import { AssessmentStore } from '../assets/assessment-store.ts';
import { AssetStore } from '../assets/asset-store.ts';
import { ImportInventoryDesk } from '../assets/inventory-desk.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Foundation } from './foundation.ts';

export type Assets = ReturnType<typeof composeAssets>;

/** The inventory and what is derived from it. */
export function composeAssets({ models, collections, clock }: Foundation) {
  const store = new AssetStore(collections.assets);
  return {
    store,
    deskOf: (tenant: Tenant, dataImportId: string) =>
      new ImportInventoryDesk({ ...models, conflictRules: collections.conflictRules }, tenant, dataImportId),
    graphOf: () => ({
      async *readEdges() {
        yield await Promise.resolve([]);
      },
    }),
    assessments: new AssessmentStore({
      assessments: models.assessments,
      summaries: new TenantCollection(models.assessmentSummaries),
      clock,
    }),
  };
}
