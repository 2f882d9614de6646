import type { ReadRecord } from '../../inventory/read-records.ts';
import type { AgentContext, AgentInput, SheetRecord } from '../agent.ts';
import { readRows } from '../read-rows.ts';

/** Records by their row, which counts from 0. @throws when the import does not have it any more */
export type RecordAt = (row: number) => ReadRecord;

/** Reads single records once more, and stops when it is told to. */
export type RereadRows = (rows: readonly number[]) => Promise<RecordAt>;

export function rowRereader(
  input: AgentInput,
  keep: (record: SheetRecord) => ReadRecord,
  { signal }: Pick<AgentContext, 'signal'>,
): RereadRows {
  return async (rows) => {
    const found = await readRows(input, { rows: new Set(rows.map((row) => row + 1)), keep }, signal);
    return (row) => {
      const record = found.get(row + 1);
      if (record === undefined) throw new Error(`Row ${row + 1} of the import is gone.`);
      return record;
    };
  };
}
