import type { Column } from '#shared/column-keys.ts';
import { SHEET_MAX_ROWS } from '#shared/limits.ts';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { atOnce, type Steps } from '../engine-parts/steps.ts';
import type { ColumnProfile } from './column-profile.ts';
import { PROFILE_LIMITS } from './column-part.ts';
import { SheetMeasure } from './sheet-measure.ts';
import { SheetMerge } from './sheet-merge.ts';

export const DISTINCT_MAX = PROFILE_LIMITS.distinctMax;

interface ProfiledRecord {
  cells: readonly Cell[];
}

/** Measures every column over rows that are in memory anyway: it keeps them. Whole imports are read in parts (`SheetMeasure`). */
interface SheetProfiler {
  /** Measures them now, so that whoever adds few at a time may do something else in between. */
  add(records: readonly ProfiledRecord[]): void;
  profiles(): ColumnProfile[];
  profilesInSteps(): Steps<ColumnProfile[]>;
}

export function createSheetProfiler(columns: readonly Column[]): SheetProfiler {
  const records: ProfiledRecord[] = [];
  const measure = new SheetMeasure(columns.length, { firstRow: 1, lastRow: SHEET_MAX_ROWS });
  const profilesInSteps = (): Steps<ColumnProfile[]> => {
    const merge = new SheetMerge(columns);
    const open = merge.add(measure.part(records.length));
    if (open.length > 0) records.forEach(({ cells }, index) => merge.addValues(open, cells, index + 1));
    return merge.profiles((row, index) => cellText(records[row - 1]?.cells[index] ?? null));
  };
  return {
    add: (more) => {
      for (const record of more) measure.addRow(record.cells, records.push(record));
    },
    profiles: () => atOnce(profilesInSteps()),
    profilesInSteps,
  };
}
