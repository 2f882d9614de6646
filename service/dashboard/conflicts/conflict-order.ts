import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { naturally } from '../parts/natural-order.ts';

type Placed = Pick<HeldCase, 'row_numbers'> & { origin: Pick<HeldCase['origin'], 'flow_id'> };

/** As the sheet has them, import by import. */
export function byRecord(one: Placed, other: Placed): number {
  return naturally(one.origin.flow_id, other.origin.flow_id) || (one.row_numbers[0] ?? 0) - (other.row_numbers[0] ?? 0);
}
