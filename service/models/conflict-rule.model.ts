import { Schema } from 'mongoose';
import type { ConflictDecision } from '../inventory/conflict.ts';

/** A decision that was to be remembered: the same case of the client is decided the same way. */
export interface ConflictRuleDocument {
  /** `rule_` and a digest of client and signature. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  /** In which it was decided last. Rules of earlier services have none. */
  data_import_id?: string;
  signature: string;
  kind: string;
  /** The name of the records; of many, the first. Rules of earlier services have none. */
  names?: string[];
  decision: ConflictDecision;
}

export const conflictRuleSchema = new Schema<ConflictRuleDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    data_import_id: String,
    signature: { type: String, required: true },
    kind: { type: String, required: true },
    names: { type: [String], default: [] },
    decision: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'conflict_rules', versionKey: false, strict: 'throw', minimize: false },
);
conflictRuleSchema.index({ client_account_id: 1, signature: 1 });
conflictRuleSchema.index({ client_account_id: 1, _id: 1 }, { name: 'in_order' });
