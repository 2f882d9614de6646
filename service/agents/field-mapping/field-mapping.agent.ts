import { ENGINE, suggestMappings } from '../../mapping/mapping-engine.ts';
import type { ColumnProfile } from '../../profiling/column-profile.ts';
import { createSheetProfiler } from '../../profiling/column-profiler.ts';
import type { Agent, AgentContext, AgentInput, Partition } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';
import { askAdviser } from './ask-adviser.ts';

/**
 * Suggests mappings again from what was measured over all rows. Columns a person has decided on are left alone. Reads
 * records only when nobody has profiled them.
 */
export const fieldMapping: Agent = {
  name: 'field-mapping',
  phase: 'field_mapping',
  passes: (input) => (input.columnProfiles.length > 0 ? [] : [{ name: 'profile', read: measure }]),
  async conclude(input, parts, context) {
    const measured = parts as readonly (readonly ColumnProfile[])[];
    const profiles = input.columnProfiles.length > 0 ? input.columnProfiles : (measured[0] ?? []);
    context.signal.throwIfAborted();
    const rowsDone = profiles[0]?.rows ?? 0;
    const { targetFields, memory } = input;
    const all = suggestMappings({ columns: profiles, targetFields, memory });
    const undecided = all.filter((suggestion) => !input.decidedColumns.has(suggestion.columnIndex));
    const { suggestions, note, ...advice } = await askAdviser(input, undecided, profiles, context.signal);
    const mapped = suggestions.filter((suggestion) => suggestion.targetField !== null);
    const provided = new Set(all.map((suggestion) => suggestion.targetField));
    context.reportProgress(rowsDone, { columns: profiles.length });
    return {
      rowsDone,
      suggestions,
      ...advice,
      result: {
        engine: ENGINE,
        adviser: note,
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

async function measure(input: AgentInput, { range }: Partition, context: AgentContext): Promise<ColumnProfile[]> {
  const profiler = createSheetProfiler(input.facts.columns);
  let rowsDone = 0;
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    profiler.add(records);
    rowsDone += records.length;
    context.reportProgress(rowsDone);
  }
  return profiler.profiles();
}
