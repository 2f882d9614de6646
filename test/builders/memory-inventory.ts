import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { buildContext, buildInput } from './agent-inputs.ts';
import type { AgentInput, AgentOutput } from '#service/agents/agent.ts';
import { assetInventory } from '#service/agents/asset-inventory/asset-inventory.agent.ts';
import type { InventoryDesk } from '#service/agents/agent-ports.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { withdrawal } from '#service/agents/withdrawal/withdrawal.agent.ts';
import { decidedDrafts } from '#service/assets/decided-drafts.ts';
import { CLEANSING, type CleansingPlan } from '#service/cleansing/cleansing-plan.ts';
import type { AssetChange } from '#service/inventory/asset-change.ts';
import type { AssetDraft } from '#service/inventory/asset.ts';
import type { ConflictDecision, InventoryConflict } from '#service/inventory/conflict.ts';

/** A sheet whose columns are named by the fields they were approved for; `-` before a name: not mapped. */
export interface TestSheet {
  id: string;
  fields: readonly string[];
  rows: readonly (readonly Cell[])[];
  sheetName?: string;
  filename?: string;
  units?: Readonly<Record<string, string>>;
}

export function planFor({ fields, units = {} }: TestSheet): CleansingPlan {
  return {
    rules: CLEANSING,
    columns: fields.flatMap((field, columnIndex) => {
      if (field.startsWith('-')) return [];
      const isSecondary = fields.indexOf(field) < columnIndex;
      const fieldType = targetFields.find(({ name }) => name === field)?.type ?? 'string';
      const unit = units[field];
      const options = unit === undefined ? {} : { unit };
      return [{ columnIndex, field, fieldType, isSecondary, options, separator: null, valueDecisions: [] }];
    }),
  };
}

/** An inventory in memory, with the same promises as the one in the database (contracts/inventory-desk-contract.ts). */
export class MemoryInventory {
  assets = new Map<string, AssetDraft>();
  changes = new Map<string, AssetChange[]>();
  conflicts = new Map<string, InventoryConflict>();
  /** By signature. */
  private readonly rules = new Map<string, ConflictDecision>();
  /** By import. */
  private readonly filenames = new Map<string, string>();
  private imports = 0;
  private decisions = 0;

  async import(
    sheet: TestSheet,
    options: { partitionRows?: number; input?: Partial<AgentInput> } = {},
  ): Promise<AgentOutput> {
    this.imports += 1;
    this.filenames.set(sheet.id, sheet.filename ?? 'test.xlsx');
    return runAgent(
      assetInventory,
      this.inputFor(sheet, options.input),
      buildContext(),
      options.partitionRows === undefined ? {} : { partitionRows: options.partitionRows },
    );
  }

  async withdraw(sheet: TestSheet): Promise<AgentOutput> {
    return runAgent(withdrawal, this.inputFor(sheet), buildContext());
  }

  /** Carries out what a person decides on held records, as it is done once their flow is completed. */
  async decide(conflict: InventoryConflict, decided: Partial<ConflictDecision>): Promise<void> {
    this.decisions += 1;
    const by = { decided_by: 'Ana', decided_at: new Date(Date.UTC(2026, 5, this.decisions)), rule_id: null };
    const decision = { action: 'merge' as const, asset_id: null, fields: {}, ...by, ...decided };
    const { conflict_id: _id, ...held } = conflict;
    const [data_import_id = ''] = _id.split(':');
    const owner = { client_account_id: 'client', engagement_id: 'main', data_import_id };
    const drafts = await decidedDrafts({ conflict: { _id, ...owner, ...held }, decision }, (id) => {
      const asset = this.assets.get(id);
      return Promise.resolve(asset === undefined ? null : structuredClone(asset));
    });
    for (const { after } of drafts) this.assets.set(after._id, structuredClone(after));
    this.conflicts.set(_id, { ...conflict, decision });
  }

  /** A person decides before the inventory is written: the phase that runs again finds it. */
  decideBefore(conflict: InventoryConflict, decision: ConflictDecision): Promise<void> {
    this.conflicts.set(conflict.conflict_id, { ...conflict, decision });
    return Promise.resolve();
  }

