import { Turns } from '../engine-parts/steps.ts';
import type { SheetPart } from '../profiling/column-part.ts';
import { SheetMerge } from '../profiling/sheet-merge.ts';
import type { AgentContext, AgentInput } from './agent.ts';
import { untilAborted } from './until-aborted.ts';

/** Puts parts together; reads the rows of those again that ran out of room. */
export async function mergeSheet(
  input: AgentInput,
  parts: readonly SheetPart[],
  { signal }: AgentContext,
): Promise<SheetMerge> {
  const merge = new SheetMerge(input.facts.columns);
  const turns = new Turns(signal);
  for (const part of parts) {
    const open = merge.add(part);
    if (open.length === 0) continue;
    for await (const records of untilAborted(input.readRecords(part.range), signal))
      for (const { cells, rowNumber } of records) {
        merge.addValues(open, cells, rowNumber);
        if (turns.isOver) await turns.next();
      }
  }
  return merge;
}
