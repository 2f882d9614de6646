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

type Work = Pick<FlowPhaseView, 'phase' | 'rows_done' | 'rows_total'>;

/** Phases that go through assets, of other imports too: how far they are is only reckoned in the rows of the import. */
const OVER_ASSETS: readonly string[] = ['dependency_analysis', 'tech_debt_assessment', 'withdrawal'];

const isOverRows = ({ phase }: Pick<Work, 'phase'>): boolean => !OVER_ASSETS.includes(phase);

/** How far a phase is: `1,200 of 3,503 rows`, `34 %`; nothing where it has no rows. */
export function doneWords(work: Work): string {
  const { rows_done: done, rows_total: total } = work;
  if (total === 0) return '';
  return isOverRows(work) ? rowsOf(done, total) : `${formatNumber(Math.floor((100 * done) / total))}\u00a0%`;
}

/** The same where there is little room: `1,200 / 3,503`, `34 %`. */
export function doneFigure(work: Work): string {
  return isOverRows(work) ? `${formatNumber(work.rows_done)} / ${formatNumber(work.rows_total)}` : doneWords(work);
}

/** What a phase went through: `3,503 rows`; nothing where that is not rows. */
export function sizeWords(work: Work): string {
  return work.rows_total > 0 && isOverRows(work) ? countOf(work.rows_total, 'row') : '';
}

/** `21,400 rows/s · 41 s left`, `41 s left` */
export function speedWords(work: Pick<Work, 'phase'>, speed: Pace): string {
  return isOverRows(work) ? paceWords(speed) : leftWords(speed.leftMs);
}

/** `41 s left` */
export function leftWords(leftMs: number): string {
  return leftMs < 1_000 ? 'nearly done' : `${formatDuration(leftMs)} left`;
}
