import {
  agentPhases,
  discoveryPhases,
  isOpen,
  type AgentPhase,
  type FlowPhase,
  type FlowStatus,
} from '#shared/statuses.ts';
import type { DuePhase, FlowDocument, FlowPhaseState } from '../models/flow.model.ts';

/** Which phase follows which, and how far a flow is. Pure; MasterFlowOrchestrator stores what this decides. */

const notStarted = {
  status: 'not_started',
  rows_done: 0,
  queued_at: null,
  started_at: null,
  finished_at: null,
} as const;

export function initialPhases(totalRecords: number, now: Date): FlowPhaseState[] {
  return discoveryPhases.map((phase, index) => ({
    phase,
    status: index === 0 ? 'queued' : 'not_started',
    rows_done: 0,
    rows_total: isAgentPhase(phase) ? totalRecords : 0,
    attempt: 0,
    queued_at: index === 0 ? now : null,
    started_at: null,
    finished_at: null,
  }));
}

export function isAgentPhase(phase: FlowPhase | 'completed'): phase is AgentPhase {
  return (agentPhases as readonly string[]).includes(phase);
}

/** The phases a flow goes through: an import's, or those that take an import back. */
function routeOf(flow: Pick<FlowDocument, 'withdrawal'>): readonly FlowPhase[] {
  return flow.withdrawal === null ? discoveryPhases : withdrawalRoute;
}

/** What is derived from the whole inventory, in the order in which it is: the rest of an import's way. */
export const derivedPhases = ['dependency_analysis', 'tech_debt_assessment'] as const;

/** What is derived from the whole inventory is derived again without the import. */
export const withdrawalRoute = ['withdrawal', ...derivedPhases] as const;

export function duePhase(phase: AgentPhase, dueAt: Date, attemptsLeft: number): DuePhase {
  const nobody = { scheduled_at: null, lease_until: null, told_until: null };
  return { phase, due_at: dueAt, ...nobody, attempts_left: attemptsLeft, losses: 0 };
}

/**
 * Rows done in phases over rows to do, in whole percent. 100 is kept for a completed flow, so a flow whose agents are
 * done and that waits for its analyst shows 99.
 */
export function progressPercentage(phases: readonly Pick<FlowPhaseState, 'rows_done' | 'rows_total'>[]): number {
  const total = phases.reduce((sum, phase) => sum + phase.rows_total, 0);
  const done = phases.reduce((sum, phase) => sum + Math.min(phase.rows_done, phase.rows_total), 0);
  return total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total));
}

/** Status and what follows from it, always written together. */
export function state(status: FlowStatus): { status: FlowStatus; is_open: boolean } {
  return { status, is_open: isOpen(status) };
}

/** What is due once a phase is done: the next agent, or nothing while a person decides and after the end. */
export function dueAfter(next: FlowPhase | null, now: Date, maxAttempts: number): DuePhase | null {
  return next !== null && isAgentPhase(next) ? duePhase(next, now, maxAttempts) : null;
}

/** Status and current phase of a flow whose next phase is `next`; null: there is none. A withdrawn import ends cancelled. */
export function standing(flow: Pick<FlowDocument, 'withdrawal'>, next: FlowPhase | null) {
  if (next === null) {
    return { ...state(flow.withdrawal === null ? 'completed' : 'cancelled'), current_phase: 'completed' as const };
  }
  return { ...state(isAgentPhase(next) ? 'running' : 'waiting_for_approval'), current_phase: next };
}

/** The phases once this one is done: the next is queued for its agent, or waits for its person. */
export function phasesAfter(
  flow: Pick<FlowDocument, 'phases' | 'withdrawal'>,
  done: FlowPhase,
  now: Date,
): { next: FlowPhase | null; phases: FlowPhaseState[] } {
  const route = routeOf(flow);
  const next = route[route.indexOf(done) + 1] ?? null;
  const phases = flow.phases.map((phase): FlowPhaseState => {
    if (phase.phase === done) return { ...phase, status: 'completed', rows_done: phase.rows_total, finished_at: now };
    if (phase.phase !== next) return phase;
    return isAgentPhase(next)
      ? { ...phase, status: 'queued', queued_at: now }
      : { ...phase, status: 'waiting', started_at: now };
  });
  return { next, phases };
}

/**
 * A completed flow as it opens again: at the first phase of `again`, the others of it to follow. Attempts count on, so
 * that every run keeps its own task; progress is counted anew, from the phases that stay done.
 */
export function reopened(flow: FlowDocument, again: readonly [AgentPhase, ...AgentPhase[]], now: Date) {
  const [first] = again;
  const fresh = (phase: AgentPhase): FlowPhaseState => ({
    phase,
    rows_total: flow.total_records,
    attempt: flow.phases.find((known) => known.phase === phase)?.attempt ?? 0,
    ...notStarted,
    ...(phase === first ? { status: 'queued', queued_at: now } : {}),
  });
  const kept = flow.phases.filter(({ phase }) => !(again as readonly FlowPhase[]).includes(phase));
  const phases = [...kept, ...again.map(fresh)];
  return { ...state('running'), current_phase: first, phases, progress_percentage: progressPercentage(phases) };
}

const afterApproval: readonly FlowPhase[] = discoveryPhases.slice(discoveryPhases.indexOf('waiting_for_approval') + 1);

/** What is written with an approval. */
export const notApproved = { approved_by: null, approved_at: null, approval: null, inventory_decision: null } as const;

/** Agents that read with the mappings, up to the first that writes assets. */
export const phasesBeforeWriting = ['data_cleansing', 'asset_inventory'] as const;

/** An approved flow as it waits for its mappings again: what ran since has not, but for its attempts, which count on. */
export function beforeApproval(flow: FlowDocument, now: Date) {
  const current_phase = 'waiting_for_approval' as const;
  const phases = flow.phases.map((phase): FlowPhaseState => {
    if (phase.phase === current_phase) return { ...phase, ...notStarted, status: 'waiting', started_at: now };
    return afterApproval.includes(phase.phase) ? { ...phase, ...notStarted } : phase;
  });
  return {
    ...state('waiting_for_approval'),
    ...notApproved,
    current_phase,
    phases,
    progress_percentage: progressPercentage(phases),
  };
}
