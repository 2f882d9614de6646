import type { AgentPhase } from '#shared/statuses.ts';
import type { Agent } from './agent.ts';
import { assetInventory } from './asset-inventory/asset-inventory.agent.ts';
import { dataCleansing } from './data-cleansing/data-cleansing.agent.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { dependencyAnalysis } from './dependency-analysis/dependency-analysis.agent.ts';
import { fieldMapping } from './field-mapping/field-mapping.agent.ts';
import { techDebtAssessment } from './tech-debt-assessment/tech-debt-assessment.agent.ts';
import { withdrawal } from './withdrawal/withdrawal.agent.ts';

/** The agent of each phase that flows run. */
const agents: Readonly<Partial<Record<AgentPhase, Agent>>> = {
  data_validation: dataValidation,
  field_mapping: fieldMapping,
  tech_debt_assessment: techDebtAssessment,
  asset_inventory: assetInventory,
  withdrawal,
  data_cleansing: dataCleansing,
  dependency_analysis: dependencyAnalysis,
};

export function agentFor(phase: AgentPhase): Agent {
  const agent = agents[phase];
  if (agent === undefined) throw new Error(`No agent runs the phase ${phase}.`);
  return agent;
}
