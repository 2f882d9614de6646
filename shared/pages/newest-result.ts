import type { AgentTask } from '../schemas/flow.schema.ts';
import type { AgentPhase } from '../statuses.ts';

/** The result of a phase's newest completed run, of those that are wanted; null when there is none. */
export function newestResult(
  tasks: readonly AgentTask[],
  phase: AgentPhase,
  isWanted: (task: AgentTask) => boolean = () => true,
): AgentTask['result'] {
  const newest = tasks
    .filter((task) => task.phase === phase && task.status === 'completed' && task.result !== null)
    .filter(isWanted)
    .sort((one, other) => one.started_at.localeCompare(other.started_at))
    .at(-1);
  return newest?.result ?? null;
}
