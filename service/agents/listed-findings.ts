import type { AgentFinding } from './agent.ts';

const VALUE_MAX_CHARACTERS = 120;

/** A text as a finding's cell shows it. */
export const listedText = (text: string): string => text.slice(0, VALUE_MAX_CHARACTERS);

type InColumn = Pick<AgentFinding, 'columnIndex'>;

/** For sorting: what is said of rows as a whole before what is said of columns. */
export const byColumn = (one: InColumn, other: InColumn): number => (one.columnIndex ?? -1) - (other.columnIndex ?? -1);
