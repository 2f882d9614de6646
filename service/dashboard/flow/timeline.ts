import type { AgentTask, Flow, FlowPhaseView } from '#shared/schemas/flow.schema.ts';
import { isPreview } from '#shared/schemas/inventory-result.schema.ts';
import { isFinal } from '#shared/statuses.ts';
import { tryOf } from './task-list.ts';

/** A stretch of time on a phase's lane: waiting light, running solid, failed marked. */
export interface Stretch {
  kind: 'queued' | 'running' | 'completed' | 'failed' | 'stopped' | 'waiting';
  fromMs: number;
  toMs: number;
}

export interface Lane {
  phase: FlowPhaseView;
  /** As the phase says; stopped when its flow ended before it did. */
  status: FlowPhaseView['status'] | 'stopped';
  /** How often it was started because it had failed or was interrupted; what was asked for after a completed run is no second try. */
  tries: number;
  /** How often it was asked for: a rebuild and a withdrawal run it once more. */
  runs: number;
  stretches: Stretch[];
  /** Queue waits of all attempts, null before the first attempt. */
  queuedMs: number | null;
  /** Work of all attempts or, where no agent works, waiting for a person; null before it began. */
  ranMs: number | null;
  /** Waits for a person between attempts. */
  decidedMs: number;
}

export interface Timeline {
  startMs: number;
  endMs: number;
  lanes: Lane[];
}

const openStatuses: ReadonlySet<FlowPhaseView['status']> = new Set(['queued', 'running', 'waiting']);

/** The flow's phases on one scale of time, one lane each, with every attempt that was made. */
export function buildTimeline(flow: Flow, tasks: readonly AgentTask[], nowMs: number): Timeline {
  const startMs = Date.parse(flow.created_at);
  const stoppedMs = isFinal(flow.status) || flow.status === 'failed' ? Date.parse(flow.updated_at) : nowMs;
  const lanes = flow.phases.map((phase) => {
    const isStopped = isFinal(flow.status) && openStatuses.has(phase.status);
    return { ...buildLane(phase, tasks, stoppedMs), status: isStopped ? ('stopped' as const) : phase.status };
  });
  const endMs = Math.max(startMs + 1, ...lanes.flatMap((lane) => lane.stretches.map((stretch) => stretch.toMs)));
  return { startMs, endMs, lanes };
}

function buildLane(phase: FlowPhaseView, tasks: readonly AgentTask[], stoppedMs: number): Omit<Lane, 'status'> {
  const attempts = tasks
    .filter((task) => task.phase === phase.phase)
    .sort((left, right) => left.attempt - right.attempt);
  if (attempts[0] === undefined) return laneWithoutAgent(phase, stoppedMs);
  const queued = attempts.flatMap((task, index) => waitBefore(task, attempts[index - 1]));
  const ran = attempts.map((task) =>
    stretchOf(kindOf(task), task.started_at, task.finished_at === null ? stoppedMs : Date.parse(task.finished_at)),
  );
  const previews = attempts.filter(isPreview);
  const decided = previews.flatMap((task) => waitAfter(task, attempts[attempts.indexOf(task) + 1], phase, stoppedMs));
  return {
    phase,
    tries: tryOf({ phase: attempts[0].phase, attempt: phase.attempt }, attempts),
    runs:
      1 +
      attempts.filter((task) => task.status === 'completed' && !isPreview(task) && task.attempt < phase.attempt).length,
    stretches: [...queued, ...ran, ...decided],
    queuedMs: lengthOf(queued),
    ranMs: lengthOf(ran),
    decidedMs: lengthOf(decided),
  };
}

/** From what was shown to the moment somebody let it be written, which queues the phase again. */
function waitAfter(
  { finished_at: from }: AgentTask,
  next: AgentTask | undefined,
  { status }: FlowPhaseView,
  stoppedMs: number,
): Stretch[] {
  if (from === null) return [];
  if (next !== undefined) return [stretchOf('waiting', from, Date.parse(next.queued_at ?? next.started_at))];
  return status === 'waiting' ? [stretchOf('waiting', from, stoppedMs)] : [];
}

/** All attempts carry the time at which their phase was queued; a later one has only waited since the one before it ended. */
function waitBefore(task: AgentTask, before: AgentTask | undefined): Stretch[] {
  if (task.queued_at === null) return [];
  const since = before?.finished_at;
  const from = since && Date.parse(since) > Date.parse(task.queued_at) ? since : task.queued_at;
  return [stretchOf('queued', from, Date.parse(task.started_at))];
}

function laneWithoutAgent(phase: FlowPhaseView, stoppedMs: number): Omit<Lane, 'status'> {
  const none = { phase, tries: phase.attempt, runs: 1, queuedMs: null, decidedMs: 0 };
  if (phase.started_at === null) return { ...none, stretches: [], ranMs: null };
  const end = phase.finished_at === null ? stoppedMs : Date.parse(phase.finished_at);
  const stretches = [stretchOf('waiting', phase.started_at, end)];
  return { ...none, stretches, ranMs: lengthOf(stretches) };
}

function kindOf(task: AgentTask): Stretch['kind'] {
  if (task.status === 'cancelled' || task.status === 'abandoned') return 'stopped';
  return task.status;
}

/** Clocks of workers may differ a little; a stretch never runs backwards. */
function stretchOf(kind: Stretch['kind'], fromIso: string, toMs: number): Stretch {
  const fromMs = Date.parse(fromIso);
  return { kind, fromMs, toMs: Math.max(fromMs, toMs) };
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}
