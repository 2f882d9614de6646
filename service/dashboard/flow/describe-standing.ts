import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { countOf, formatAgo, formatDuration, formatNumber } from '#shared/format.ts';
import { formatWord } from '../parts/format.ts';
import { tryOf } from './task-list.ts';

/** One sentence or two: why the flow is where it is, and what would move it. */
export function describeStanding(flow: Flow, nowMs: number, tasks: readonly AgentTask[] = []): string {
  switch (flow.status) {
    case 'initialized':
      return `The import is stored; ${lower(flow.current_phase)} starts as soon as a worker is free.`;
    case 'running':
      return describeRunning(flow, nowMs, tasks);
    case 'waiting_for_approval':
      if (flow.current_phase === 'asset_inventory')
        return `The inventory is computed but not written. An analyst has to apply it${sinceOf(flow, nowMs)}.`;
      return `All agents are done so far. An analyst has to approve the field mappings in the pane${sinceOf(flow, nowMs)}.`;
    case 'paused':
      return `Paused in ${lower(flow.current_phase)} ${formatAgo(flow.updated_at, nowMs)}. It goes on when somebody resumes it.`;
    case 'failed':
      return describeFailed(flow, tasks);
    case 'completed':
      return describeCompleted(flow, nowMs);
    case 'cancelled':
      return `Withdrawn ${formatAgo(flow.updated_at, nowMs)}. What came of it is taken back.`;
    case 'deleted':
      return `Deleted ${formatAgo(flow.updated_at, nowMs)}. Nothing runs any more${wasWithdrawn(flow) ? '' : `; its ${countOf(flow.total_records, 'raw record')} are kept`}.`;
  }
}

/** Raw records of a withdrawn import are kept for some time only; their tab says whether they are still there. */
function wasWithdrawn({ phases }: Flow): boolean {
  return phases.some(({ phase }) => phase === 'withdrawal');
}

function describeCompleted({ rebuild, created_at: from, updated_at: to }: Flow, nowMs: number): string {
  if (rebuild !== null)
    return `All phases are done. Dependencies and technical debt were rebuilt ${formatAgo(to, nowMs)}, as ${rebuild.requested_by} asked.`;
  return `All phases are done, ${formatDuration(Date.parse(to) - Date.parse(from))} after the import.`;
}

function describeRunning(flow: Flow, nowMs: number, tasks: readonly AgentTask[]): string {
  const phase = flow.phases.find((candidate) => candidate.phase === flow.current_phase);
  if (phase?.status !== 'running' || phase.started_at === null)
    return `${formatWord(flow.current_phase)} is queued and starts as soon as a worker is free.`;
  const attempt = tryOf({ phase: phase.phase as AgentTask['phase'], attempt: phase.attempt }, tasks);
  const done = `${formatNumber(phase.rows_done)} of ${countOf(phase.rows_total, 'row')}`;
  const running = formatDuration(nowMs - Date.parse(phase.started_at));
  return `${formatWord(phase.phase)} has done ${done} in ${running}${attempt > 1 ? `, in attempt ${attempt}` : ''}.`;
}

function describeFailed(flow: Flow, tasks: readonly AgentTask[]): string {
  const consequence = 'It blocks the next import of this engagement until it is resumed or deleted.';
  if (flow.error === null) return `Failed in ${lower(flow.current_phase)}. ${consequence}`;
  const { agent, message, row_number: row } = flow.error;
  const place = row === null ? '' : ` at record ${formatNumber(row)}`;
  return `${formatWord(agent)} failed${place} in attempt ${tryOf(flow.error, tasks)}: ${asSentence(message)} ${consequence}`;
}

function sinceOf(flow: Flow, nowMs: number): string {
  const since = flow.phases.find((phase) => phase.phase === flow.current_phase)?.started_at;
  return since ? `; it has waited for ${formatDuration(nowMs - Date.parse(since))}` : '';
}

function lower(word: string): string {
  return formatWord(word).toLowerCase();
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
