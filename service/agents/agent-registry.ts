import type { AgentPhase } from '#shared/statuses.ts';
import type { Agent } from './agent.ts';
import { dataValidation } from './data-validation/data-validation.agent.ts';
import { fieldMapping } from './field-mapping/field-mapping.agent.ts';

/** The agent of each phase; a phase without one does not compile. */
const agents: Readonly<Record<AgentPhase, Agent>> = {
  data_validation: dataValidation,
  field_mapping: fieldMapping,
};

export function agentFor(phase: AgentPhase): Agent {
  return agents[phase];
}
