import { Schema } from 'mongoose';
import { taskStatuses, type AgentPhase, type TaskStatus } from '#shared/statuses.ts';

export interface TaskError {
  agent: string;
  code: string;
  message: string;
  cause: string | null;
  row_number: number | null;
}

/** One agent's run of one phase of one flow; a repeated run is a document of its own. */
export interface AgentTaskDocument {
  /** `<flow>:<phase>:<attempt, four digits>`; earlier services wrote the bare number. */
  _id: string;
  client_account_id: string;
  engagement_id: string;
  flow_id: string;
  data_import_id: string;
  phase: AgentPhase;
  agent: string;
  attempt: number;
  status: TaskStatus;
  rows_done: number;
  rows_total: number;
  worker: string;
  state: Record<string, unknown>;
  result: Record<string, unknown> | null;
  error: TaskError | null;
  queued_at: Date | null;
  started_at: Date;
  finished_at: Date | null;
  heartbeat_at: Date;
}

export const agentTaskSchema = new Schema<AgentTaskDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    flow_id: { type: String, required: true },
    data_import_id: { type: String, required: true },
    phase: { type: String, required: true },
    agent: { type: String, required: true },
    attempt: { type: Number, required: true },
    status: { type: String, enum: taskStatuses, required: true },
    rows_done: { type: Number, required: true },
    rows_total: { type: Number, required: true },
    worker: { type: String, required: true },
    state: { type: Schema.Types.Mixed, default: {} },
    result: { type: Schema.Types.Mixed, default: null },
    error: { type: Schema.Types.Mixed, default: null },
    queued_at: { type: Date, default: null },
    started_at: { type: Date, required: true },
    finished_at: { type: Date, default: null },
    heartbeat_at: { type: Date, required: true },
  },
  { collection: 'crewai_task_execution', versionKey: false, strict: 'throw', minimize: false },
);
agentTaskSchema.index({ flow_id: 1, _id: 1 });

export function agentTaskId(flowId: string, phase: AgentPhase, attempt: number): string {
  return `${flowId}:${phase}:${String(attempt).padStart(4, '0')}`;
}
