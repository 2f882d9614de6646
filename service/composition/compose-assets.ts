import { TenantCollection } from '../access/tenant-collection.ts';
import { AssessmentStore } from '../assets/assessment-store.ts';
import { AssetReader } from '../assets/asset-reader.ts';
import { AssetStore } from '../assets/asset-store.ts';
import { ConflictDecisions } from '../assets/conflict-decisions.ts';
import { ImportInventoryDesk } from '../assets/inventory-desk.ts';
import { WithdrawalPreviews } from '../assets/withdrawal-preview.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Foundation } from './foundation.ts';

export type Assets = ReturnType<typeof composeAssets>;

/** The inventory and what is derived from it. */
export function composeAssets({ connection, models, collections, access, clock }: Foundation) {
  const assets = new AssetStore(collections.assets);
  return {
    assets,
    reader: new AssetReader({ ...collections, assets }),
    conflicts: new ConflictDecisions({ connection, ...collections, audit: access.audit, clock }),
    withdrawals: new WithdrawalPreviews({ ...collections, models }),
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
