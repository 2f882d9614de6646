import { cellText } from '#shared/schemas/cell.schema.ts';
import type { AgentInput } from './agent.ts';
import { readRows } from './read-rows.ts';

/** The text of a cell in one of the rows that were read; empty for any other. */
type CellTexts = (row: number, columnIndex: number) => string;

/** Reads the cells of single rows again: for listing what was told apart by hashes. */
export async function readCells(input: AgentInput, rows: ReadonlySet<number>, signal: AbortSignal): Promise<CellTexts> {
  const byRow = await readRows(input, { rows, keep: ({ cells }) => cells }, signal);
  return (row, columnIndex) => cellText(byRow.get(row)?.[columnIndex] ?? null);
}
