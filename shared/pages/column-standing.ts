import type { FieldMapping } from '../schemas/field-mapping.schema.ts';
import type { Flow } from '../schemas/flow.schema.ts';

/**
 * `unmapped`: the engine has no field for the column and nobody decided on it yet. `left_out`: no field is read from it,
 * because somebody said so or because it was not approved when the others were. Pane and dashboard call both the same.
 */
export type ColumnStanding = 'approved' | 'suggested' | 'unmapped' | 'left_out';

/** `isApproved`: the analyst has approved the import's mappings; then nothing is open any more. */
export function columnStanding(
  { status, target_field: field }: Pick<FieldMapping, 'status' | 'target_field'>,
  { isApproved }: { isApproved: boolean },
): ColumnStanding {
  if (status === 'rejected') return 'left_out';
  if (status === 'approved') return 'approved';
  if (isApproved) return 'left_out';
  return field === null ? 'unmapped' : 'suggested';
}

/** Whether the analyst has decided on the mappings; the agents' work after that is still to come. */
export function isApproved({ phases }: Pick<Flow, 'phases'>): boolean {
  return phases.some(({ phase, status }) => phase === 'waiting_for_approval' && status === 'completed');
}
