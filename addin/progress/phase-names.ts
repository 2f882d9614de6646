import type { FlowPhase } from '#shared/statuses.ts';

/** The phases of a flow as the pane calls them. */
export const phaseNames: Readonly<Record<FlowPhase, string>> = {
  data_validation: 'Data validation',
  field_mapping: 'Field mapping',
  waiting_for_approval: 'Your approval',
  data_cleansing: 'Data cleansing',
  asset_inventory: 'Asset inventory',
  dependency_analysis: 'Dependency analysis',
  tech_debt_assessment: 'Technical debt',
  withdrawal: 'Withdrawal',
};
