import { Schema } from 'mongoose';
import type { FindingSeverity } from '#shared/statuses.ts';

/** One rule that some cells of one column (or rows) break: exact count, the first cells listed. */
export interface FindingDocument {
  /** `<flow>:<agent>:<position, six digits>`: lists keep the agent's order. A repeated run replaces its own findings. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  flow_id: string;
  data_import_id: string;
  agent: string;
  severity: FindingSeverity;
  code: string;
  message: string;
  column_index: number | null;
  source_field: string | null;
  count: number;
  cells: { row_number: number; address: string | null; value: string }[];
}

export const findingSchema = new Schema<FindingDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    flow_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    agent: { type: String, required: true },
    severity: { type: String, required: true },
    code: { type: String, required: true },
    message: { type: String, required: true },
    column_index: { type: Number, default: null },
    source_field: { type: String, default: null },
    count: { type: Number, required: true },
    cells: {
      type: [{ _id: false, row_number: Number, address: { type: String, default: null }, value: String }],
      required: true,
    },
  },
  { collection: 'import_findings', versionKey: false, strict: 'throw' },
);
findingSchema.index({ flow_id: 1, _id: 1 });
findingSchema.index({ client_account_id: 1, engagement_id: 1, _id: 1 });
