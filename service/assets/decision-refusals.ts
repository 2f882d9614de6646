import { isWithdrawing } from '#shared/is-withdrawing.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { InventoryConflictDocument } from '../models/inventory-conflict.model.ts';
import type { RequestedDecision } from './conflict-decisions.ts';
import type { CurrentCase } from './current-cases.ts';

/** Assets a refusal names. */
const NAMES_MAX = 5;

/** Why nothing can be decided on the flow's own conflicts; null: it can. */
export function whyNotDecidable(flow: FlowDocument): string | null {
  if (flow.status === 'completed' || flow.status === 'waiting_for_approval') return null;
  return whyStopped(flow) ?? `Nothing can be decided while the flow is ${flow.status}.`;
}

/** Why nothing can be decided in the engagement of the open flow; null: it can. */
export function whyNotQuiet(open: FlowDocument): string | null {
  if (open.status === 'waiting_for_approval') return null;
  if (['data_validation', 'field_mapping'].includes(open.current_phase)) return null;
  return whyStopped(open) ?? 'The inventory is being written. Decide when the open flow is done.';
}

/** A flow that stopped does not get done by itself. */
function whyStopped(flow: FlowDocument): string | null {
  const orDelete = isWithdrawing(flow) ? '' : ' or delete it';
  switch (flow.status) {
    case 'failed':
      return `The import of ${flow.filename} failed before it was done. Try it again${orDelete}, then decide.`;
    case 'paused':
      return `The import of ${flow.filename} is paused. Resume it${orDelete}, then decide.`;
    default:
      return null;
  }
}

/** Of a conflict that is closed, behind its name. */
export function whyClosed({ action, decided_by: by }: NonNullable<InventoryConflictDocument['decision']>): string {
  return action === 'asked_again' ? ` is asked again by ${by}. Decide it there.` : ` was decided by ${by}.`;
}

/**
 * Who makes new assets of the records has to know what they may be by now: else one thing would come into the inventory
 * twice.
 *
 * @returns null: it is known; else why not, behind the name of the conflict
 */
export function whyUnseen({ version, since }: CurrentCase, requested: RequestedDecision): string | null {
  if (requested.action === 'leave_out' || requested.assetId !== null) return null;
  const isSeen = requested.version === undefined ? since.length === 0 : requested.version === version;
  if (isSeen) return null;
  const names = [...new Set(since)].slice(0, NAMES_MAX).join(', ');
  const changed =
    since.length === 0
      ? 'since it was read, other assets are what its records may be'
      : `since it was listed, the inventory has got ${names}, which its records may be`;
  return `: ${changed}. Look at it again before you decide.`;
}
