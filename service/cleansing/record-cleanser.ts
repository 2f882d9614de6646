import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Cleansed } from './cleansed.ts';
import type { CleansingPlan } from './cleansing-plan.ts';
import { createColumnCleanser } from './column-cleanser.ts';
import { columnInRecords } from './currency-column.ts';

export interface RecordCleanser {
  /**
   * What a record's cells say, one answer per `plan.columns`, in their order. Answers are shared between records: never
   * change one. A record that is shorter than the sheet has blank cells at its end.
   */
  cleanse(cells: readonly Cell[]): readonly Cleansed[];
}

/** Applies a plan to records. Memory is bounded by columns and distinct values kept, not by records. */
export function createRecordCleanser(plan: CleansingPlan): RecordCleanser {
  const columns = plan.columns.map((column) => columnInRecords(column, createColumnCleanser));
  return { cleanse: (cells) => columns.map((cleanse) => cleanse(cells)) };
}
