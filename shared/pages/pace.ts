import { countOf, formatDuration, formatNumber } from '../format.ts';
import type { FlowPhaseView } from '../schemas/flow.schema.ts';

interface Pace {
  perSecond: number;
  leftMs: number;
}

/** Rate and time left of counted work; null until there is something to count on. */
export function pace(done: number, total: number, elapsedMs: number): Pace | null {
  if (done <= 0 || elapsedMs < 500) return null;
  const perSecond = (done / elapsedMs) * 1_000;
  return { perSecond, leftMs: Math.max(0, ((total - done) / perSecond) * 1_000) };
}

/** The pace of a phase that an agent is at; null while none can be told. */
export function phasePace(
  { status, rows_done: done, rows_total: total, started_at: startedAt }: FlowPhaseView,
  nowMs: number,
): Pace | null {
  if (status !== 'running' || startedAt === null || total === 0) return null;
  return pace(done, total, nowMs - Date.parse(startedAt));
}

/** `1,200 of 3,503 rows` */
export function rowsOf(done: number, total: number): string {
  return `${formatNumber(done)} of ${countOf(total, 'row')}`;
}

/** `21,400 rows/s · 41 s left` */
export function paceWords({ perSecond, leftMs }: Pace): string {
  return `${formatNumber(Math.round(perSecond))} rows/s · ${leftWords(leftMs)}`;
}

/** `41 s left` */
export function leftWords(leftMs: number): string {
  return leftMs < 1_000 ? 'nearly done' : `${formatDuration(leftMs)} left`;
}
