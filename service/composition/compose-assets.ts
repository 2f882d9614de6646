import { AssessmentReader } from '../assets/assessment-reader.ts';
import { AssessmentStore } from '../assets/assessment-store.ts';
import { AssetReader } from '../assets/asset-reader.ts';
import { AssetStore } from '../assets/asset-store.ts';
import { ConflictDecisions } from '../assets/conflict-decisions.ts';
import { ConflictMemory } from '../assets/conflict-memory.ts';
import { ConflictReader } from '../assets/conflict-reader.ts';
import { CurrentCases } from '../assets/current-cases.ts';
import { ExportDesk } from '../assets/export-desk.ts';
import { GraphEdges } from '../assets/graph-edges.ts';
import { GraphReader } from '../assets/graph-reader.ts';
import { GraphStore } from '../assets/graph-store.ts';
import { ImportInventoryDesk } from '../assets/import-inventory-desk.ts';
import { WithdrawalPreviews } from '../assets/withdrawal-previews.ts';
import type { Tenant } from '../access/tenant.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { Models } from '../models/models.ts';
import type { Clock } from '../platform/clock.ts';
import type { Collections } from './compose-collections.ts';
import type { Foundation } from './foundation.ts';

/** The inventory and what is derived from it. */
export function composeAssets(
  { config, connection, models, collections, access, turns, clock }: Foundation,
  catalogue: ClientCatalogue,
) {
  const { conflictRules, dataImports } = collections;
  const assets = new AssetStore(collections.assets);
  const current = new CurrentCases(collections.assets);
  const assessments = new AssessmentStore({
    models,
    assessments: collections.assessments,
    assessmentSummaries: collections.assessmentSummaries,
    clock,
  });
  const graph = composeGraph(models, collections, clock);
  return {
    assets,
    reader: new AssetReader({ ...collections, assets }),
    held: new ConflictReader({ ...collections, models, assessments, current }),
    conflictMemory: new ConflictMemory({ connection, conflictRules, assets: collections.assets, audit: access.audit }),
    conflicts: new ConflictDecisions({ connection, ...collections, current, turns, audit: access.audit, clock }),
    withdrawals: new WithdrawalPreviews({
      dataImports,
      models,
      graph: graph.store,
      rawKeptDays: config.WITHDRAWN_RETENTION_DAYS,
    }),
    deskOf: (tenant: Tenant, dataImportId: string) =>
      new ImportInventoryDesk({ ...models, conflictRules }, tenant, dataImportId),
    graph,
    assessments,
    assessmentReader: new AssessmentReader(assessments, dataImports),
    exports: new ExportDesk({
      ...collections,
      ...graph,
      inventory: assets,
      catalogue,
      assessments,
      audit: access.audit,
    }),
  };
}

function composeGraph(models: Models, { assets, dataImports, engagementGraphs }: Collections, clock: Clock) {
  const edges = new GraphEdges(models.edges);
  const store = new GraphStore({ engagementGraphs, edges, clock });
  return { edges, store, reader: new GraphReader({ assets, dataImports, store, edges }) };
}
