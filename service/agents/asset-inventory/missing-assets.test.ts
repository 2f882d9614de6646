import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

const machines = (from: number, to: number): Cell[][] =>
  Array.from({ length: to - from }, (_, at) => [`srv-${from + at}`]);

/** Months of one sheet, the last one first shown and then written. */
async function months(...rows: readonly Cell[][][]) {
  const inventory = new MemoryInventory();
  const outputs = [];
  for (const [at, found] of rows.entries())
    outputs.push(await inventory.import({ id: `imp_${at}`, fields: ['hostname'], rows: found }));
  const last = outputs.at(-1);
  const codes = (last?.findings ?? []).map(({ code }) => code);
  const message = (code: string) => last?.findings?.find((one) => one.code === code)?.message;
  const missing = async (id: string) => (await inventory.listed(id)).changes.filter(({ kind }) => kind === 'missing');
  return { inventory, outputs, result: last?.result, codes, message, missing };
}

describe('assets that a sheet lists no longer', () => {
  test('are all listed, beyond those that the finding names', async () => {
    const { inventory, result, message, missing } = await months(machines(0, 100), machines(0, 60));
    expect(result).toMatchObject({ missing: 40, newly_missing: 40, listed_last: 100, created: 0 });
    const listed = await missing('imp_1');
    expect(listed.map(({ name }) => name)).toEqual(Array.from({ length: 40 }, (_, at) => `srv-${60 + at}`));
    expect(listed[0]).toMatchObject({
      asset_id: inventory.snapshot().find(({ name }) => name === 'srv-60')?._id,
      asset_class: 'unknown',
      row_numbers: [],
      row_count: 0,
      last_listed_import_id: 'imp_0',
    });
    expect(message('missing_asset')).toMatch(
      /^40 assets that this sheet listed last time are not on it any more: srv-60, .*srv-79 and 20 more\. They stay in the inventory; the changes of this import list them all\.$/,
    );
  });

  test('since before are told apart from those that are new', async () => {
    const { result, message, missing, codes } = await months(machines(0, 30), machines(2, 30), machines(3, 30));
    expect(result).toMatchObject({ missing: 3, newly_missing: 1, listed_last: 28 });
    expect((await missing('imp_2')).map((one) => [one.name, one.last_listed_import_id])).toEqual([
      ['srv-0', 'imp_0'],
      ['srv-1', 'imp_0'],
      ['srv-2', 'imp_1'],
    ]);
    expect(message('missing_asset')).toBe(
      '1 asset that this sheet listed last time is not on it any more: srv-2. It stays in the inventory; the changes of this import list it. 2 more were missing before.',
    );
    expect(codes).not.toContain('sheet_cut_off');
  });

  test('since before alone are no warning', async () => {
    const { result, outputs, message } = await months(machines(0, 30), machines(2, 30), machines(2, 30));
    expect(result).toMatchObject({ missing: 2, newly_missing: 0 });
    expect(outputs[2]?.findings?.map(({ code, severity }) => [code, severity])).toEqual([['missing_before', 'info']]);
    expect(message('missing_before')).toBe(
      '2 assets that earlier imports of this sheet listed are still not on it: srv-0, srv-1.',
    );
  });

  test('show a sheet that was cut off', async () => {
    const { codes, message } = await months(machines(0, 320), machines(0, 161));
    expect(codes).toContain('sheet_cut_off');
    expect(message('sheet_cut_off')).toBe(
      'The sheet may be cut off: 159 of the 320 assets that it listed last time are not on it. If rows are missing, withdraw this import and import the whole sheet.',
    );
  });

  test('are told where the file is called newer than the one before', async () => {
    const inventory = new MemoryInventory();
    const sheet = { fields: ['hostname'], sheetName: 'Servers' };
    await inventory.import({ ...sheet, id: 'imp_1', filename: 'Serverliste.xlsx', rows: machines(0, 30) });
    const later = { ...sheet, id: 'imp_2', filename: 'Serverliste_neu.xlsx', rows: machines(1, 30) };
    expect((await inventory.import(later)).result).toMatchObject({ missing: 1, listed_last: 30 });
  });

  test('are no sign of a cut where they are a fifth or few', async () => {
    expect((await months(machines(0, 100), machines(20, 100))).codes).not.toContain('sheet_cut_off');
    expect((await months(machines(0, 10), machines(0, 6))).codes).not.toContain('sheet_cut_off');
  });

  const named = async (filename: string, previous: string, input = {}) => {
    const inventory = new MemoryInventory();
    const sheet = { fields: ['hostname'], sheetName: 'Servers' };
    await inventory.import({ ...sheet, id: 'imp_1', filename: previous, rows: machines(0, 30) });
    const { findings } = await inventory.import({ ...sheet, id: 'imp_2', filename, rows: machines(30, 60) }, { input });
    return { inventory, findings: findings?.map(({ code, message }) => [code, message]) };
  };

  test('are of another list where the sheet lists none of them, which is then neither older nor cut off', async () => {
    const { inventory, findings } = await named('servers_2026-01.xlsx', 'servers_2026-02.xlsx');
    expect(findings).toEqual([
      [
        'another_list',
        'This sheet lists none of the 30 assets that "servers_2026-02.xlsx" listed last time: is it the same list? They stay in the inventory; the changes of this import list them all. If it is another list, give its file another name next time, and the two are not compared. If it should be the same, withdraw this import and import the right sheet.',
      ],
    ]);
    expect((await inventory.listed('imp_2')).changes.filter(({ kind }) => kind === 'missing')).toHaveLength(30);
  });

  test('are of another list before anything is written', async () => {
    const { findings } = await named('servers_new.xlsx', 'servers.xlsx', { inventoryDecision: 'preview' });
    expect(findings).toEqual([
      ['another_list', expect.stringMatching(/Nothing is written yet: if it should be the same, delete this import\b/)],
    ]);
  });

  test('are of another list where an earlier import of the sheet listed what this one does', async () => {
    const { codes, result } = await months(machines(0, 30), machines(30, 50), machines(0, 30));
    expect(codes).toEqual(['another_list']);
    expect(result).toMatchObject({ missing: 20, newly_missing: 20, listed_last: 20 });
  });

  test('are of another list where there was one', async () => {
    const { message } = await months(machines(0, 1), machines(1, 2));
    expect(message('another_list')).toMatch(
      /^This sheet does not list the asset that "test.xlsx" listed last time: is it the same list\? It stays /,
    );
  });

  /** The same names with other serial numbers. */
  const renewed = async (kept: number, from: number, to: number) => {
    const inventory = new MemoryInventory();
    const sheet = { fields: ['hostname', 'serial_number'], filename: 'servers.xlsx' };
    const rows = (serial: string, first: number, last: number) =>
      machines(first, last).map(([name = ''], at) => [name, `${serial}${10_000 + first + at}`]);
    await inventory.import({ ...sheet, id: 'imp_1', rows: rows('CZA', 0, 12) });
    const later = [...rows('CZA', 0, kept), ...rows('CZB', from, to)];
    const { findings = [], result } = await inventory.import({ ...sheet, id: 'imp_2', rows: later });
    return { result, findings: findings.map(({ code, message }) => [code, message]) };
  };

  test('are of the same list where new assets have their names', async () => {
    const { findings, result } = await renewed(0, 0, 12);
    expect(result).toMatchObject({ created: 12, newly_missing: 12, listed_last: 12, replaced: 12 });
    expect(findings).toEqual([
      [
        'missing_asset',
        expect.stringMatching(
          /^12 assets that this sheet listed last time are not on it any more: srv-0, .*srv-11\. 12 of them have the same name as a new asset, with another serial number or id\. They stay in the inventory; the changes of this import list them all\.$/,
        ),
      ],
    ]);
  });

  test('are no sign of a cut where new assets have their names, and are where they have not', async () => {
    const codes = async (kept: number, from: number, to: number) =>
      (await renewed(kept, from, to)).findings.map(([code]) => code);
    expect(await codes(2, 2, 12)).toEqual(['missing_asset']);
    expect(await codes(0, 0, 3)).toEqual(['sheet_cut_off', 'missing_asset']);
    expect(await codes(0, 50, 62)).toEqual(['another_list']);
  });
});
