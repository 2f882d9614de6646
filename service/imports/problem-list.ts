import type { ProblemItem } from '#shared/api-error.ts';
import { PROBLEMS_LISTED_MAX } from '#shared/limits.ts';
import { AppError } from '../platform/app-error.ts';

/** Collects problems; keeps counting when the list is full. */
export class ProblemList {
  private readonly listed: ProblemItem[] = [];
  private total = 0;

  add(problem: Omit<ProblemItem, 'row' | 'column'> & { row?: number; column?: number }): void {
    this.total += 1;
    if (this.listed.length < PROBLEMS_LISTED_MAX)
      this.listed.push({ ...problem, row: problem.row ?? null, column: problem.column ?? null });
  }

  throwIfAny(): void {
    if (this.total === 0) return;
    const detail =
      this.total === 1 ? (this.listed[0]?.message ?? '') : `${this.total} problems were found; nothing was stored.`;
    throw new AppError('import_rejected', detail, { problems: this.listed, problems_total: this.total });
  }
}
