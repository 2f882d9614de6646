import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';
import { buildContext } from '#test/builders/agent-inputs.ts';
import type { RowRange } from '../agent.ts';
import { runAgent } from '../run-agent.ts';
import { assetInventory } from './asset-inventory.agent.ts';

const PARTITION_ROWS = 100;

/** 400 rows of things of their own, but for those that are said: rows from 0, their name and serial number. */
function sheetWith(rows: Readonly<Record<number, [string, string]>>): TestSheet {
  const row = (_: unknown, index: number) => rows[index] ?? [`host${index}`, `CZ${10_000 + index}`];
  return { id: 'imp_1', fields: ['hostname', 'serial_number'], rows: Array.from({ length: 400 }, row) };
}

/** Runs the agent, and calls `onReadAgain` whenever it reads less than a partition. */
async function run(sheet: TestSheet, onReadAgain: (controller: AbortController) => void) {
  const inventory = new MemoryInventory();
  const controller = new AbortController();
  const readAgain: RowRange[] = [];
  const input = inventory.inputFor(sheet);
  const readRecords = (range?: RowRange) => {
    if (range !== undefined && range.lastRow - range.firstRow + 1 < PARTITION_ROWS) {
      readAgain.push(range);
      onReadAgain(controller);
    }
    return input.readRecords(range);
  };
  const context = { ...buildContext(), signal: controller.signal };
  const options = { partitionRows: PARTITION_ROWS };
  const ran = runAgent(assetInventory, { ...input, readRecords }, context, options);
  const error: unknown = await ran.then(
    () => null,
    (failure: unknown) => failure,
  );
  // What goes on behind its back would do so now.
  await sleep(50);
  return { inventory, readAgain, error };
}

const stop = (controller: AbortController): void => controller.abort(new Error('stopped'));

const held = sheetWith({
  10: ['web01', 'CZ1'],
  80: ['db01', 'CZ1'],
  20: ['web02', 'CZ2'],
  90: ['db02', 'CZ2'],
});
const strays = sheetWith({
  10: ['web01', 'CZ1'],
  11: ['web02', 'CZ2'],
  12: ['web03', 'CZ3'],
  150: ['web01', 'CZ1'],
  250: ['web02', 'CZ2'],
  350: ['web03', 'CZ3'],
});

test('an attempt that is stopped while it reads held records again reads no further and lists none of them', async () => {
  const { inventory, readAgain, error } = await run(held, stop);
  expect(error).toMatchObject({ message: 'stopped' });
  expect(readAgain).toHaveLength(1);
  expect(inventory.conflicts.size).toBe(0);
});

test('an attempt that is stopped while it reads records of other partitions reads no further', async () => {
  const { readAgain, error } = await run(strays, stop);
  expect(error).toMatchObject({ message: 'stopped' });
  expect(readAgain).toHaveLength(1);
});

test('records of other partitions that are neighbours are read with one go, whichever things they belong to', async () => {
  const neighbours = sheetWith({
    10: ['web01', 'CZ1'],
    11: ['web02', 'CZ2'],
    12: ['web03', 'CZ3'],
    352: ['web01', 'CZ1'],
    350: ['web02', 'CZ2'],
    355: ['web03', 'CZ3'],
  });
  const { inventory, readAgain, error } = await run(neighbours, () => undefined);
  expect([error, readAgain]).toEqual([null, [{ firstRow: 351, lastRow: 356 }]]);
  const rowsOf = (name: string) => inventory.snapshot().find((one) => one.name === name)?.sources[0]?.row_numbers;
  expect(['web01', 'web02', 'web03'].map(rowsOf)).toEqual([
    [11, 353],
    [12, 351],
    [13, 356],
  ]);
});
