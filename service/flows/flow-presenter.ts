import type { AgentTask, Finding, Flow, FlowDecisionResponse } from '#shared/schemas/flow.schema.ts';
import { nextStep } from './next-step.ts';
import type { AgentTaskDocument } from '../models/agent-task.model.ts';
import type { FindingDocument } from '../models/finding.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';

/** From documents to the wire; the only way out for flows, tasks and findings. */

export function presentFlow(flow: FlowDocument): Flow {
  return {
    flow_id: flow._id,
    data_import_id: flow.data_import_id,
    flow_type: flow.flow_type,
    status: flow.status,
    current_phase: flow.current_phase,
    progress_percentage: flow.progress_percentage,
    awaiting_user_approval: flow.status === 'waiting_for_approval',
    phases: flow.phases.map(({ phase, status, rows_done, rows_total, attempt, started_at, finished_at }) => ({
      phase,
      status,
      rows_done,
      rows_total,
      attempt,
      started_at: started_at?.toISOString() ?? null,
      finished_at: finished_at?.toISOString() ?? null,
    })),
    error: flow.error,
    rebuild: presentRequest(flow.rebuild),
    withdrawal: presentRequest(flow.withdrawal),
    filename: flow.filename,
    sheet_name: flow.sheet_name,
    total_records: flow.total_records,
    created_by: flow.created_by,
    created_at: flow.created_at.toISOString(),
    updated_at: flow.updated_at.toISOString(),
    worker_alive_until: flow.due?.told_until?.toISOString() ?? null,
    revision: flow.revision,
  };
}

/** A flow as an answer to what a person decided on it. */
export function presentDecision({ _id: flow_id, status, current_phase }: FlowDocument): FlowDecisionResponse {
  return { flow_id, status, current_phase, next_step: nextStep({ status, current_phase }) };
}

/** Flows that were stored before such requests were known have none. */
function presentRequest(request: FlowDocument['rebuild'] | undefined): Flow['rebuild'] {
  return request ? { requested_by: request.requested_by, requested_at: request.requested_at.toISOString() } : null;
}

export function presentTask(task: AgentTaskDocument): AgentTask {
  return {
    task_id: task._id,
    phase: task.phase,
    agent: task.agent,
    attempt: task.attempt,
    status: task.status,
    rows_done: task.rows_done,
    rows_total: task.rows_total,
    worker: task.worker,
    state: task.state as AgentTask['state'],
    result: task.result as AgentTask['result'],
    error: task.error,
    queued_at: task.queued_at?.toISOString() ?? null,
    started_at: task.started_at.toISOString(),
    finished_at: task.finished_at?.toISOString() ?? null,
    heartbeat_at: task.heartbeat_at.toISOString(),
  };
}

export function presentFinding(finding: FindingDocument): Finding {
  return {
    finding_id: finding._id,
    agent: finding.agent,
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    column_index: finding.column_index,
    source_field: finding.source_field,
    count: finding.count,
    cells: finding.cells,
  };
}
