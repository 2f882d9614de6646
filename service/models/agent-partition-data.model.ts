import { Schema } from 'mongoose';

/** A piece of a partition's input or of its measures: structured clones, cut to fit a document. */
export interface AgentPartitionDataDocument {
  /** `<partition>:<given or part>:<number, four digits>`. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  flow_id: string;
  /** `<partition>:<given or part>`. */
  owner: string;
  bytes: Buffer;
}

export const agentPartitionDataSchema = new Schema<AgentPartitionDataDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    flow_id: { type: String, required: true },
    owner: { type: String, required: true },
    bytes: { type: Buffer, required: true },
  },
  { collection: 'agent_partition_data', versionKey: false, strict: 'throw' },
);
agentPartitionDataSchema.index({ flow_id: 1, owner: 1, _id: 1 });
