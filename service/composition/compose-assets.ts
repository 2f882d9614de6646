import { AssessmentReader } from '../assets/assessment-reader.ts';
import { AssessmentStore } from '../assets/assessment-store.ts';
import { AssessmentSweeper } from '../assets/assessment-sweeper.ts';
import { AssetReader } from '../assets/asset-reader.ts';
import { AssetStore } from '../assets/asset-store.ts';
import { ConflictDecisions } from '../assets/conflict-decisions.ts';
import { ConflictMemory } from '../assets/conflict-memory.ts';
import { ConflictReader } from '../assets/conflict-reader.ts';
import { CurrentCases } from '../assets/current-cases.ts';
import { GraphEdges } from '../assets/graph-edges.ts';
import { GraphReader } from '../assets/graph-reader.ts';
import { GraphStore } from '../assets/graph-store.ts';
import { ImportInventoryDesk } from '../assets/import-inventory-desk.ts';
import { RepeatedQuestions } from '../assets/repeated-questions.ts';
import { WithdrawalPreviews } from '../assets/withdrawal-previews.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Foundation } from './foundation.ts';

export type Assets = ReturnType<typeof composeAssets>;

/** The inventory, and the parts derived from it: graph, assessments, conflicts. */
export function composeAssets({ config, connection, models, collections, access, turns, clock, log }: Foundation) {
  const { assets, assetChanges, assessments, assessmentSummaries, engagementGraphs } = collections;
  const { conflictRules, dataImports, flows, inventoryConflicts } = collections;
  const { audit } = access;
  const assetStore = new AssetStore(assets);
  const currentCases = new CurrentCases(assets);
  const assessmentStore = new AssessmentStore({ models, assessments, assessmentSummaries, clock });
  const graphEdges = new GraphEdges(models.edges);
  const graphStore = new GraphStore({ engagementGraphs, graphEdges, clock });
  const graphReader = new GraphReader({ assets, dataImports, graphStore, graphEdges });
  return {
    assetStore,
    assetReader: new AssetReader({ assets, assetStore, assetChanges, flows, dataImports }),
    assessmentStore,
    assessmentSweeper: new AssessmentSweeper({ models, assessmentSummaries, clock, log }),
    assessmentReader: new AssessmentReader(assessmentStore, dataImports),
    conflictReader: new ConflictReader({
      flows,
      inventoryConflicts,
      assets,
      dataImports,
      models,
      assessmentStore,
      currentCases,
    }),
    conflictMemory: new ConflictMemory({ connection, conflictRules, assets, audit }),
    conflictDecisions: new ConflictDecisions({
      connection,
      flows,
      inventoryConflicts,
      assets,
      dataImports,
      conflictRules,
      currentCases,
      turns,
      audit,
      clock,
    }),
    repeatedQuestions: new RepeatedQuestions({ flows, inventoryConflicts, audit, clock }),
    withdrawalPreviews: new WithdrawalPreviews({
      dataImports,
      models,
      graphStore,
      rawKeptDays: config.WITHDRAWN_RETENTION_DAYS,
    }),
    inventoryDeskOf: (tenant: Tenant, dataImportId: string) =>
      new ImportInventoryDesk(
        { assets, assetChanges, inventoryConflicts, conflictRules, dataImports },
        tenant,
        dataImportId,
      ),
    graphStore,
    graphEdges,
    graphReader,
  };
}
