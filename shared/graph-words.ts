import type { EdgeRelation, EdgeState } from './statuses.ts';

/** How one asset leans on another, between their names: `srv-1 runs on esx-1`. */
export const relationWords: Readonly<Record<EdgeRelation, string>> = {
  runs_on: 'runs on',
  member_of: 'is a member of',
  part_of: 'is part of',
  uses_database: 'uses database',
  depends_on: 'depends on',
  backup_of: 'is backup of',
};

/** The state of the thing an asset leans on. */
export const edgeStateWords: Readonly<Record<EdgeState, string>> = {
  resolved: 'Resolved',
  group: 'By name only',
  unresolved: 'Not in the inventory',
  ambiguous: 'Several have the name',
};
