import type { EdgeState } from '#shared/statuses.ts';

/** What it means that there are no dependencies of a state. */
export const nothingOf: Readonly<Record<EdgeState | 'all', string>> = {
  all: 'No value of an asset names another one. Columns that are mapped to a host, a cluster, an application or what an asset depends on would.',
  resolved: 'No name leads to exactly one asset.',
  group: 'Every cluster and application that is named is an asset of its own.',
  unresolved: 'Every name that should be an asset is one.',
  ambiguous: 'No name is shared by several assets.',
};
