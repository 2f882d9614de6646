import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { ConflictAction } from '#shared/statuses.ts';
import { seededRandom } from '../../../bench/kill/seeded-random.ts';
import { MemoryInventory, type TestSheet } from '#test/builders/memory-inventory.ts';
import { refolded } from '../../inventory/fold.ts';

/** Sheets whose records are told apart, belong together, or are held; names, ids and values of few choices each. */
const FIELDS: Readonly<Record<string, readonly Cell[]>> = {
  hostname: ['srv1', 'srv2', 'srv1.a.com', 'srv1.b.com', null],
  serial_number: [null, null, 'CZ1111', 'CZ2222'],
  asset_tag: [null, 'T1', 'T2'],
  ip_address: [null, null, '10.0.0.1', '10.0.0.2'],
  location: [null, 'Bonn', 'Ulm', 'Kiel'],
  environment: [null, 'Production', 'Test'],
};

class History {
  readonly inventory = new MemoryInventory();
  private readonly random: () => number;
  private imports = 0;
  readonly remaining = new Map<string, TestSheet>();

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  below(count: number): number {
    return Math.floor(this.random() * count);
  }

  async import(): Promise<TestSheet> {
    this.imports += 1;
    const fields = Object.keys(FIELDS).filter((field) => field === 'hostname' || this.random() < 0.7);
    const rows = Array.from({ length: 1 + this.below(5) }, () =>
      fields.map((field): Cell => FIELDS[field]?.[this.below(FIELDS[field]?.length ?? 0)] ?? null),
    );
    const sheet = { id: `imp_${this.imports}`, fields, rows, filename: `file${this.below(2)}.xlsx` };
    await this.inventory.import(sheet);
    this.remaining.set(sheet.id, sheet);
    return sheet;
  }

  /** The same file again, as a later import. */
  async importAgain(sheet: TestSheet): Promise<TestSheet> {
    this.imports += 1;
    const again = { ...sheet, id: `imp_${this.imports}` };
    await this.inventory.import(again);
    this.remaining.set(again.id, again);
    return again;
  }

  async decideOn({ id }: TestSheet, isToBeRemembered: boolean): Promise<void> {
    for (const conflict of this.inventory.openConflicts(id)) {
      if (this.random() < 0.3) continue;
      const action = (['merge', 'merge', 'separate', 'leave_out'] satisfies ConflictAction[])[this.below(4)] ?? 'merge';
      const ids = conflict.candidates.flatMap(({ asset_id }) => (asset_id === null ? [] : [asset_id]));
      const known = ids.filter((one) => this.inventory.assets.has(one));
      const asset_id = action === 'merge' ? (known[this.below(known.length + 1)] ?? null) : null;
      const row = conflict.row_numbers[this.below(conflict.row_numbers.length)] ?? 0;
      const fields: Record<string, number> = action === 'merge' && this.random() < 0.7 ? { location: row } : {};
      await this.inventory.decide(conflict, { action, asset_id, fields });
      if (!isToBeRemembered) continue;
      const decided = this.inventory.conflicts.get(conflict.conflict_id)?.decision;
      if (decided) await this.inventory.remember(conflict.signature, { ...decided, fields: {} });
    }
  }

  async withdraw(sheet: TestSheet): Promise<void> {
    await this.inventory.withdraw(sheet);
    this.remaining.delete(sheet.id);
  }

  /** Every asset is what its sources say, none of them withdrawn, and no record is in two of them or held twice. */
  assertSound(): void {
    const seen = new Set<string>();
    for (const asset of this.inventory.assets.values()) {
      const { sources, field_decisions } = asset;
      expect(
        isDeepStrictEqual(structuredClone(refolded(asset, sources, field_decisions)), structuredClone(asset)),
      ).toBe(true);
      for (const { data_import_id: id, row_numbers } of sources) {
        expect(this.remaining.has(id)).toBe(true);
        for (const row of row_numbers) {
          expect(seen.has(`${id} ${row}`)).toBe(false);
          seen.add(`${id} ${row}`);
        }
      }
    }
    const held = [...this.inventory.conflicts.values()].filter(
      ({ decision }) => decision === null || decision.action === 'leave_out',
    );
    for (const { conflict_id, row_numbers } of held)
      for (const row of row_numbers) {
        const record = `${conflict_id.split(':')[0]} ${row}`;
        expect(seen.has(record)).toBe(false);
        seen.add(record);
      }
  }
}

/** An import with whatever follows it, all of which is withdrawn again, the last first. */
async function importAndTakeBack(history: History, depth: number): Promise<void> {
  const before = history.inventory.snapshot();
  const sheet = await history.import();
  await history.decideOn(sheet, history.below(3) === 0);
  history.assertSound();
  for (let inner = history.below(3); inner > 0 && depth > 0; inner -= 1) await importAndTakeBack(history, depth - 1);
  if (history.below(3) === 0) {
    const again = await history.importAgain(sheet);
    await history.decideOn(again, false);
    await history.withdraw(again);
  }
  await history.withdraw(sheet);
  history.assertSound();
  expect(history.inventory.snapshot()).toEqual(before);
}

const SEEDS = Array.from({ length: 80 }, (_, index) => index + 1);

describe('imports, decisions and withdrawals in any order', () => {
  test('leave each asset as it was before an import, once it and all that followed is withdrawn', async () => {
    for (const seed of SEEDS) {
      const history = new History(seed);
      for (let kept = history.below(3); kept > 0; kept -= 1)
        await history.decideOn(await history.import(), history.below(3) === 0);
      await importAndTakeBack(history, 2);
    }
  });

  test('leave sound assets, and nothing at all once every import is withdrawn', async () => {
    for (const seed of SEEDS) {
      const history = new History(1_000 + seed);
      for (let step = 0; step < 10; step += 1) {
        const sheets = [...history.remaining.values()];
        const one = sheets[history.below(sheets.length)];
        const what = history.below(5);
        if (one === undefined || what === 0) await history.import();
        else if (what === 1) await history.importAgain(one);
        else if (what === 2) await history.withdraw(one);
        else await history.decideOn(one, what === 3);
        history.assertSound();
      }
      for (const sheet of [...history.remaining.values()].sort(() => history.below(3) - 1))
        await history.withdraw(sheet);
      expect(history.inventory.snapshot()).toEqual([]);
    }
  });

  test('leave what the remaining imports alone would have made, where no record is in doubt', async () => {
    for (const seed of SEEDS) {
      const history = new History(2_000 + seed);
      const sheets = Array.from({ length: 4 }, (_, index): TestSheet => {
        const rows = [1, 2, 3, 4].filter(() => history.below(3) > 0);
        const told = (row: number): Cell[] => [`srv${row}`, ['Bonn', 'Ulm', null][history.below(3)] ?? null];
        return { id: `imp_${index}`, fields: ['hostname', 'location'], rows: rows.map(told) };
      });
      for (const sheet of sheets) await history.inventory.import(sheet);
      const kept = sheets.filter(() => history.below(2) === 0);
      for (const sheet of sheets) if (!kept.includes(sheet)) await history.inventory.withdraw(sheet);
      const alone = new MemoryInventory();
      for (const sheet of sheets) await alone.import(kept.includes(sheet) ? sheet : { ...sheet, rows: [] });
      const comparable = (inventory: MemoryInventory) =>
        new Map(inventory.snapshot().map(({ _id, ...asset }) => [asset.name, asset]));
      expect(comparable(history.inventory)).toEqual(comparable(alone));
    }
  });
});
