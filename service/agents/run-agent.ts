import type { Agent, AgentContext, AgentInput, AgentOutput, AgentPass, Parts, RowRange } from './agent.ts';
import { allOf } from './all-of.ts';
import { rowRanges } from './row-ranges.ts';

/**
 * Reads all ranges of one pass; `prepare` tells what each is given, in their order, and is called before any is read and
 * not again once all have been handed out. @returns their parts in the same order
 */
export type ReadRanges = (pass: {
  index: number;
  pass: AgentPass;
  ranges: readonly RowRange[];
  prepare: () => Promise<readonly unknown[]>;
}) => Promise<Parts>;

/** Runs an agent's passes one after the other and its conclusion; who reads the ranges of a pass is `readRanges`' matter. */
export async function runAgent(
  agent: Agent,
  input: AgentInput,
  context: AgentContext,
  options: { readRanges?: ReadRanges; /** All unless said. */ partitionRows?: number } = {},
): Promise<AgentOutput> {
  const ranges = rowRanges(input.facts.totalRecords, options.partitionRows ?? Number.POSITIVE_INFINITY);
  const readRanges = options.readRanges ?? ((pass) => readHere(pass, input, context));
  let parts: Parts = [];
  for (const [index, pass] of agent.passes(input, ranges).entries()) {
    const prepare = async (): Promise<readonly unknown[]> => {
      const given = (await pass.prepare?.(input, { parts, ranges }, context)) ?? ranges.map(() => null);
      context.signal.throwIfAborted();
      // They can be large, and the pass takes long.
      parts = [];
      return given;
    };
    parts = await readRanges({ index, pass, ranges, prepare });
  }
  context.signal.throwIfAborted();
  return agent.conclude(input, await allOf(parts), context);
}

/** One range after the other, in this process. */
async function readHere(
  { pass, ranges, prepare }: Parameters<ReadRanges>[0],
  input: AgentInput,
  context: AgentContext,
): Promise<unknown[]> {
  const given = await prepare();
  const parts: unknown[] = [];
  for (const [index, range] of ranges.entries()) {
    const rowsBefore = range.firstRow - 1;
    const ofPartition: AgentContext = {
      signal: context.signal,
      reportProgress: (rowsDone, state) => context.reportProgress(rowsBefore + rowsDone, state),
    };
    parts.push(await pass.read(input, { range, given: given[index] }, ofPartition));
  }
  return parts;
}
