import {
  agentPhases,
  discoveryPhases,
  isOpen,
  type AgentPhase,
  type FlowPhase,
  type FlowStatus,
} from '#shared/statuses.ts';
import type { DuePhase, FlowPhaseState } from '../models/flow.model.ts';

/** Which phase follows which, and how far a flow is. Pure; MasterFlowOrchestrator stores what this decides. */

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

/** @returns null after the last phase */
export function phaseAfter(phase: FlowPhase): FlowPhase | null {
  const at = (discoveryPhases as readonly FlowPhase[]).indexOf(phase);
  return at < 0 ? null : (discoveryPhases[at + 1] ?? null);
}

export function duePhase(phase: AgentPhase, dueAt: Date, attemptsLeft: number): DuePhase {
  return { phase, due_at: dueAt, scheduled_at: null, lease_until: null, attempts_left: attemptsLeft };
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

/** The phases once this one is done: the next is queued for its agent, or waits for its person. */
export function phasesAfter(phases: readonly FlowPhaseState[], done: AgentPhase, now: Date): FlowPhaseState[] {
  const next = phaseAfter(done);
  return phases.map((phase): FlowPhaseState => {
    if (phase.phase === done) return { ...phase, status: 'completed', rows_done: phase.rows_total, finished_at: now };
    if (phase.phase !== next) return phase;
    return isAgentPhase(next)
      ? { ...phase, status: 'queued', queued_at: now }
      : { ...phase, status: 'waiting', started_at: now };
  });
}
