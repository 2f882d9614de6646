import type { KnownValues, SheetPart } from '../profiling/column-part.ts';
import { SheetMerge } from '../profiling/sheet-merge.ts';
import type { AgentContext, AgentInput, AgentPass, Partition, RowRange } from './agent.ts';
import { allOf } from './all-of.ts';

/** A part holds the profile of its rows, and whatever else its agent measures. */
interface ProfilingPart {
  sheet: SheetPart;
}

interface Given<Part> {
  /** Of the first range, which is read already; null for all others. */
  part: Part | null;
  /** The values of the first range; null for that range itself. */
  known: KnownValues | null;
}

/** @param known the values of the first range; null before it is read */
type ReadRange<Part> = (
  input: AgentInput,
  read: { range: RowRange; known: KnownValues | null },
  context: AgentContext,
) => Promise<Part>;

/**
 * The passes of an agent that profiles. The first of several ranges is read before all others. A column that differs in
 * nearly every row fills its list of values there, and later parts carry none.
 */
export function profilingPasses<Part extends ProfilingPart>(
  ranges: readonly RowRange[],
  read: ReadRange<Part>,
): AgentPass[] {
  const [first, ...others] = ranges;
  if (first === undefined || others.length === 0)
    return [{ name: 'all-rows', read: (of, { range }, context) => read(of, { range, known: null }, context) }];
  return [
    {
      name: 'first-rows',
      weight: first.lastRow / (others.at(-1)?.lastRow ?? first.lastRow),
      read: async (of, { range }, context) =>
        range.firstRow === 1 ? read(of, { range, known: null }, context) : Promise.resolve(null),
    },
    {
      name: 'all-rows',
      prepare: async (of, { parts }) => {
        const [ofFirst] = await allOf<Part>(parts);
        return givenFor(of, ofFirst as Part, ranges);
      },
      read: (of, partition, context) => readUnlessRead(of, partition, { context, read }),
    },
  ];
}

function givenFor<Part extends ProfilingPart>(input: AgentInput, first: Part, ranges: readonly RowRange[]) {
  const merge = new SheetMerge(input.facts.columns);
  merge.add(first.sheet);
  const known = merge.knownValues();
  return ranges.map(({ firstRow }): Given<Part> =>
    firstRow === 1 ? { part: first, known: null } : { part: null, known },
  );
}

async function readUnlessRead<Part extends ProfilingPart>(
  input: AgentInput,
  { range, given }: Partition,
  { context, read }: { context: AgentContext; read: ReadRange<Part> },
): Promise<Part> {
  const { part, known } = given as Given<Part>;
  if (part === null) return read(input, { range, known }, context);
  context.reportProgress(part.sheet.rows);
  return part;
}
