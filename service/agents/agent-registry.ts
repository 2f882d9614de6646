import type { AgentPhase } from '#shared/statuses.ts';
import type { Agent } from './agent.ts';
import { assetInventory } from './asset-inventory/asset-inventory.agent.ts';
import { dataCleansing } from './data-cleansing/data-cleansing.agent.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { dependencyAnalysis } from './dependency-analysis/dependency-analysis.agent.ts';
import { fieldMapping } from './field-mapping/field-mapping.agent.ts';
import { techDebtAssessment } from './tech-debt-assessment/tech-debt-assessment.agent.ts';
import { withdrawal } from './withdrawal/withdrawal.agent.ts';

/** The agent of each phase; a phase without one does not compile. */
const agents: Readonly<Record<AgentPhase, Agent>> = {
  data_validation: dataValidation,
  field_mapping: fieldMapping,
  tech_debt_assessment: techDebtAssessment,
  asset_inventory: assetInventory,
  withdrawal,
  data_cleansing: dataCleansing,
  dependency_analysis: dependencyAnalysis,
};

export function agentFor(phase: AgentPhase): Agent {
  return agents[phase];
}
