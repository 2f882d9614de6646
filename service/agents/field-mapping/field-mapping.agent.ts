import { ENGINE, suggestMappings } from '../../mapping/mapping-engine.ts';
import type { ColumnProfile } from '../../profiling/column-profile.ts';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import type { Agent, AgentContext, AgentInput } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';

/** Suggests mappings again from what was measured over all rows. Columns a person has decided on are left alone. */
export const fieldMapping: Agent = {
  name: 'field-mapping',
  phase: 'field_mapping',
  async run(input, context) {
    const profiles = input.columnProfiles.length > 0 ? input.columnProfiles : await measure(input, context);
    context.signal.throwIfAborted();
    const rowsDone = profiles[0]?.rows ?? 0;
    const { targetFields, memory } = input;
    const all = suggestMappings({ columns: profiles, targetFields, memory });
    const suggestions = all.filter((suggestion) => !input.decidedColumns.has(suggestion.columnIndex));
    const mapped = suggestions.filter((suggestion) => suggestion.targetField !== null);
    const provided = new Set(all.map((suggestion) => suggestion.targetField));
    context.reportProgress(rowsDone, { columns: profiles.length });
    return {
      rowsDone,
      suggestions,
      result: {
        engine: ENGINE,
        columns: profiles.length,
        suggested: mapped.length,
        not_mapped: suggestions.length - mapped.length,
        already_decided: profiles.length - suggestions.length,
        remembered: suggestions.filter((suggestion) => suggestion.memoryId !== null).length,
        critical_fields_without_a_column: targetFields
          .filter((field) => field.critical && !provided.has(field.name))
          .map((field) => field.name),
      },
    };
  },
};

/** When no profiles were stored for this import. */
async function measure(input: AgentInput, context: AgentContext): Promise<ColumnProfile[]> {
  const profiler = createSheetProfiler(input.facts.columns);
  let rowsDone = 0;
  for await (const records of untilAborted(input.readRecords(), context.signal)) {
    profiler.add(records);
    rowsDone += records.length;
    context.reportProgress(rowsDone);
  }
  return profiler.profiles();
}
