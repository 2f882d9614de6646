import { expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { buildContext } from '#test/builders/agent-inputs.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';
import type { InventoryDesk } from '../agent-ports.ts';
import { runAgent } from '../run-agent.ts';
import { assetInventory } from './asset-inventory.agent.ts';

const MACHINES = 3_500;
const machines = (rows: number): Cell[][] => Array.from({ length: rows }, (_, at) => [`srv-${at}`]);

/** Imports a sheet that lists 10 machines of the 3,500 it listed before, 500 of which are read at a time. */
async function importFew(listing: (isRead: boolean, rows: number) => void, signal: AbortSignal) {
  const inventory = new MemoryInventory();
  await inventory.import({ id: 'imp_1', fields: ['hostname'], rows: machines(MACHINES) });
  const input = inventory.inputFor({ id: 'imp_2', fields: ['hostname'], rows: machines(10) });
  const desk = input.inventoryDesk;
  let isRead = false;
  const inventoryDesk: InventoryDesk = {
    ...desk,
    async *readIdentities() {
      for await (const all of desk.readIdentities())
        for (let from = 0; from < all.length; from += 500) yield all.slice(from, from + 500);
      isRead = true;
    },
    list: async (changes, conflicts) => {
      if (changes.some(({ kind }) => kind === 'missing')) listing(isRead, changes.length);
      await desk.list(changes, conflicts);
    },
  };
  const ran = runAgent(assetInventory, { ...input, inventoryDesk }, { ...buildContext(), signal });
  const error: unknown = await ran.then(
    () => null,
    (failure: unknown) => failure,
  );
  // What goes on behind its back would do so now.
  await sleep(50);
  return { error, listed: (await inventory.listed('imp_2')).changes.filter(({ kind }) => kind === 'missing').length };
}

test('an attempt that is stopped while it lists missing assets lists no more of them', async () => {
  const controller = new AbortController();
  const { error, listed } = await importFew(() => controller.abort(new Error('stopped')), controller.signal);
  expect(error).toMatchObject({ message: 'stopped' });
  expect(listed).toBeLessThan(MACHINES / 2);
});

test('missing assets are listed while the inventory is read', async () => {
  const calls: [isRead: boolean, rows: number][] = [];
  const count = (isRead: boolean, rows: number): unknown => calls.push([isRead, rows]);
  const { error, listed } = await importFew(count, new AbortController().signal);
  expect([error, listed]).toEqual([null, MACHINES - 10]);
  expect(calls[0]?.[0]).toBe(false);
  expect(calls.filter(([isRead]) => isRead).length).toBeLessThan(2);
  expect(Math.max(...calls.map(([, rows]) => rows))).toBeLessThan(1_500);
});
