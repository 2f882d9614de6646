import { trusted, type Connection } from 'mongoose';
import type { RememberedDecision } from '#shared/schemas/conflict-memory.schema.ts';
import type { AuditLog } from '../access/audit-log.ts';
import { assertCursor } from '../access/page-cursor.ts';
import type { Actor } from '../access/principal.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { AssetDocument } from '../models/asset.model.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import { notFound } from '../platform/app-error.ts';
import { inTransaction } from '../platform/database/mongo.ts';

interface Dependencies {
  connection: Connection;
  /** Shared by the engagements of a client account. */
  conflictRules: TenantCollection<ConflictRuleDocument>;
  assets: TenantCollection<AssetDocument>;
  audit: AuditLog;
}

/** Decisions on held records that a client's later imports follow: they can be looked at and forgotten. */
export class ConflictMemory {
  private readonly deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.deps = dependencies;
  }

  async list(tenant: Tenant, request: PageRequest): Promise<Page<RememberedDecision>> {
    assertCursor(request.cursor, 'rule_');
    const { items, nextCursor } = await this.deps.conflictRules.page(tenant, {}, request);
    const ids = items.flatMap(({ decision }) => decision.asset_id ?? []);
    const wanted = { _id: trusted({ $in: ids }) };
    const assets = ids.length === 0 ? [] : await this.deps.assets.list(tenant, wanted, { _id: 1 });
    const nameOf = new Map(assets.map(({ _id, name }) => [_id, name]));
    return { items: items.map((rule) => presentRule(rule, nameOf)), nextCursor };
  }

  /**
   * The next import holds such records again. What was decided by it stays decided.
   *
   * @throws AppError not_found
   */
  async forget({ tenant, ruleId, actor }: { tenant: Tenant; ruleId: string; actor: Actor }): Promise<void> {
    await inTransaction(this.deps.connection, async (session) => {
      const rule = await this.deps.conflictRules.find(tenant, { _id: ruleId }, session);
      if (rule === null) throw notFound('remembered decision');
      await this.deps.conflictRules.removeAll(tenant, { _id: ruleId }, session);
      const { action, asset_id, decided_by } = rule.decision;
      const details = { kind: rule.kind, action, asset_id, decided_by };
      await this.deps.audit.record(
        { actor, action: 'conflict_memory.forget', subject: ruleId, tenant, details },
        session,
      );
    });
  }
}

function presentRule(
  { _id, kind, names, decision, engagement_id }: ConflictRuleDocument,
  nameOf: ReadonlyMap<string, string>,
): RememberedDecision {
  return {
    rule_id: _id,
    kind,
    names: names ?? [],
    action: decision.action,
    asset_id: decision.asset_id,
    asset_name: nameOf.get(decision.asset_id ?? '') ?? null,
    decided_by: decision.decided_by,
    decided_at: decision.decided_at.toISOString(),
    engagement_id,
  };
}
