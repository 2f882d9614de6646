import type { AuditEvent } from '../access/audit-log.ts';
import type { ConflictDecision } from '../inventory/conflict.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';

/** Names of records that the audit log has. */
const NAMES_MAX = 5;

/** What the audit log says of a decision: which records, by their names, and the answer. */
export function decisionDetails(
  { things, candidates }: Pick<InventoryConflictDocument, 'things' | 'candidates'>,
  { action, asset_id }: ConflictDecision,
  { flowId, isToBeRemembered }: { flowId: string; isToBeRemembered: boolean },
): AuditEvent['details'] {
  const into = candidates.find((candidate) => asset_id !== null && candidate.asset_id === asset_id)?.name ?? null;
  return { flow_id: flowId, records: recordsText(things), action, asset_id, into, remembered: isToBeRemembered };
}

/** `web01 and db01` */
function recordsText(things: readonly { name: string }[]): string {
  const names = [...new Set(things.map(({ name }) => name))].filter((name) => name !== '');
  const more = names.length - NAMES_MAX;
  const named = [...names.slice(0, NAMES_MAX), ...(more > 0 ? [`${more} more`] : [])];
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((part) => part !== '').join(' and ');
}
