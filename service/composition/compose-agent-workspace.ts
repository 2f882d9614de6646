import { AgentInputs } from '../agent-workspace/agent-inputs.ts';
import { AgentOutputs } from '../agent-workspace/agent-outputs.ts';
import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import type { AgentWorkspace } from '../flows/agent-workspace.ts';
import type { RawRecords } from '../imports/raw-records.ts';
import type { LearnedFromImport } from '../memory/learned-from-import.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import { composeAdviser } from './compose-adviser.ts';
import type { Assets } from './compose-assets.ts';
import type { Foundation } from './foundation.ts';

/** What agents read, and where their output goes. */
export function composeAgentWorkspace(
  { config, collections, clock }: Foundation,
  base: {
    rawRecords: RawRecords;
    catalogue: ClientCatalogue;
    memory: MappingMemory;
    learned: LearnedFromImport;
    assets: Assets;
  },
): AgentWorkspace {
  const { dataImports, fieldMappings, columnProfiles, cleansingPlans, findings } = collections;
  const { rawRecords, catalogue, memory, learned } = base;
  const { assetStore, inventoryDeskOf, graphStore, assessmentStore, repeatedQuestions } = base.assets;
  const inputs = new AgentInputs({
    dataImports,
    rawRecords,
    fieldMappings,
    columnProfiles,
    cleansingPlans,
    catalogue,
    memory,
    assetStore,
    inventoryDeskOf,
    graphStore,
    assessmentStore,
    adviser: composeAdviser(config),
  });
  const outputs = new AgentOutputs({
    dataImports,
    fieldMappings,
    columnProfiles,
    cleansingPlans,
    findings,
    memory,
    learned,
    graphStore,
    assessmentStore,
    repeatedQuestions,
    clock,
  });
  return {
    openInput: (tenant, flow) => inputs.open(tenant, flow),
    storeOutput: (owner, output, session) => outputs.store(owner, output, session),
  };
}
