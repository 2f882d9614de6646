import { createHash } from 'node:crypto';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import { assetId } from '../inventory/asset-id.ts';
import type { ConflictDecision } from '../inventory/conflict.ts';
import type { ConflictRuleDocument } from '../models/conflict-rule.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';

/** Names that tell which records a rule is about. */
const NAMES_MAX = 10;

/** What is remembered of a decision. */
export function ruleOf(
  tenant: Tenant,
  conflict: InventoryConflictDocument,
  decision: ConflictDecision,
): ConflictRuleDocument {
  const digest = createHash('sha256')
    .update(JSON.stringify([tenant.clientAccountId, conflict.signature]))
    .digest('hex');
  return {
    _id: `rule_${digest.slice(0, 32)}`,
    ...ownedBy(tenant),
    data_import_id: conflict.data_import_id,
    signature: conflict.signature,
    kind: conflict.kind,
    names: [...new Set(conflict.things.map(({ name }) => name))].slice(0, NAMES_MAX),
    // Rows are of this import; what is remembered is which asset, or that the things are several.
    decision: { ...decision, asset_id: decision.asset_id ?? madeBeside(conflict, decision), fields: {} },
  };
}

/** The new asset that was wanted although there are others the records may be: next time it is one of them. */
function madeBeside(conflict: InventoryConflictDocument, { action }: ConflictDecision): string | null {
  if (action !== 'merge' || conflict.candidates.every((candidate) => candidate.asset_id === null)) return null;
  return assetId(conflict.data_import_id, conflict.first_row);
}
