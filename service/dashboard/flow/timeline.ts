import type { AgentTask, Flow, FlowPhaseView } from '#shared/schemas/flow.schema.ts';
import { isFinal } from '#shared/statuses.ts';

/** A stretch of time on a phase's lane: waiting light, running solid, failed marked. */
export interface Stretch {
  kind: 'queued' | 'running' | 'completed' | 'failed' | 'stopped' | 'waiting';
  fromMs: number;
  toMs: number;
}

export interface Lane {
  phase: FlowPhaseView;
  stretches: Stretch[];
  /** Queue waits of all attempts, null before the first attempt. */
  queuedMs: number | null;
  /** Work of all attempts or, where no agent works, waiting for a person; null before it began. */
  ranMs: number | null;
}

export interface Timeline {
  startMs: number;
  endMs: number;
  lanes: Lane[];
}

/** The flow's phases on one scale of time, one lane each, with every attempt that was made. */
export function buildTimeline(flow: Flow, tasks: readonly AgentTask[], nowMs: number): Timeline {
  const startMs = Date.parse(flow.created_at);
  const stoppedMs = isFinal(flow.status) || flow.status === 'failed' ? Date.parse(flow.updated_at) : nowMs;
  const lanes = flow.phases.map((phase) => buildLane(phase, tasks, stoppedMs));
  const endMs = Math.max(startMs + 1, ...lanes.flatMap((lane) => lane.stretches.map((stretch) => stretch.toMs)));
  return { startMs, endMs, lanes };
}

function buildLane(phase: FlowPhaseView, tasks: readonly AgentTask[], stoppedMs: number): Lane {
  const attempts = tasks
    .filter((task) => task.phase === phase.phase)
    .sort((left, right) => left.attempt - right.attempt);
  if (attempts.length === 0) return laneWithoutAgent(phase, stoppedMs);
  const queued = attempts.flatMap((task, index) => waitBefore(task, attempts[index - 1]));
  const ran = attempts.map((task) =>
    stretchOf(kindOf(task), task.started_at, task.finished_at === null ? stoppedMs : Date.parse(task.finished_at)),
  );
  return { phase, stretches: [...queued, ...ran], queuedMs: lengthOf(queued), ranMs: lengthOf(ran) };
}

/** All attempts carry the time at which their phase was queued; a later one has only waited since the one before it ended. */
function waitBefore(task: AgentTask, before: AgentTask | undefined): Stretch[] {
  if (task.queued_at === null) return [];
  const since = before?.finished_at;
  const from = since && Date.parse(since) > Date.parse(task.queued_at) ? since : task.queued_at;
  return [stretchOf('queued', from, Date.parse(task.started_at))];
}

function laneWithoutAgent(phase: FlowPhaseView, stoppedMs: number): Lane {
  if (phase.started_at === null) return { phase, stretches: [], queuedMs: null, ranMs: null };
  const end = phase.finished_at === null ? stoppedMs : Date.parse(phase.finished_at);
  const stretches = [stretchOf('waiting', phase.started_at, end)];
  return { phase, stretches, queuedMs: null, ranMs: lengthOf(stretches) };
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
