import type { AgentTask, Job } from '#shared/schemas/flow.schema.ts';

/**
 * What the attempt came to that a job made. A job ends with its worker's answer, whatever that is: one that gave a phase
 * up has ended well itself. null: it made none.
 */
export function outcomeOf(job: Job, tasks: readonly AgentTask[]): AgentTask['status'] | null {
  if (job.name !== 'flow.run-phase' || job.last_run_at === null) return null;
  const end = job.last_finished_at;
  const made = tasks.filter((task) => task.phase === job.phase && (end === null || task.started_at <= end));
  return made.sort((one, other) => one.attempt - other.attempt).at(-1)?.status ?? null;
}
