import { trusted, type ClientSession, type QueryFilter } from 'mongoose';
import type { AuditLog } from '../access/audit-log.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AskedAgain } from '../inventory/conflict.ts';
import { lineageOf, seriesKey } from '../inventory/sheet-series.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import type { Clock } from '../platform/clock.ts';

interface Dependencies {
  flows: TenantCollection<FlowDocument>;
  inventoryConflicts: TenantCollection<InventoryConflictDocument>;
  audit: AuditLog;
  clock: Clock;
}

const OF_SHEET_IMPORT = ['data_import_id', 'filename', 'sheet_name', 'status', 'created_at'] as const;
/** What is read of a flow. */
type SheetImport = Pick<FlowDocument, '_id' | (typeof OF_SHEET_IMPORT)[number]>;

const THE_INVENTORY: Actor = { name: 'asset-inventory', keyId: null };

/** Conflicts of one signature in several imports of a sheet: the newest asks, the older ones are closed while it does. */
export class RepeatedQuestions {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /** What earlier imports of the sheet ask, and this one asks again, is open in this one only. */
  async close(tenant: Tenant, flow: SheetImport, session: ClientSession): Promise<void> {
    const earlier = (await this.sameSheet(tenant, flow, session)).filter((one) => isDone(one) && isBefore(one, flow));
    if (earlier.length === 0) return;
    const asked = new Set((await this.read(tenant, ofImports([flow]), session)).map(({ signature }) => signature));
    const open = await this.read(tenant, { ...ofImports(earlier), decision: null }, session);
    const repeated = open.filter(({ signature }) => asked.has(signature)).map(({ _id }) => _id);
    const decision: AskedAgain = {
      action: 'asked_again',
      data_import_id: flow.data_import_id,
      decided_by: flow.filename,
      decided_at: this.deps.clock.now(),
    };
    const filter = { _id: trusted({ $in: repeated }), decision: null };
    const conflicts = await this.deps.inventoryConflicts.changeAll(tenant, filter, { $set: { decision } }, session);
    await this.record(tenant, flow, { action: 'inventory_conflict.ask_again', conflicts }, session);
  }

  /** What a withdrawn import asked again is open where it was asked before, or closed by a later import that asks it too. */
  async openAll(tenant: Tenant, flow: SheetImport, session: ClientSession): Promise<void> {
    await this.openAgain(tenant, { flow, asked: {} }, session);
  }

  /** The same of an import that is no longer listed: what was answered in it stays answered, as its assets stay. */
  async openUnanswered(tenant: Tenant, flow: SheetImport, session: ClientSession): Promise<void> {
    const unanswered = trusted({ $in: [null, 'asked_again' as const] });
    const left = await this.read(tenant, { ...ofImports([flow]), 'decision.action': unanswered }, session);
    const asked = { signature: trusted({ $in: left.map(({ signature }) => signature) }) };
    if (left.length > 0) await this.openAgain(tenant, { flow, asked }, session);
  }

  private async openAgain(
    tenant: Tenant,
    { flow, asked }: { flow: SheetImport; asked: QueryFilter<InventoryConflictDocument> },
    session: ClientSession,
  ): Promise<void> {
    const others = await this.sameSheet(tenant, flow, session);
    const closed = { ...ofImports(others), ...asked, 'decision.data_import_id': flow.data_import_id };
    const open = { $set: { decision: null } };
    const conflicts = await this.deps.inventoryConflicts.changeAll(tenant, closed, open, session);
    await this.record(tenant, flow, { action: 'inventory_conflict.open_again', conflicts }, session);
    if (conflicts === 0) return;
    for (const later of others.filter((one) => isDone(one) && isBefore(flow, one)))
      await this.close(tenant, later, session);
  }

  /** Other imports of the sheet, oldest first. An engagement may have thousands of imports. */
  private async sameSheet(tenant: Tenant, flow: SheetImport, session: ClientSession): Promise<SheetImport[]> {
    const series = seriesOfFlow(flow);
    const found: SheetImport[] = [];
    const others = { _id: trusted({ $ne: flow._id }) };
    const options = { fields: OF_SHEET_IMPORT, sort: { created_at: 1 }, session } as const;
    for await (const some of this.deps.flows.readAll(tenant, others, options))
      found.push(...some.filter((one) => seriesOfFlow(one) === series));
    return found;
  }

  /** Conflicts, without what their records say. */
  private async read(
    tenant: Tenant,
    filter: QueryFilter<InventoryConflictDocument>,
    session: ClientSession,
  ): Promise<Pick<InventoryConflictDocument, '_id' | 'signature'>[]> {
    const found: Pick<InventoryConflictDocument, '_id' | 'signature'>[] = [];
    const fields = ['signature'] as const;
    for await (const some of this.deps.inventoryConflicts.readAll(tenant, filter, { fields, session }))
      found.push(...some);
    return found;
  }

  private async record(
    tenant: Tenant,
    { _id, data_import_id, filename }: SheetImport,
    { action, conflicts }: { action: string; conflicts: number },
    session: ClientSession,
  ): Promise<void> {
    if (conflicts === 0) return;
    const details = { flow_id: _id, file: filename, conflicts };
    await this.deps.audit.record({ actor: THE_INVENTORY, action, subject: data_import_id, tenant, details }, session);
  }
}

const seriesOfFlow = ({ filename, sheet_name }: SheetImport): string => seriesKey(lineageOf(filename, sheet_name));

const isDone = ({ status }: SheetImport): boolean => status === 'completed';

const isBefore = (one: SheetImport, other: SheetImport): boolean => one.created_at < other.created_at;

const ofImports = (flows: readonly SheetImport[]) => ({
  data_import_id: trusted({ $in: flows.map(({ data_import_id: id }) => id) }),
});
