import { beforeEach, describe, expect, test } from '@jest/globals';
import type { InventoryDesk } from '#service/agents/agent-ports.ts';
import type { AssetChange } from '#service/inventory/asset-change.ts';
import type { AssetDraft, AssetSource } from '#service/inventory/asset.ts';
import type { ConflictDecision, InventoryConflict } from '#service/inventory/conflict.ts';
import { addSource } from '#service/inventory/decided-source.ts';

/** An empty inventory, and what happens to it beside the desks of its imports. */
export interface DeskInventory {
  deskFor(dataImportId: string): InventoryDesk;
  /** A person decides on what is held, before the inventory is written. */
  decideBefore(conflict: InventoryConflict, decision: ConflictDecision): Promise<void>;
  remember(signature: string, decision: ConflictDecision): Promise<void>;
  /** What is listed of an import, each in the order of its ids. */
  listed(dataImportId: string): Promise<{ changes: AssetChange[]; conflicts: InventoryConflict[] }>;
}

const decision: ConflictDecision = {
  action: 'separate',
  asset_id: null,
  fields: {},
  decided_by: 'Ana',
  decided_at: new Date('2026-02-01'),
  rule_id: null,
};

function changeOf(row: number, name: string): AssetChange {
  return {
    kind: 'created',
    first_row: row,
    row_numbers: [row],
    row_count: 1,
    asset_id: `ast_${row}`,
    conflict_id: null,
    name,
    asset_class: 'server',
    changes: [],
    decided_by: null,
    last_listed_import_id: null,
  };
}

const conflictOf = (dataImportId: string, signature: string): InventoryConflict => ({
  conflict_id: `${dataImportId}:${signature}`,
  signature,
  kind: 'name:several',
  reason: 'They share the name and may be any of several things.',
  first_row: 7,
  row_numbers: [7, 8],
  row_count: 2,
  things: [],
  candidates: [],
  differing: [],
  decision: null,
});

function sourceOf(dataImportId: string, name: string): AssetSource {
  const said = { value: name, raw: name, rule: 'text', data_import_id: dataImportId, row_number: 1, column_index: 0 };
  return {
    data_import_id: dataImportId,
    imported_at: new Date('2026-01-02'),
    lineage: 'servers',
    row_numbers: [1],
    asset_class: 'server',
    class_rule: 'asset-type',
    keys: [`name:${name}`],
    values: { asset_name: [{ ...said, decided_by: null }] },
    components: [],
    decided_by: null,
  };
}

const assetOf = (id: string, dataImportId: string, name: string): AssetDraft =>
  addSource(id, sourceOf(dataImportId, name));

async function all<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** What every `InventoryDesk` promises. */
export function inventoryDeskContract(name: string, start: () => DeskInventory | Promise<DeskInventory>): void {
  describe(`${name}, like every inventory desk,`, () => {
    let inventory: DeskInventory;
    let desk: InventoryDesk;
    let other: InventoryDesk;
    const [open, decided] = [conflictOf('imp_a', 'sig_open'), conflictOf('imp_a', 'sig_decided')];
    const ofOther = conflictOf('imp_b', 'sig_open');

    beforeEach(async () => {
      inventory = await start();
      desk = inventory.deskFor('imp_a');
      other = inventory.deskFor('imp_b');
      await desk.list([changeOf(1, 'srv1')], [open, decided]);
      await other.list([changeOf(1, 'srv2')], [ofOther]);
      await inventory.decideBefore(decided, decision);
    });

    test('begins without what an earlier run listed of its import, but for what a person decided', async () => {
      await desk.begin();
      expect(await inventory.listed('imp_a')).toEqual({ changes: [], conflicts: [{ ...decided, decision }] });
      expect(await inventory.listed('imp_b')).toEqual({ changes: [changeOf(1, 'srv2')], conflicts: [ofOther] });
    });

    test('lists a row or a conflict once, as it was listed last', async () => {
      const again = { ...open, row_count: 3 };
      await desk.list([changeOf(1, 'srv1a'), changeOf(2, 'srv3')], [again]);
      expect(await inventory.listed('imp_a')).toEqual({
        changes: [changeOf(1, 'srv1a'), changeOf(2, 'srv3')],
        conflicts: [{ ...decided, decision }, again],
      });
    });

    test('forgets what is listed of its import, decided or not', async () => {
      await desk.forgetListed();
      expect(await inventory.listed('imp_a')).toEqual({ changes: [], conflicts: [] });
      expect((await inventory.listed('imp_b')).conflicts).toEqual([ofOther]);
    });

    test('knows decisions on the cases it is asked about: of this import, and remembered ones', async () => {
      await inventory.remember('sig_known', decision);
      await inventory.remember('sig_more', decision);
      await inventory.decideBefore(ofOther, decision);
      const known = await desk.decisionsOn(['sig_open', 'sig_decided', 'sig_known']);
      expect([...known.keys()].sort()).toEqual(['sig_decided', 'sig_known']);
      expect(known.get('sig_decided')).toEqual(decision);
      expect(known.get('sig_known')).toEqual({
        ...decision,
        decided_by: 'Ana (remembered since 2026-02-01)',
        rule_id: expect.any(String),
      });
      expect((await desk.decisionsOn([])).size).toBe(0);
    });

    test('follows what was decided in this import before what is remembered', async () => {
      await inventory.remember('sig_decided', { ...decision, action: 'leave_out' });
      expect((await desk.decisionsOn(['sig_decided'])).get('sig_decided')).toEqual(decision);
    });

    test('writes assets whole, over what is there already, and removes them', async () => {
      const [first, second] = [assetOf('ast_1', 'imp_a', 'srv1'), assetOf('ast_2', 'imp_b', 'srv2')];
      await desk.write({ created: [second, first], changed: [], removedIds: [] });
      const changed = addSource(second, sourceOf('imp_a', 'srv2a'));
      await desk.write({ created: [first], changed: [changed], removedIds: [] });
      expect(await desk.getAssets(['ast_2', 'ast_gone'])).toEqual([changed]);
      expect(await desk.findFilename('imp_gone')).toBeNull();
      expect(
        (await all(desk.readIdentities())).map((asset) => [asset.asset_id, asset.name, asset.sources.length]),
      ).toEqual([
        ['ast_1', 'srv1', 1],
        ['ast_2', changed.name, 2],
      ]);
      expect((await all(desk.readIdentities()))[0]?.sources[0]).toMatchObject({
        data_import_id: 'imp_a',
        imported_at: new Date('2026-01-02'),
        lineage: 'servers',
        keys: ['name:srv1'],
      });
      expect((await all(other.readAssetsOfImport())).map(({ _id }) => _id)).toEqual(['ast_2']);
      expect(await all(desk.readAssetsOfImport())).toEqual([first, changed]);
      await desk.write({ created: [], changed: [], removedIds: ['ast_1'] });
      expect((await all(desk.readIdentities())).map(({ asset_id }) => asset_id)).toEqual(['ast_2']);
    });

    test('gives assets nobody else changes', async () => {
      await desk.write({ created: [assetOf('ast_1', 'imp_a', 'srv1')], changed: [], removedIds: [] });
      const [mine] = await desk.getAssets(['ast_1']);
      mine?.keys.push('name:mine');
      expect((await desk.getAssets(['ast_1']))[0]?.keys).toEqual(['name:srv1']);
    });
  });
}
