import { Schema } from 'mongoose';

/**
 * An act, its actor and its subject, written in the transaction of the act itself; of a download, before its first
 * byte.
 */
export interface AuditEventDocument {
  _id: string;
  at: Date;
  actor: string;
  /** Which key of that name it was; older events and those of the service itself have none. */
  actor_key_id?: string | null;
  action: string;
  subject: string;
  client_account_id: string | null;
  engagement_id: string | null;
  details: Record<string, string | number | boolean | null>;
}

export const auditEventSchema = new Schema<AuditEventDocument>(
  {
    _id: String,
    at: { type: Date, required: true },
    actor: { type: String, required: true },
    actor_key_id: { type: String, default: null },
    action: { type: String, required: true },
    subject: { type: String, required: true },
    client_account_id: { type: String, default: null },
    engagement_id: { type: String, default: null },
    details: { type: Schema.Types.Mixed, default: {} },
  },
  { collection: 'audit_events', versionKey: false, strict: 'throw', minimize: false },
);
auditEventSchema.index({ client_account_id: 1, engagement_id: 1, _id: -1 });
auditEventSchema.index({ client_account_id: 1, _id: -1 });
auditEventSchema.index({ action: 1, _id: -1 });
auditEventSchema.index({ actor_key_id: 1, _id: -1 });
