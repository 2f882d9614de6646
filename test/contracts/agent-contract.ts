import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { Agent, AgentContext, AgentInput, AgentOutput } from '#service/agents/agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import type { Asset } from '#service/inventory/asset.ts';
import { buildContext, buildInput, buildInventory } from '../agent-inputs.ts';
import { startCpuClock } from '../harness/cpu-time.ts';

/** Where an agent gets its batches from: the records of the import or, of one without passes, the engagement's assets. */
type ReadsFrom = 'records' | 'assets';

/** An input whose batches come from `read`, wherever the agent reads from. */
function inputReading(from: ReadsFrom, input: AgentInput, read: () => AsyncIterable<readonly unknown[]>): AgentInput {
  if (from === 'records') return { ...input, readRecords: read as AgentInput['readRecords'] };
  const readValues = read as () => AsyncIterable<readonly Asset[]>;
  return { ...input, inventory: { ...input.inventory, readValues } };
}

/** What holds for every agent, whatever it computes. */
export function agentContract(agent: Agent, options: { readsFrom?: ReadsFrom; assets?: readonly Asset[] } = {}): void {
  const from = options.readsFrom ?? 'records';
  const run = (input: AgentInput, context: AgentContext, partitionRows?: number): Promise<AgentOutput> =>
    runAgent(agent, input, context, partitionRows === undefined ? {} : { partitionRows });
  const headers = ['Server Name', 'IP Address', 'RAM (GB)', 'Environment'];
  const rows = Array.from({ length: 230 }, (_, index): Cell[] => [
    `srv-${index}`,
    `10.0.0.${index % 250}`,
    index % 7 === 0 ? null : 16,
    'Production',
  ]);

  describe(`the agent ${agent.name}, like every agent,`, () => {
    test('counts the rows that came in, no more and no less', async () => {
      expect((await run(buildInput(headers, rows), buildContext())).rowsDone).toBe(230);
      expect((await run(buildInput(headers, []), buildContext())).rowsDone).toBe(0);
    });

    test('returns the same for the same input', async () => {
      const first = await run(buildInput(headers, rows), buildContext());
      expect(await run(buildInput(headers, rows), buildContext())).toEqual(first);
    });

    test('measures the same whether one worker reads everything or several read a part each', async () => {
      const input = buildInput(headers, rows, { inventory: buildInventory(options.assets ?? []) });
      const whole = await run(input, buildContext());
      expect(await run(input, buildContext(), 60)).toEqual(whole);
    });

    test('reports progress that only grows and ends at the rows it read', async () => {
      const reports: number[] = [];
      await run(buildInput(headers, rows), buildContext({ reportProgress: (rowsDone) => reports.push(rowsDone) }));
      expect(reports.at(-1)).toBe(230);
      expect(reports).toEqual([...reports].sort((a, b) => a - b));
    });

    test('stops within a second after it was told to, before the next batch, and returns nothing', async () => {
      const controller = new AbortController();
      let batches = 0;
      let cpuMsSinceTold = startCpuClock();
      const records = rows.map((cells, index) => ({ rowNumber: index + 1, cells }));
      const input = inputReading(from, buildInput(headers, rows), async function* () {
        for (;;) {
          batches += 1;
          if (batches === 3) {
            cpuMsSinceTold = startCpuClock();
            controller.abort(new Error('told to stop'));
          }
          yield await Promise.resolve(from === 'records' ? records : (options.assets ?? []));
        }
      });
      await expect(run(input, buildContext({ signal: controller.signal }))).rejects.toThrow('told to stop');
      expect(batches).toBe(3);
      expect(cpuMsSinceTold()).toBeLessThan(1_000);
    });

    test(`does not wait for ${from} that never come once it was told to stop`, async () => {
      const controller = new AbortController();
      const input = inputReading(from, buildInput(headers, rows), async function* () {
        yield from === 'records' ? [{ rowNumber: 1, cells: rows[0] ?? [] }] : (options.assets ?? []);
        await new Promise(() => undefined);
      });
      const running = run(input, buildContext({ signal: controller.signal }));
      setTimeout(() => controller.abort(new Error('told to stop')), 20);
      await expect(running).rejects.toThrow('told to stop');
    });

    test('fails with the error of a reader that breaks', async () => {
      // oxlint-disable-next-line require-yield -- breaks before its first batch
      const input = inputReading(from, buildInput(headers, rows), async function* () {
        await Promise.resolve();
        throw new Error('cursor lost');
      });
      await expect(run(input, buildContext())).rejects.toThrow('cursor lost');
    });

    test('survives hostile headers and cells', async () => {
      const hostile = ['__proto__', 'constructor', '$where', '\u202ermal', '=1+1', '('.repeat(5_000), '', ''];
      const cells: Cell[] = [
        '__proto__',
        '<img src=x onerror=alert(1)>',
        '$gt',
        'x'.repeat(32_767),
        '=HYPERLINK("x")',
        '((((a+)+)+)+)$',
        'toString',
        null,
      ];
      const output = await run(
        buildInput(
          hostile,
          Array.from({ length: 60 }, () => cells),
        ),
        buildContext(),
      );
      expect(output.rowsDone).toBe(60);
    });
  });
}
