import type { AgentInput, RowRange, SheetRecord } from './agent.ts';
import { untilAborted } from './until-aborted.ts';

/** Asking for rows once more costs as much as reading about so many between them. */
const GAP_MAX = 50;

interface Wanted<Row> {
  /** Row numbers from 1. */
  rows: ReadonlySet<number>;
  /** What is kept of each. */
  keep: (record: SheetRecord) => Row;
}

/** Reads single rows again, neighbours together. Rows the import does not have are not in the answer. */
export async function readRows<Row>(
  input: AgentInput,
  { rows, keep }: Wanted<Row>,
  signal: AbortSignal,
): Promise<Map<number, Row>> {
  const byRow = new Map<number, Row>();
  for (const range of rangesOf(rows))
    for await (const records of untilAborted(input.readRecords(range), signal))
      for (const record of records) if (rows.has(record.rowNumber)) byRow.set(record.rowNumber, keep(record));
  return byRow;
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
