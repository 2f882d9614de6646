import type { Connection } from 'mongoose';
import type { ApiErrorCode } from '#shared/api-error.ts';
import { recordText } from '#shared/records-text.ts';
import type { ConflictAction } from '#shared/statuses.ts';
import type { AuditLog } from '../access/audit-log.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { tenantOf, type Tenant } from '../access/tenant.ts';
import type { InventoryTurns } from '../flows/inventory-turns.ts';
import type { AssetChange } from '../inventory/asset-change.ts';
import type { AssetDraft } from '../inventory/asset.ts';
import type { ConflictDecision } from '../inventory/conflict.ts';
import { diffStates } from '../inventory/diff.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import { AppError } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction, type ClientSession } from '../platform/database/mongo.ts';
import { changedValues, loadPlaces, type CellPlaces } from './cell-places.ts';
import { ruleOf } from './conflict-rule.ts';
import type { CurrentCases, Reading } from './current-cases.ts';
import { changeBy, decidedDrafts, type DecidedCase, type DecidedDraft } from './decided-drafts.ts';
import { decisionDetails } from './decision-details.ts';
import { whyClosed, whyNotDecidable, whyNotQuiet, whyUnseen } from './decision-refusals.ts';
import { draftOf, storedAsset } from './stored-asset.ts';

interface Dependencies {
  connection: Connection;
  flows: TenantCollection<FlowDocument>;
  inventoryConflicts: TenantCollection<InventoryConflictDocument>;
  assets: TenantCollection<AssetDocument>;
  dataImports: TenantCollection<DataImportDocument>;
  conflictRules: TenantCollection<ConflictRuleDocument>;
  currentCases: CurrentCases;
  turns: InventoryTurns;
  audit: AuditLog;
  clock: Clock;
}

export interface RequestedDecision {
  conflictId: string;
  action: ConflictAction;
  assetId: string | null;
  fields: Readonly<Record<string, number | null>>;
  /** Of the conflict that was looked at; undefined: nothing may have come since its import listed it. */
  version: string | undefined;
}

interface DecideRequest {
  tenant: Tenant;
  flowId: string;
  actor: Actor;
  isToBeRemembered: boolean;
}

/** What decisions come to, in assets. */
export interface Impact {
  created: number;
  changed: number;
  /** Values of the changed ones that change. */
  values: number;
  /** Assets that only get one more source. */
  unchanged: number;
  isKeptUntilApplied: boolean;
}

interface Deciding {
  request: DecideRequest;
  conflict: InventoryConflictDocument;
  decision: ConflictDecision;
  session: ClientSession;
}

/** What persons decide on held records: once each, all of a request or nothing of it. */
export class ConflictDecisions {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  /**
   * Decides. While the flow waits with its preview, decisions are kept for when the inventory is applied; afterwards the
   * assets change at once.
   *
   * @returns how many assets were written
   * @throws AppError not_found, invalid_request, flow_state_conflict, conflict_changed
   */
  async decide(request: DecideRequest, decisions: readonly RequestedDecision[]): Promise<number> {
    return inTransaction(this.deps.connection, async (session) => {
      const flow = await this.getFlow(request.tenant, request.flowId, session);
      await this.assertQuiet(request.tenant, session);
      let written = 0;
      for (const requested of decisions) {
        const conflict = await this.getOpen(request.tenant, { flow, requested }, { session });
        const decision = this.decisionOf(requested, request.actor);
        const deciding = { request, conflict, decision, session };
        if (flow.status === 'completed') written += await this.carryOut(deciding);
        await this.record(deciding);
      }
      return written;
    });
  }

  /**
   * What a decision would do to each asset; nothing is written.
   *
   * @throws AppError not_found, invalid_request, flow_state_conflict, conflict_changed
   */
  async preview(
    { tenant, flowId, actor }: Omit<DecideRequest, 'isToBeRemembered'>,
    requested: RequestedDecision,
  ): Promise<{ changes: AssetChange[]; isKeptUntilApplied: boolean; places: CellPlaces }> {
    const flow = await this.getFlow(tenant, flowId);
    const conflict = await this.getOpen(tenant, { flow, requested });
    const decision = this.decisionOf(requested, actor);
    const drafts = await this.draftsOf({ conflict, decision }, (id) => this.findAsset(tenant, id));
    const changes = drafts.map((draft) => changeBy(draft, { conflict, decision }));
    const places = await loadPlaces(this.deps.dataImports, tenant, changedValues(changes));
    return { changes, isKeptUntilApplied: flow.status !== 'completed', places };
  }

  /**
   * What decisions would come to, each made on what those before it leave; nothing is written.
   *
   * @throws AppError not_found, invalid_request, flow_state_conflict, conflict_changed
   */
  async previewAll(
    { tenant, flowId, actor }: Omit<DecideRequest, 'isToBeRemembered'>,
    decisions: readonly RequestedDecision[],
  ): Promise<Impact> {
    const flow = await this.getFlow(tenant, flowId);
    const drafts = new Map<string, DecidedDraft>();
    const written = new Map<string, AssetDraft>();
    for (const requested of decisions) {
      const conflict = await this.getOpen(tenant, { flow, requested }, { written });
      const decision = this.decisionOf(requested, actor);
      const found = await this.draftsOf(
        { conflict, decision },
        async (id) => written.get(id) ?? (await this.findAsset(tenant, id)),
      );
      for (const { before, after } of found) {
        const known = drafts.get(after._id);
        written.set(after._id, after);
        drafts.set(after._id, { before: known === undefined ? before : known.before, after });
      }
    }
    return { ...impactOf([...drafts.values()]), isKeptUntilApplied: flow.status !== 'completed' };
  }

