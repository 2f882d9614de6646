import { doneWords } from '#shared/pages/pace.ts';
import { formatWord } from '#shared/field-label.ts';
import type { AgentTask, Flow, FlowPhaseView } from '#shared/schemas/flow.schema.ts';
import { countOf, formatAgo, formatDuration } from '#shared/format.ts';
import { isWorkerAlive, quietMs } from '#shared/pages/quiet-flow.ts';
import { recordText, type HeaderRow } from '#shared/records-text.ts';
import { agentWord, phaseWord } from '#shared/phase-words.ts';
import { newestFirst, tryOf } from './task-list.ts';

const START_ONE = 'If no worker runs, start one: npm start -- --role worker.';

/** One sentence or two: why the flow is where it is, and what would move it. */
export function describeStanding(
  flow: Flow,
  nowMs: number,
  tasks: readonly AgentTask[] = [],
  headerRow: HeaderRow = null,
): string {
  switch (flow.status) {
    case 'initialized':
      return `The import is stored; ${lower(flow.current_phase)} starts as soon as a worker is free.${noWorker(flow, nowMs)}`;
    case 'running':
      return describeRunning(flow, nowMs, tasks);
    case 'waiting_for_approval':
      if (flow.current_phase === 'asset_inventory')
        return `The inventory is computed but not written. An analyst has to apply it${sinceOf(flow, nowMs)}.`;
      return `All agents are done so far. An analyst has to approve the field mappings in the pane${sinceOf(flow, nowMs)}.`;
    case 'paused':
      return `Paused in ${lower(flow.current_phase)} ${formatAgo(flow.updated_at, nowMs)}. It goes on when somebody resumes it.`;
    case 'failed':
      return describeFailed(flow, tasks, headerRow);
    case 'completed':
      return describeCompleted(flow, nowMs);
    case 'cancelled':
      return `Withdrawn ${formatAgo(flow.updated_at, nowMs)}. What came of it is taken back.`;
    case 'deleted':
      return `Deleted ${formatAgo(flow.updated_at, nowMs)}. Nothing runs any more${wasWithdrawn(flow) ? '' : `; its ${countOf(flow.total_records, 'raw record')} are kept`}.`;
    default:
      return `The service says "${formatWord(flow.status)}", which this page does not know: it was updated since. Reload the page.`;
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
  if (phase?.status !== 'running' || phase.started_at === null) return describeQueued(flow, nowMs, tasks);
  const attempt = tryOf({ phase: phase.phase as AgentTask['phase'], attempt: phase.attempt }, tasks);
  const running = formatDuration(nowMs - Date.parse(phase.started_at));
  const said = `${phaseWord(phase.phase)} has done ${doneWords(phase)} in ${running}${attempt > 1 ? `, in attempt ${attempt}` : ''}.`;
  return `${said}${isWorkerAlive(flow, nowMs) ? '' : silentWorker(phase, nowMs, tasks)}`;
}

/** A worker that stopped says nothing of it; what is known is when it was heard of last. */
function silentWorker({ phase, attempt }: FlowPhaseView, nowMs: number, tasks: readonly AgentTask[]): string {
  const task = tasks.find((one) => one.phase === phase && one.attempt === attempt && one.status === 'running');
  if (task === undefined) return '';
  return ` Its worker ${task.worker} was last heard of ${formatAgo(task.heartbeat_at, nowMs)}. Another one takes over, and what is stored is kept. ${START_ONE}`;
}

function describeQueued(flow: Flow, nowMs: number, tasks: readonly AgentTask[]): string {
  const last = newestFirst(tasks.filter(({ phase }) => phase === flow.current_phase))[0];
  if (last?.status === 'failed' && last.error !== null)
    return `${agentWord(last.agent)} failed in attempt ${tryOf(last, tasks)}: ${asSentence(last.error.message)} It is tried again by itself.${noWorker(flow, nowMs)}`;
  return `${phaseWord(flow.current_phase)} is queued and starts as soon as a worker is free.${noWorker(flow, nowMs)}`;
}

function noWorker(flow: Flow, nowMs: number): string {
  const quiet = quietMs(flow, nowMs);
  return quiet === null ? '' : ` It has waited for ${formatDuration(quiet)}. ${START_ONE}`;
}

function describeFailed(flow: Flow, tasks: readonly AgentTask[], headerRow: HeaderRow): string {
  const consequence = 'It blocks the next import of this engagement until it is retried or deleted.';
  if (flow.error === null) return `Failed in ${lower(flow.current_phase)}. ${consequence}`;
  const { agent, message, row_number: row } = flow.error;
  const place = row === null ? '' : ` at ${recordText(row, headerRow)}`;
  return `${agentWord(agent)} failed${place} in attempt ${tryOf(flow.error, tasks)}: ${asSentence(message)} ${consequence}`;
}

function sinceOf(flow: Flow, nowMs: number): string {
  const since = flow.phases.find((phase) => phase.phase === flow.current_phase)?.started_at;
  return since ? `; it has waited for ${formatDuration(nowMs - Date.parse(since))}` : '';
}

function lower(phase: Flow['current_phase']): string {
  return phaseWord(phase).toLowerCase();
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
