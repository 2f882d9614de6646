import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { suggestMappings, type MappingSuggestion } from '#service/mapping/mapping-engine.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';

/** A sheet given as header → samples. */
export function suggest(sheet: readonly (readonly [string, readonly Cell[]])[]): MappingSuggestion[] {
  const profiler = createSheetProfiler(buildColumns(sheet.map(([header]) => header)));
  const length = Math.max(0, ...sheet.map(([, samples]) => samples.length));
  profiler.add(Array.from({ length }, (_, row) => ({ cells: sheet.map(([, samples]) => samples[row] ?? null) })));
  return suggestMappings({ columns: profiler.profiles(), targetFields });
}
