import type { Column } from '#shared/column-keys.ts';
import type { ColumnProfile } from './column-profile.ts';
export function createSheetProfiler(columns: readonly Column[], _o: { dateSystem: string }) {
  let rows = 0;
  return { add(r: readonly unknown[]) { rows += r.length; }, profiles(): ColumnProfile[] { return columns.map((c) => ({ columnIndex: c.index, header: c.header, rows, blank: 0, types: { text: 0, number: 0, boolean: 0, date: 0, error: 0 }, distinct: 0, distinctExact: true, minLength: 0, maxLength: 0, averageLength: 0, minNumber: null, maxNumber: null, detected: {}, multiValued: {}, frequent: [], samples: [] })); } };
}
