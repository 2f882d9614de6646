import { ENGINE, suggestInSteps } from '../../mapping/mapping-engine.ts';
import { inTurns, Turns } from '../../engine-parts/steps.ts';
import type { ColumnProfile } from '../../profiling/column-profile.ts';
import type { KnownValues, SheetPart } from '../../profiling/column-part.ts';
import { SheetMeasure } from '../../profiling/sheet-measure.ts';
import type { Agent, AgentContext, AgentInput, RowRange } from '../agent.ts';
import { mergeSheet } from '../merge-sheet.ts';
import { profilingPasses } from '../profiling-passes.ts';
import { readCells } from '../read-cells.ts';
import { untilAborted } from '../until-aborted.ts';
import { askAdviser } from './ask-adviser.ts';

/**
 * Suggests mappings again from what was measured over all rows. Columns a person has decided on are left alone. Reads
 * records only when nobody has profiled them.
 */
export const fieldMapping: Agent = {
  name: 'field-mapping',
  phase: 'field_mapping',
  passes: (input, ranges) => (input.columnProfiles.length > 0 ? [] : profilingPasses(ranges, measure)),
  async conclude(input, parts, context) {
    const measured = parts as readonly { sheet: SheetPart }[];
    const profiles =
      input.columnProfiles.length > 0 ? input.columnProfiles : await profilesOf(input, measured, context);
    context.signal.throwIfAborted();
    const rowsDone = profiles[0]?.rows ?? 0;
    const { targetFields, memory } = input;
    const all = await inTurns(suggestInSteps({ columns: profiles, targetFields, memory }), context.signal);
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

async function measure(
  input: AgentInput,
  { range, known }: { range: RowRange; known: KnownValues | null },
  context: AgentContext,
): Promise<{ sheet: SheetPart }> {
  const sheet = new SheetMeasure(input.facts.columns.length, range, known);
  let rowsDone = 0;
  const turns = new Turns(context.signal);
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    for (const { cells, rowNumber } of records) {
      sheet.addRow(cells, rowNumber);
      if (turns.isOver) await turns.next();
    }
    rowsDone += records.length;
    context.reportProgress(rowsDone);
  }
  return { sheet: sheet.part(rowsDone) };
}

async function profilesOf(
  input: AgentInput,
  parts: readonly { sheet: SheetPart }[],
  context: AgentContext,
): Promise<ColumnProfile[]> {
  const merge = await mergeSheet(
    input,
    parts.map(({ sheet }) => sheet),
    context,
  );
  return inTurns(merge.profiles(await readCells(input, merge.listedRows(), context.signal)), context.signal);
}
