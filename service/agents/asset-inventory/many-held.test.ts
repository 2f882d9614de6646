import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { RowRange } from '../agent.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';

/** MongoDB takes no larger document. */
const DOCUMENT_MAX_BYTES = 16 * 1024 * 1024;

test('held records of one batch are read with one go, and what they may be too', async () => {
  const inventory = new MemoryInventory();
  const fields = ['hostname', 'serial_number'];
  const numbers = Array.from({ length: 150 }, (_, at) => at);
  await inventory.import({ id: 'imp_a', fields, rows: numbers.map((at) => [`web${at}`, `CZ${at}`]) });
  const rows = ['app', 'db'].flatMap((name) => numbers.map((at) => [`${name}${at}`, `CZ${at}`]));
  const sheet: TestSheet = { id: 'imp_b', fields, rows };
  const whole = inventory.inputFor(sheet);
  const reads = { records: 0, assets: 0 };
  await inventory.import(sheet, {
    input: {
      inventoryDesk: {
        ...whole.inventoryDesk,
        getAssets: (ids) => {
          reads.assets += 1;
          return whole.inventoryDesk.getAssets(ids);
        },
      },
      readRecords: (range: RowRange) => {
        reads.records += 1;
        return whole.readRecords(range);
      },
    },
  });
  const open = inventory.openConflicts('imp_b');
  expect(open).toHaveLength(150);
  expect(open.every(({ candidates, differing }) => candidates.length === 1 && differing.length === 1)).toBe(true);
  // Once for each of two passes, and once again for what is held.
  expect(reads).toEqual({ records: 3, assets: 1 });
});

test('a case of very many records lists some of them, says how many there are, and is not decided by halves', async () => {
  const inventory = new MemoryInventory();
  const many = Array.from({ length: 6_000 }, (): Cell[] => ['web01', 'web01.contoso.com', '10.0.0.1']);
  const fields = ['hostname', 'fqdn', 'ip_address'];
  await inventory.import({ id: 'imp_a', fields, rows: [...many, ['web01', null, '10.0.0.2']] });
  const [held, ...others] = inventory.openConflicts('imp_a');
  expect(others).toEqual([]);
  expect([held?.row_count, held?.row_numbers.length]).toEqual([6_001, 5_000]);
  expect(held?.things.map(({ row_numbers: rows }) => rows.length)).toEqual([5_000]);
  expect(inventory.changes.get('imp_a')).toMatchObject([{ kind: 'conflict', row_count: 6_001 }]);
  if (held) await expect(inventory.decide(held, {})).rejects.toThrow('more records than can be decided on');
});

test('a case of very long texts is a document the database takes', async () => {
  const inventory = new MemoryInventory();
  const text = 'x'.repeat(32_000);
  const rows = Array.from({ length: 90 }, (_, at): Cell[] => ['web01', `10.0.0.${at}`, `${text}${at}`, `${at}${text}`]);
  await inventory.import({ id: 'imp_a', fields: ['hostname', 'ip_address', 'description', 'tags'], rows });
  const [held] = inventory.openConflicts('imp_a');
  expect(held?.row_count).toBe(90);
  expect(Buffer.byteLength(JSON.stringify(held))).toBeLessThan(DOCUMENT_MAX_BYTES / 1.5);
  if (held) await expect(inventory.decide(held, {})).rejects.toThrow('more records than can be decided on');
});
