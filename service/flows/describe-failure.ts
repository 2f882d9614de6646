import { AgentError } from '../agents/agent.ts';
import type { TaskError } from '../models/agent-task.model.ts';
import { isDatabaseAway } from '../platform/database/mongo.ts';

const DATABASE_AWAY = 'database_away';

/** What of an error is shown to people: agents' own errors word for word, others by name and message, no stack. */
export function describeFailure(agent: string, error: unknown): TaskError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : null;
  if (error instanceof AgentError)
    return { agent, code: error.code, message: error.message, cause, row_number: error.rowNumber };
  if (isDatabaseAway(error)) {
    const message = 'The database was away. The phase is tried again by itself.';
    return { agent, code: DATABASE_AWAY, message, cause: null, row_number: null };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { agent, code: 'unexpected_error', message, cause, row_number: null };
}

/** Whether another try is known to be useless. */
export function isFinalFailure(error: unknown): boolean {
  return error instanceof AgentError && error.isFinal;
}

/** Whether it says nothing of the agent: the database was away, for whoever runs the phase or for who read a part of it. */
export function isOfLostDatabase(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof AgentError && error.code === DATABASE_AWAY);
}
