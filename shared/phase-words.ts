import { wordOf } from './field-label.ts';
import type { FlowPhase } from './statuses.ts';

/** The phases of a flow as people read them. */
const phaseWords: Readonly<Record<FlowPhase | 'completed', string>> = {
  data_validation: 'Data validation',
  field_mapping: 'Field mapping',
  waiting_for_approval: 'Approval',
  data_cleansing: 'Data cleansing',
  asset_inventory: 'Asset inventory',
  dependency_analysis: 'Dependency analysis',
  tech_debt_assessment: 'Technical debt',
  withdrawal: 'Withdrawal',
  completed: 'All phases',
};

export const phaseWord = (phase: FlowPhase | 'completed'): string => wordOf(phaseWords, phase);

/** The agent of a phase is called as its phase is. */
export const agentWord = (agent: string): string => wordOf(phaseWords, agent.replaceAll('-', '_'));
