import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import type { AgentInput, RowRange } from './agent.ts';
import { untilAborted } from './until-aborted.ts';

/** Asking for rows once more costs as much as reading about so many between them. */
const GAP_MAX = 50;

/** The text of a cell in one of the rows that were read; empty for any other. */
export type CellTexts = (row: number, columnIndex: number) => string;

/** Reads single rows again, neighbours together: for listing what was told apart by hashes. */
export async function readCells(input: AgentInput, rows: ReadonlySet<number>, signal: AbortSignal): Promise<CellTexts> {
  const byRow = new Map<number, readonly Cell[]>();
  for (const range of rangesOf(rows))
    for await (const records of untilAborted(input.readRecords(range), signal))
      for (const { rowNumber, cells } of records) if (rows.has(rowNumber)) byRow.set(rowNumber, cells);
  return (row, columnIndex) => cellText(byRow.get(row)?.[columnIndex] ?? null);
}

function rangesOf(rows: ReadonlySet<number>): RowRange[] {
  const ranges: RowRange[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && row - last.lastRow <= GAP_MAX) last.lastRow = row;
    else ranges.push({ firstRow: row, lastRow: row });
  }
  return ranges;
}