  private decisionOf({ action, assetId, fields }: RequestedDecision, actor: Actor): ConflictDecision {
    const by = { decided_by: actor.name, decided_at: this.deps.clock.now() };
    return { action, asset_id: assetId, fields: { ...fields }, ...by, rule_id: null };
  }

  /** @returns how many assets it wrote */
  private async carryOut({ request, conflict, decision, session }: Deciding): Promise<number> {
    const { tenant } = request;
    const drafts = await this.draftsOf({ conflict, decision }, (id) => this.findAsset(tenant, id, session));
    await this.deps.assets.replaceAll(
      tenant,
      drafts.map(({ after }) => storedAsset(tenant, after)),
      session,
    );
    return drafts.length;
  }

  private async record({ request, conflict, decision, session }: Deciding): Promise<void> {
    const { tenant, actor, isToBeRemembered } = request;
    await this.deps.inventoryConflicts.change(
      tenant,
      { _id: conflict._id },
      { $set: { decision, things: conflict.things, candidates: conflict.candidates } },
      session,
    );
    if (isToBeRemembered)
      await this.deps.conflictRules.replaceAll(tenant, [ruleOf(tenant, conflict, decision)], session);
    const details = decisionDetails(conflict, decision, request);
    await this.deps.audit.record(
      { actor, action: 'inventory_conflict.decide', subject: conflict._id, tenant, details },
      session,
    );
  }

  private async getOpen(
    tenant: Tenant,
    { flow, requested }: { flow: FlowDocument; requested: RequestedDecision },
    reading: Reading = {},
  ): Promise<InventoryConflictDocument> {
    const notDecidable = whyNotDecidable(flow);
    if (notDecidable !== null) throw new AppError('flow_state_conflict', notDecidable);
    const filter = { _id: requested.conflictId, data_import_id: flow.data_import_id };
    const stored = await this.deps.inventoryConflicts.get(tenant, filter, 'conflict', reading.session);
    if (stored.decision !== null && flow.status === 'completed')
      throw await this.refusal(stored, 'flow_state_conflict', whyClosed(stored.decision));
    const current = await this.deps.currentCases.placeOne(tenant, { conflict: stored, status: flow.status }, reading);
    const { conflict } = current;
    const isCandidate = conflict.candidates.some((candidate) => candidate.asset_id === requested.assetId);
    if (requested.assetId !== null && (requested.action !== 'merge' || !isCandidate))
      throw new AppError('invalid_request', 'Only a candidate of the conflict can be merged into.');
    const unseen = whyUnseen(current, requested);
    if (unseen !== null) throw await this.refusal(conflict, 'conflict_changed', unseen);
    assertOwnRows(conflict, requested);
    return conflict;
  }

  /** A phase that writes assets has read them before: nothing may change in between. */
  private async assertQuiet(tenant: Tenant, session: ClientSession): Promise<void> {
    await this.deps.turns.take(tenant, session);
    if (await this.deps.turns.areWritersLeft(tenant, session))
      throw new AppError('flow_state_conflict', 'A worker that was stopped may still be writing. Decide in a minute.');
    const open = await this.deps.flows.find(tenant, { is_open: true }, session);
    const notQuiet = open === null ? null : whyNotQuiet(open);
    if (notQuiet !== null) throw new AppError('flow_state_conflict', notQuiet);
  }

  /** A request may hold many cases: a refusal says which of them it is about. */
  private async draftsOf(
    decided: DecidedCase,
    findAsset: (id: string) => Promise<AssetDraft | null>,
  ): Promise<DecidedDraft[]> {
    try {
      return await decidedDrafts(decided, findAsset);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw await this.refusal(decided.conflict, error.code, `: ${error.message}`);
    }
  }

  /** @param why goes on behind the name of the conflict */
  private async refusal(conflict: InventoryConflictDocument, code: ApiErrorCode, why: string): Promise<AppError> {
    const places = await loadPlaces(this.deps.dataImports, tenantOf(conflict), [conflict]);
    return new AppError(code, `The conflict of ${recordText(conflict.first_row, places.headerRowOf(conflict))}${why}`);
  }

  private getFlow(tenant: Tenant, flowId: string, session?: ClientSession): Promise<FlowDocument> {
    return this.deps.flows.get(tenant, { _id: flowId }, 'flow', session);
  }

  private async findAsset(tenant: Tenant, id: string, session?: ClientSession): Promise<AssetDraft | null> {
    const found = await this.deps.assets.find(tenant, { _id: id }, session);
    return found === null ? null : draftOf(found);
  }
}

function assertOwnRows(
  { row_numbers }: InventoryConflictDocument,
  { action, assetId, fields }: RequestedDecision,
): void {
  const rows = new Set(row_numbers);
  for (const [field, row] of Object.entries(fields)) {
    if (row === null && (action !== 'merge' || assetId === null))
      throw new AppError('invalid_request', `Only a merge into an asset can keep the ${field} that the asset has.`);
    if (row !== null && !rows.has(row))
      throw new AppError('invalid_request', 'The values of fields come from records of the conflict.');
  }
}

function impactOf(drafts: readonly DecidedDraft[]): Omit<Impact, 'isKeptUntilApplied'> {
  const known = drafts.flatMap(({ before, after }) => (before === null ? [] : [diffStates(before, after).length]));
  const changed = known.filter((values) => values > 0);
  return {
    created: drafts.length - known.length,
    changed: changed.length,
    values: changed.reduce((sum, values) => sum + values, 0),
    unchanged: known.length - changed.length,
  };
}
