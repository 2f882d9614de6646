import { Schema } from 'mongoose';
import type { AskedAgain, ConflictDecision, InventoryConflict } from '../inventory/conflict.ts';

/** Records that wait for a person's decision; their form is explained in service/inventory/conflict.ts. */
export interface InventoryConflictDocument extends Omit<InventoryConflict, 'conflict_id' | 'row_count' | 'decision'> {
  /** The conflict's id. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  data_import_id: string;
  /** Conflicts of earlier services have none: they list all rows. */
  row_count?: number;
  decision: ConflictDecision | AskedAgain | null;
}

export const inventoryConflictSchema = new Schema<InventoryConflictDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    signature: { type: String, required: true },
    kind: { type: String, required: true },
    reason: { type: String, required: true },
    first_row: { type: Number, required: true },
    row_numbers: { type: [Number], required: true },
    row_count: Number,
    things: { type: Schema.Types.Mixed, required: true },
    candidates: { type: Schema.Types.Mixed, required: true },
    differing: { type: Schema.Types.Mixed, required: true },
    decision: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'inventory_conflicts', versionKey: false, strict: 'throw', minimize: false },
);
inventoryConflictSchema.index({ data_import_id: 1, _id: 1 });
/** For the list of an engagement, and its counts: their fields follow, so that counts read no document. */
inventoryConflictSchema.index(
  {
    client_account_id: 1,
    engagement_id: 1,
    _id: 1,
    data_import_id: 1,
    'decision.decided_by': 1,
    'decision.decided_at': 1,
    'decision.action': 1,
  },
  { name: 'of_engagement' },
);
