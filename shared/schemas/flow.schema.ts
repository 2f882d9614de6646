import { z } from 'zod';
import { LONG_POLL_MAX_SECONDS } from '../limits.ts';
import {
  agentPhases,
  findingSeverities,
  flowPhases,
  flowStatuses,
  flowWaits,
  jobKinds,
  phaseStatuses,
  taskStatuses,
} from '../statuses.ts';
import { idSchema, pageQuerySchema, textSchema, timeSchema } from './common.schema.ts';

export const flowParamsSchema = z.strictObject({ flow_id: idSchema });

const flowPhaseSchema = z.strictObject({
  phase: z.enum(flowPhases),
  status: z.enum(phaseStatuses),
  rows_done: z.int(),
  rows_total: z.int().describe('0 for a phase that counts no rows, such as waiting for approval'),
  attempt: z.int().describe('How often this phase was started'),
  started_at: timeSchema.nullable(),
  finished_at: timeSchema.nullable(),
});
export type FlowPhaseView = z.infer<typeof flowPhaseSchema>;

const flowErrorSchema = z.strictObject({
  phase: z.enum(agentPhases),
  agent: z.string(),
  code: z.string(),
  message: z.string(),
  row_number: z.int().nullable().describe('The record that was being worked on, null when it is not about one'),
  attempt: z.int(),
});

/** The answer to the pane's polls: small, one cheap read, never rows. */
export const flowSchema = z.strictObject({
  flow_id: idSchema,
  data_import_id: idSchema,
  flow_type: z.enum(['discovery']),
  status: z.enum(flowStatuses),
  current_phase: z.enum([...flowPhases, 'completed']),
  progress_percentage: z
    .number()
    .min(0)
    .max(100)
    .describe('Rows done in phases over rows to do; goes back only when a completed flow opens again'),
  awaiting_user_approval: z.boolean(),
  phases: z.array(flowPhaseSchema),
  error: flowErrorSchema.nullable(),
  rebuild: z
    .strictObject({ requested_by: z.string(), requested_at: timeSchema })
    .nullable()
    .describe('Who last had dependencies and debts derived again, and when'),
  withdrawal: z
    .strictObject({ requested_by: z.string(), requested_at: timeSchema })
    .nullable()
    .describe('Who had the import taken back, and when'),
  filename: z.string(),
  sheet_name: z.string().nullable(),
  total_records: z.int(),
  created_by: z.string(),
  created_at: timeSchema,
  updated_at: timeSchema.describe('When it last moved; a worker that only lives is no move'),
  worker_alive_until: timeSchema
    .nullable()
    .describe(
      'Until when the worker that runs its phase is believed to live unless it is heard of again; null: none does',
    ),
  revision: z.int().describe('Also the ETag'),
});
export type Flow = z.infer<typeof flowSchema>;

export const flowQuerySchema = z.strictObject({
  wait_seconds: z.coerce
    .number()
    .min(0)
    .max(LONG_POLL_MAX_SECONDS)
    .optional()
    .describe('With If-None-Match: answer when the flow changes, or 304 after this time'),
});

export const flowsQuerySchema = pageQuerySchema.extend({
  status: z.enum(flowStatuses).optional(),
  waits_for: z
    .enum(flowWaits)
    .optional()
    .describe(
      'Only flows that are waiting_for_approval, and of these those whose mappings are to be approved, or whose inventory is to be applied',
    ),
  search: textSchema(200).optional().describe('In the name of the file or the sheet'),
  deleted: z.literal('left_out').optional().describe('Leaves deleted flows out, unless their status is asked for'),
});

const taskErrorSchema = z.strictObject({
  agent: z.string(),
  code: z.string(),
  message: z.string(),
  cause: z.string().nullable(),
  row_number: z.int().nullable(),
});
export type TaskErrorView = z.infer<typeof taskErrorSchema>;

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** An agent's own words; `z.json()` would be recursive, and OpenAPI readers stumble over that. */
const jsonObject = z
  .custom<Record<string, JsonValue>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .meta({ type: 'object' });

/** One agent's run of one phase of one flow: an item of `crewai_task_execution`. */
export const agentTaskSchema = z.strictObject({
  task_id: idSchema,
  phase: z.enum(agentPhases),
  agent: z.string(),
  attempt: z.int(),
  status: z.enum(taskStatuses),
  rows_done: z.int(),
  rows_total: z.int(),
  worker: z.string().describe('Host and process that ran it'),
  state: jsonObject.describe('What the agent said last of its work'),
  result: jsonObject.nullable(),
  error: taskErrorSchema.nullable(),
  queued_at: timeSchema.nullable(),
  started_at: timeSchema,
  finished_at: timeSchema.nullable(),
  heartbeat_at: timeSchema,
});
export type AgentTask = z.infer<typeof agentTaskSchema>;

export const findingSchema = z.strictObject({
  finding_id: idSchema,
  agent: z.string(),
  severity: z.enum(findingSeverities),
  code: z.string().describe('Stable name of the rule, for example duplicate_identifier'),
  message: z.string(),
  column_index: z.int().nullable(),
  source_field: z.string().nullable(),
  count: z.int().describe('How many cells or rows in all'),
  cells: z
    .array(z.strictObject({ row_number: z.int(), address: z.string().nullable(), value: z.string() }))
    .describe('The first 200; address is null when the import came without a range'),
});
export type Finding = z.infer<typeof findingSchema>;

const jobStates = ['scheduled', 'queued', 'running', 'completed', 'failed'] as const;

/** Agenda's document for one phase of this flow, as far as an admin needs it. */
export const jobSchema = z.strictObject({
  job_id: idSchema,
  name: z.enum(jobKinds),
  phase: z.enum(agentPhases),
  state: z.enum(jobStates),
  next_run_at: timeSchema.nullable(),
  locked_at: timeSchema.nullable(),
  last_run_at: timeSchema.nullable(),
  last_finished_at: timeSchema.nullable(),
  fail_count: z.int(),
  fail_reason: z.string().nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** The state of a flow after a person decided on it. */
export const flowDecisionResponseSchema = z.strictObject({
  flow_id: idSchema,
  status: z.enum(flowStatuses),
  current_phase: z.enum([...flowPhases, 'completed']),
  next_step: z.string().describe('What happens now, or what the flow waits for'),
});
export type FlowDecisionResponse = z.infer<typeof flowDecisionResponseSchema>;

const WHAT_IS_FORGOTTEN =
  'Also forget what was learned from this import: its mappings, and decisions on held records made in it';

export const deleteFlowQuerySchema = z.strictObject({
  forget_mappings: z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .optional()
    .describe(WHAT_IS_FORGOTTEN),
});

export const deleteFlowResponseSchema = z.strictObject({
  flow_id: idSchema,
  status: z.literal('deleted'),
  jobs_cancelled: z.int(),
  records_kept: z.int().describe('Raw records are never deleted with a flow; 0 when they were removed before'),
});

export const withdrawImportRequestSchema = z
  .strictObject({
    forget_mappings: z.boolean().optional().describe(WHAT_IS_FORGOTTEN),
  })
  .optional();
