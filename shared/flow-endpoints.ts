import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { noInput, pageOf, pageQuerySchema } from './schemas/common.schema.ts';
import {
  agentTaskSchema,
  deleteFlowQuerySchema,
  deleteFlowResponseSchema,
  findingSchema,
  flowParamsSchema,
  flowQuerySchema,
  flowSchema,
  flowsQuerySchema,
  jobSchema,
  flowDecisionResponseSchema,
  withdrawImportRequestSchema,
} from './schemas/flow.schema.ts';
import { importParamsSchema } from './schemas/import.schema.ts';

/** An act of an analyst on a flow; the path alone says which. */
const flowAct = (act: string, summary: string) =>
  defineEndpoint({
    method: 'POST',
    path: `/flows/{flow_id}/${act}`,
    summary,
    role: 'analyst',
    tenant: 'one',
    params: flowParamsSchema,
    body: noInput.optional(),
    response: flowDecisionResponseSchema,
    errors: ['flow_state_conflict'],
  });

/** Flows: their state, the work and findings of their agents, and the decisions of people on them. */
export const flowEndpoints = {
  listFlows: defineEndpoint({
    method: 'GET',
    path: '/flows',
    summary: 'Flows, newest first',
    role: 'viewer',
    tenant: 'one',
    query: flowsQuerySchema,
    response: pageOf(flowSchema),
  }),
  getFlow: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}',
    summary: 'Where a flow stands; poll it with If-None-Match',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: flowQuerySchema,
    response: flowSchema,
    headers: ['If-None-Match'],
  }),
  listTasks: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/tasks',
    summary: 'Agent tasks of a flow with state, result and error',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: pageQuerySchema,
    response: pageOf(agentTaskSchema),
  }),
  listFindings: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/findings',
    summary: 'What the agents found, by column and rule, with cell addresses',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: pageQuerySchema,
    response: pageOf(findingSchema),
  }),
  listJobs: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/jobs',
    summary: "Agenda's jobs of a flow",
    role: 'admin',
    tenant: 'one',
    params: flowParamsSchema,
    response: z.strictObject({ items: z.array(jobSchema) }),
  }),
  resumeFlow: flowAct('resume', 'Run a failed or paused flow on from the phase it stopped in; never approves anything'),
  retryFlow: flowAct('retry', 'Try the phase again that failed; what its agent had read is kept'),
  pauseFlow: flowAct('pause', 'Stop a running flow where it is, until it is resumed'),
  reopenMappings: flowAct(
    'mappings/reopen',
    'Take the approval back while nothing is written: the flow waits for its mappings again',
  ),
  applyInventory: flowAct(
    'inventory/apply',
    'Write the inventory that was shown; only for a flow approved with preview_inventory',
  ),
  rebuildFlow: flowAct(
    'rebuild',
    "Derive the engagement's dependencies and technical debt again, after decisions on conflicts",
  ),
  withdrawImport: defineEndpoint({
    method: 'POST',
    path: '/data-import/imports/{data_import_id}/withdraw',
    summary: 'Take an import back with everything its agents derived; raw records are kept',
    role: 'analyst',
    tenant: 'one',
    params: importParamsSchema,
    body: withdrawImportRequestSchema,
    response: flowDecisionResponseSchema,
    errors: ['flow_state_conflict'],
  }),
  deleteFlow: defineEndpoint({
    method: 'DELETE',
    path: '/flows/{flow_id}',
    summary: 'Stop a flow and free its slot, unless it is being withdrawn; raw data is kept',
    role: 'analyst',
    tenant: 'one',
    params: flowParamsSchema,
    query: deleteFlowQuerySchema,
    response: deleteFlowResponseSchema,
    errors: ['flow_state_conflict'],
  }),
};
