import { AgentError } from '../agents/agent.ts';
import type { TaskError } from '../models/agent-task.model.ts';

/** What of an error is shown to people: agents' own errors word for word, others by name and message, no stack. */
export function describeFailure(agent: string, error: unknown): TaskError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : null;
  if (error instanceof AgentError)
    return { agent, code: error.code, message: error.message, cause, row_number: error.rowNumber };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { agent, code: 'unexpected_error', message, cause, row_number: null };
}

/** Whether another try is known to be useless. */
export function isFinalFailure(error: unknown): boolean {
  return error instanceof AgentError && error.isFinal;
}
