import { Schema } from 'mongoose';
import type { AgentPhase } from '#shared/statuses.ts';
import type { TaskError } from './agent-task.model.ts';

/** Raised by every release whose agents have other passes or measure other parts: what older ones read is read anew. */
export const PARTS_VERSION = 1;

/**
 * A range of records that one worker reads for a phase. It outlives the attempt that made it: the next one goes on with
 * what was read already. Removed with the phase's end.
 */
export interface AgentPartitionDocument {
  /** `<flow>:<phase>:v<version>:<pass>:<number, four digits>`: what a worker of another version still writes is not mixed in. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  flow_id: string;
  phase: AgentPhase;
  /** That of the service that cut it; only workers of the same read it. Absent before there were versions. */
  parts_version?: number;
  pass: number;
  pass_name?: string;
  first_row: number;
  last_row: number;
  status: 'open' | 'running' | 'done' | 'failed';
  rows_done: number;
  /** The present reader: a new id each time the partition is taken, so that an earlier reader can store nothing. */
  claim: string | null;
  lease_until: Date | null;
  /** How often it was taken; a partition that kills its workers is given up. */
  claims: number;
  error: (TaskError & { is_final: boolean }) | null;
}

export const agentPartitionSchema = new Schema<AgentPartitionDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    flow_id: { type: String, required: true },
    phase: { type: String, required: true },
    parts_version: { type: Number, required: true },
    pass: { type: Number, required: true },
    pass_name: { type: String, required: true },
    first_row: { type: Number, required: true },
    last_row: { type: Number, required: true },
    status: { type: String, enum: ['open', 'running', 'done', 'failed'], required: true },
    rows_done: { type: Number, required: true },
    claim: { type: String, default: null },
    lease_until: { type: Date, default: null },
    claims: { type: Number, required: true },
    error: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'agent_partitions', versionKey: false, strict: 'throw' },
);
agentPartitionSchema.index({ flow_id: 1, phase: 1, pass: 1, _id: 1 });

export function partitionId(flowId: string, phase: AgentPhase, pass: number, index: number): string {
  return `${flowId}:${phase}:v${PARTS_VERSION}:${pass}:${String(index).padStart(4, '0')}`;
}
