import type { AgentFinding, ImportFacts } from './agent.ts';

const VALUE_MAX_CHARACTERS = 120;

/** A text as a finding's cell shows it. */
export const listedText = (text: string): string => text.slice(0, VALUE_MAX_CHARACTERS);

type InColumn = Pick<AgentFinding, 'columnIndex'>;

/** For sorting: what is said of rows as a whole before what is said of columns. */
export const byColumn = (one: InColumn, other: InColumn): number => (one.columnIndex ?? -1) - (other.columnIndex ?? -1);

/** A column by its header, else by what it is called instead. */
export function columnName({ columns }: ImportFacts, columnIndex: number): string {
  const column = columns[columnIndex];
  if (column === undefined) return '';
  return column.header.trim() === '' ? column.key : column.header;
}
