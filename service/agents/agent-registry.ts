import type { AgentPhase } from '#shared/statuses.ts';
import type { Agent } from './agent.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { dependencyAnalysis } from './dependency-analysis/dependency-analysis.agent.ts';
import { fieldMapping } from './field-mapping/field-mapping.agent.ts';

/** The agent of each phase that flows run. */
const agents: Readonly<Partial<Record<AgentPhase, Agent>>> = {
  data_validation: dataValidation,
  field_mapping: fieldMapping,
  dependency_analysis: dependencyAnalysis,
};

export function agentFor(phase: AgentPhase): Agent {
  const agent = agents[phase];
  if (agent === undefined) throw new Error(`No agent runs the phase ${phase}.`);
  return agent;
}
