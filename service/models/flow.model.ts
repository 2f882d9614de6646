import { Schema } from 'mongoose';
import {
  flowPhases,
  flowStatuses,
  phaseStatuses,
  type AgentPhase,
  type FlowPhase,
  type FlowStatus,
  type PhaseStatus,
} from '#shared/statuses.ts';

export interface FlowPhaseState {
  phase: FlowPhase;
  status: PhaseStatus;
  rows_done: number;
  rows_total: number;
  /** Counts up at every start; results are only taken from the newest attempt (the fence). */
  attempt: number;
  queued_at: Date | null;
  started_at: Date | null;
  finished_at: Date | null;
}

/**
 * The phase that some worker has to run: the outbox of the import's transaction, and the lease of the worker that runs
 * it. While an attempt runs, one try is taken; takeOver inherits it; every end but a failure gives it back.
 */
export interface DuePhase {
  phase: AgentPhase;
  due_at: Date;
  /** null until the job queue has it. */
  scheduled_at: Date | null;
  /** Until when the running worker is believed to live; null while no worker runs it. */
  lease_until: Date | null;
  /** The lease as it was with the last revision: what pollers know of it. Absent in older flows. */
  told_until?: Date | null;
  /** Tries that may still fail; a try whose worker is lost is none. */
  attempts_left: number;
  /** Workers lost so far while they ran it. */
  losses: number;
}

export interface FlowError {
  phase: AgentPhase;
  agent: string;
  code: string;
  message: string;
  row_number: number | null;
  attempt: number;
}

/** Workers that were told to stop and may not know it yet. */
export interface StoppingWriters {
  phase: FlowPhase | 'completed';
  attempt: number;
  /** Until when they are believed to live. */
  until: Date;
  /** Others than the owner of that attempt may be among them. */
  has_helpers: boolean;
}

/** One discovery flow: one document, one status. */
export interface FlowDocument {
  _id: string;
  client_account_id: string;
  engagement_id: string;
  flow_type: 'discovery';
  data_import_id: string;
  status: FlowStatus;
  /** Written with the status; a unique partial index on it allows one open flow per engagement. */
  is_open: boolean;
  current_phase: FlowPhase | 'completed';
  phases: FlowPhaseState[];
  due: DuePhase | null;
  /** The workers that may still write assets though nothing is due any more. */
  stopping?: StoppingWriters | null;
  progress_percentage: number;
  error: FlowError | null;
  filename: string;
  sheet_name: string | null;
  total_records: number;
  /** Into how many rows each its phases are cut: what was read of them outlives settings. Absent in older flows. */
  partition_rows?: number;
  approved_by: string | null;
  approved_at: Date | null;
  /** The counts of the decision on the mappings, written once. */
  approval: { approved: number; rejected: number; left_out: number } | null;
  /** Whether the inventory is written at once or shown first; null until the mappings are approved. */
  inventory_decision: 'apply' | 'preview' | null;
  /** Set when a person takes the import back. */
  withdrawal: { requested_by: string; requested_at: Date; forget_mappings: boolean } | null;
  /** The last request to derive dependencies and debts again. */
  rebuild: { requested_by: string; requested_at: Date } | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  revision: number;
}

const dateOrNull = { type: Date, default: null };

const phaseSchema = new Schema<FlowPhaseState>(
  {
    phase: { type: String, enum: flowPhases, required: true },
    status: { type: String, enum: phaseStatuses, required: true },
    rows_done: { type: Number, required: true },
    rows_total: { type: Number, required: true },
    attempt: { type: Number, required: true },
    queued_at: dateOrNull,
    started_at: dateOrNull,
    finished_at: dateOrNull,
  },
  { _id: false, strict: 'throw' },
);

const dueSchema = new Schema<DuePhase>(
  {
    phase: { type: String, required: true },
    due_at: { type: Date, required: true },
    scheduled_at: dateOrNull,
    lease_until: dateOrNull,
    told_until: dateOrNull,
    attempts_left: { type: Number, required: true },
    losses: { type: Number, required: true },
  },
  { _id: false, strict: 'throw' },
);

const stoppingSchema = new Schema<StoppingWriters>(
  {
    phase: { type: String, required: true },
    attempt: { type: Number, required: true },
    until: { type: Date, required: true },
    has_helpers: { type: Boolean, required: true },
  },
  { _id: false, strict: 'throw' },
);

export const flowDocumentSchema = new Schema<FlowDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    flow_type: { type: String, required: true },
    data_import_id: { type: String, required: true },
    status: { type: String, enum: flowStatuses, required: true },
    is_open: { type: Boolean, required: true },
    current_phase: { type: String, required: true },
    phases: { type: [phaseSchema], required: true },
    due: { type: dueSchema, default: null },
    stopping: { type: stoppingSchema },
    progress_percentage: { type: Number, required: true },
    error: { type: Schema.Types.Mixed, default: null },
    filename: { type: String, required: true },
    sheet_name: { type: String, default: null },
    total_records: { type: Number, required: true },
    partition_rows: { type: Number },
    approved_by: { type: String, default: null },
    approved_at: dateOrNull,
    approval: { type: Schema.Types.Mixed, default: null },
    inventory_decision: { type: String, default: null },
    withdrawal: { type: Schema.Types.Mixed, default: null },
    rebuild: { type: Schema.Types.Mixed, default: null },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    revision: { type: Number, required: true },
  },
  { collection: 'crewai_flow_state_extensions', versionKey: false, strict: 'throw' },
);
flowDocumentSchema.index(
  { client_account_id: 1, engagement_id: 1 },
  { name: 'one_open_flow_per_engagement', unique: true, partialFilterExpression: { is_open: true } },
);
flowDocumentSchema.index({ data_import_id: 1 }, { name: 'one_flow_per_import', unique: true });
flowDocumentSchema.index({ client_account_id: 1, engagement_id: 1, _id: -1 }, { name: 'newest_first' });
flowDocumentSchema.index(
  { client_account_id: 1, engagement_id: 1, status: 1, _id: -1 },
  { name: 'newest_of_a_status_first' },
);
flowDocumentSchema.index({ 'due.due_at': 1 }, { name: 'due_phases', partialFilterExpression: { is_open: true } });
