import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput } from '#service/agents/agent.ts';
import { allOf } from '#service/agents/all-of.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { buildContext, buildInput } from '../builders/agent-inputs.ts';
import { startCpuClock } from '../harness/cpu-time.ts';
import type { Prepare } from '../builders/prepared-inputs.ts';
import { hostileHeaders, hostileRows } from './hostile-sheet.ts';
import { recorded } from './recorded-writes.ts';

interface AgentContract {
  /** What the agent is given beside the records: what the agents before it made of them. */
  prepare: Prepare;
  /** How much it made of its input: of any sheet with records more than nothing. */
  made: (output: AgentOutput) => number | undefined;
  /** Where its batches come from: the records of the import, or the assets of the inventory. */
  readsFrom?: 'records' | 'assets';
}

/** What holds for every agent, whatever it computes. */
export function agentContract(agent: Agent, { prepare, made, readsFrom: from = 'records' }: AgentContract): void {
  const run = (input: AgentInput, context: AgentContext, partitionRows?: number): Promise<AgentOutput> =>
    runAgent(agent, input, context, partitionRows === undefined ? {} : { partitionRows });
  const headers = ['Server Name', 'IP Address', 'RAM (GB)', 'Environment', 'Host', 'Operating System'];
  /** The last thirty say the same as the first once more, in another part of the sheet. */
  const rows = Array.from({ length: 230 }, (_, index): Cell[] => [
    `srv-${index % 200}`,
    `10.0.0.${index % 200}`,
    index % 7 === 0 ? null : 16,
    'Production',
    `esx-${index % 4}`,
    'Windows Server 2012 R2',
  ]);
  const inputOf = async (of: readonly string[], cells: readonly Cell[][]): Promise<AgentInput> =>
    buildInput(of, cells, await prepare(of, cells));
  const prepared = inputOf(headers, rows);

  /** An input whose batches come from `read`, wherever the agent reads from. @param read of one whole batch */
  async function inputReading(
    read: (batch: readonly unknown[]) => AsyncIterable<readonly unknown[]>,
  ): Promise<AgentInput> {
    const input = await prepared;
    const batches = from === 'records' ? input.readRecords() : input.inventory.readValues({ without: [] });
    const all = (await allOf<readonly unknown[]>(batches)).flat();
    const reading = (): AsyncIterable<readonly never[]> => read(all) as AsyncIterable<readonly never[]>;
    return from === 'records'
      ? { ...input, readRecords: reading }
      : { ...input, inventory: { ...input.inventory, readValues: reading } };
  }

  describe(`the agent ${agent.name}, like every agent,`, () => {
    test('counts the rows that came in, no more and no less', async () => {
      expect((await run(await prepared, buildContext())).rowsDone).toBe(230);
      expect((await run(await inputOf(headers, []), buildContext())).rowsDone).toBe(0);
    });

    test('makes something of them', async () => {
      expect(made(await run(await prepared, buildContext()))).toBeGreaterThan(0);
    });

    test('returns and writes the same for the same input', async () => {
      const [first, second] = [recorded(await prepared), recorded(await prepared)];
      const output = await run(first.input, buildContext());
      expect(await run(second.input, buildContext())).toEqual(output);
      expect(second.written()).toEqual(first.written());
    });

    test('measures the same whether one worker reads everything or several read a part each', async () => {
      const [whole, inParts] = [recorded(await prepared), recorded(await prepared)];
      const output = await run(whole.input, buildContext());
      expect(await run(inParts.input, buildContext(), 60)).toEqual(output);
      expect(inParts.written()).toEqual(whole.written());
    });

    test('reports progress that only grows and ends at the rows it read', async () => {
      const reports: number[] = [];
      await run(await prepared, buildContext({ reportProgress: (rowsDone) => reports.push(rowsDone) }));
      expect(reports.at(-1)).toBe(230);
      expect(reports).toEqual([...reports].sort((a, b) => a - b));
    });

    test('stops within a second after it was told to, before the next batch, and returns nothing', async () => {
      const controller = new AbortController();
      let batches = 0;
      let cpuMsSinceTold = startCpuClock();
      const input = await inputReading(async function* (batch) {
        for (;;) {
          batches += 1;
          if (batches === 3) {
            cpuMsSinceTold = startCpuClock();
            controller.abort(new Error('told to stop'));
          }
          yield await Promise.resolve(batch);
        }
      });
      await expect(run(input, buildContext({ signal: controller.signal }))).rejects.toThrow('told to stop');
      expect(batches).toBe(3);
      expect(cpuMsSinceTold()).toBeLessThan(1_000);
    });

    test(`does not wait for ${from} that never come once it was told to stop`, async () => {
      const controller = new AbortController();
      const input = await inputReading(async function* (batch) {
        yield batch.slice(0, 1);
        await new Promise(() => undefined);
      });
      const running = run(input, buildContext({ signal: controller.signal }));
      setTimeout(() => controller.abort(new Error('told to stop')), 20);
      await expect(running).rejects.toThrow('told to stop');
    });

    test('fails with the error of a reader that breaks', async () => {
      // oxlint-disable-next-line require-yield -- breaks before its first batch
      const input = await inputReading(async function* () {
        await Promise.resolve();
        throw new Error('cursor lost');
      });
      await expect(run(input, buildContext())).rejects.toThrow('cursor lost');
    });

    test('survives hostile headers and cells', async () => {
      const output = await run(await inputOf(hostileHeaders, hostileRows), buildContext());
      expect(made(output)).toBeGreaterThan(0);
      expect(output.rowsDone).toBe(hostileRows.length);
    });
  });
}