  /** What is decided in any import by this signature, until the import itself decides. */
  remember(signature: string, decision: ConflictDecision): Promise<void> {
    const day = decision.decided_at.toISOString().slice(0, 10);
    const decided_by = `${decision.decided_by} (remembered since ${day})`;
    this.rules.set(signature, { ...decision, decided_by, rule_id: `rule_${signature}` });
    return Promise.resolve();
  }

  listed(dataImportId: string): Promise<{ changes: AssetChange[]; conflicts: InventoryConflict[] }> {
    const conflicts = [...this.conflicts.values()].filter(({ conflict_id: id }) => id.startsWith(`${dataImportId}:`));
    conflicts.sort((a, b) => (a.conflict_id < b.conflict_id ? -1 : 1));
    return Promise.resolve({ changes: this.changes.get(dataImportId) ?? [], conflicts });
  }

  /** Held records of an import that nobody decided on. */
  openConflicts(importId: string): InventoryConflict[] {
    return [...this.conflicts.values()].filter(
      ({ conflict_id, decision }) => decision === null && conflict_id.startsWith(`${importId}:`),
    );
  }

  inputFor(sheet: TestSheet, overrides: Partial<AgentInput> = {}): AgentInput {
    const headers = sheet.fields.map((field) => field.replace(/^-/, ''));
    const input = buildInput(headers, sheet.rows, {
      cleansingPlan: planFor(sheet),
      inventoryDesk: this.deskFor(sheet.id),
    });
    return {
      ...input,
      facts: {
        ...input.facts,
        dataImportId: sheet.id,
        importedAt: new Date(Date.UTC(2026, 0, 1 + this.imports)),
        filename: sheet.filename ?? 'test.xlsx',
        sheetName: sheet.sheetName ?? 'Assets',
        columns: buildColumns(headers),
      },
      ...overrides,
    };
  }

  /** Everything of the assets, comparable: what was there before is there again, or not. */
  snapshot(): AssetDraft[] {
    return structuredClone([...this.assets.values()].sort((a, b) => (a._id < b._id ? -1 : 1)));
  }

  names(): string[] {
    return [...this.assets.values()].map(({ name }) => name).sort();
  }

  private decisionsOn(dataImportId: string, signatures: readonly string[]): Map<string, ConflictDecision> {
    const found = new Map<string, ConflictDecision>();
    for (const signature of signatures) {
      const decided = this.conflicts.get(`${dataImportId}:${signature}`)?.decision ?? this.rules.get(signature);
      if (decided) found.set(signature, decided);
    }
    return found;
  }

  deskFor(dataImportId: string): InventoryDesk {
    const ofImport = () =>
      this.snapshot().filter(({ sources }) => sources.some((one) => one.data_import_id === dataImportId));
    return {
      readIdentities: () => once(this.snapshot().map((asset) => ({ ...asset, asset_id: asset._id }))),
      getAssets: (ids) => Promise.resolve(structuredClone(ids.flatMap((id) => this.assets.get(id) ?? []))),
      findFilename: (id) => Promise.resolve(this.filenames.get(id) ?? null),
      begin: () => {
        this.changes.set(dataImportId, []);
        for (const { conflict_id } of this.openConflicts(dataImportId)) this.conflicts.delete(conflict_id);
        return Promise.resolve();
      },
      decisionsOn: (signatures) => Promise.resolve(this.decisionsOn(dataImportId, signatures)),
      list: (changes, conflicts) => {
        const listed = [...(this.changes.get(dataImportId) ?? []), ...changes];
        this.changes.set(dataImportId, [...new Map(listed.map((change) => [change.first_row, change])).values()]);
        for (const conflict of conflicts) this.conflicts.set(conflict.conflict_id, conflict);
        return Promise.resolve();
      },
      write: ({ created, changed, removedIds }) => {
        for (const asset of [...created, ...changed]) this.assets.set(asset._id, structuredClone(asset));
        for (const id of removedIds) this.assets.delete(id);
        return Promise.resolve();
      },
      readAssetsOfImport: () => once(ofImport()),
      forgetListed: () => {
        this.changes.delete(dataImportId);
        for (const id of [...this.conflicts.keys()]) if (id.startsWith(`${dataImportId}:`)) this.conflicts.delete(id);
        return Promise.resolve();
      },
    };
  }
}

async function* once<Item>(items: Item[]): AsyncGenerator<Item[]> {
  yield await Promise.resolve(items);
}
