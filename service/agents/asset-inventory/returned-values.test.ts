import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { AgentInput } from '../agent.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

const fields = ['hostname', 'location'];
const rooms = (rows: number, room: (at: number) => string): Cell[][] =>
  Array.from({ length: rows }, (_, at) => [`srv-${at}`, room(at)]);

async function importAll(
  files: readonly (readonly [filename: string, rows: Cell[][]])[],
  input: Partial<AgentInput> = {},
) {
  const inventory = new MemoryInventory();
  let output = null;
  for (const [at, [filename, rows]] of files.entries())
    output = await inventory.import({ id: `imp_${at}`, filename, fields, rows }, { input, partitionRows: 9 });
  return (output?.findings ?? []).filter(({ code }) => code === 'returned_value' || code === 'older_file');
}

describe('a sheet that is older than what it replaces', () => {
  const january = rooms(30, (at) => `Room ${at}`);
  const february = rooms(30, (at) => (at < 19 ? `Hall ${at}` : `Room ${at}`));

  test('shows by the values that go back to what a later import replaced', async () => {
    const [finding, ...others] = await importAll([
      ['a_2026-01.csv', january],
      ['a_2026-02.csv', february],
      ['a_2026-02 (2).csv', january],
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', count: 19, columnIndex: null });
    expect(finding?.message).toBe(
      '19 of 19 changed values go back to what they were before a later import changed them: this sheet may be an older one. If it is, withdraw this import.',
    );
    expect(finding?.cells[0]).toMatchObject({ rowNumber: 1, value: 'Room 0' });
  });

  test('does not show by two sources that disagree and are imported in turn', async () => {
    const sources = [
      ['cmdb.csv', january],
      ['rvtools.csv', february],
    ] as const;
    for (const months of [
      [...sources, ...sources],
      [...sources, ...sources, ...sources],
      [...sources, sources[0]],
    ])
      expect(await importAll(months)).toEqual([]);
  });

  test('shows where its own last import said otherwise, whatever others said since', async () => {
    const files = [
      ['cmdb.csv', january],
      ['cmdb.csv', february],
      ['rvtools.csv', rooms(30, (at) => `Cage ${at}`)],
      ['cmdb.csv', january],
    ] as const;
    expect(await importAll(files)).toMatchObject([{ code: 'returned_value', count: 19 }]);
  });

  test('shows by the date in its name', async () => {
    const [finding] = await importAll([
      ['b_2026-02.csv', february],
      ['b_2026-01.csv', january],
    ]);
    expect(finding).toMatchObject({ code: 'older_file', severity: 'warning' });
    expect(finding?.message).toBe(
      '"b_2026-01.csv" is by its name older than "b_2026-02.csv", which was imported before it. Where the two differ, this one counts now. If that is not meant, withdraw this import.',
    );
  });

  test('is told of before anything is written', async () => {
    const files = [
      ['b_2026-02.csv', february],
      ['b_2026-01.csv', january],
    ] as const;
    const inventory = new MemoryInventory();
    await inventory.import({ id: 'imp_1', filename: files[0][0], fields, rows: files[0][1] });
    const { findings } = await inventory.import(
      { id: 'imp_2', filename: files[1][0], fields, rows: files[1][1] },
      { input: { inventoryDecision: 'preview' } },
    );
    expect(findings?.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/would count\. Nothing is written yet: if that is not meant, delete this import\.$/),
    );
  });

  test('is none where values change to something new, where few go back, or where the name is newer', async () => {
    expect(
      await importAll([
        ['a.csv', january],
        ['a.csv', february],
        ['a.csv', rooms(30, (at) => `Cage ${at}`)],
      ]),
    ).toEqual([]);
    const two = rooms(30, (at) => (at < 2 ? `Hall ${at}` : `Room ${at}`));
    expect(
      await importAll([
        ['a.csv', january],
        ['a.csv', two],
        ['a.csv', january],
      ]),
    ).toEqual([]);
    expect(
      await importAll([
        ['b_2026-01.csv', january],
        ['b_2026-02.csv', february],
      ]),
    ).toEqual([]);
  });
});
