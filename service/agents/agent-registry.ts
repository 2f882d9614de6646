import type { AgentPhase } from '#shared/statuses.ts';
import type { Agent } from './agent.ts';
export function agentFor(phase: AgentPhase): Agent {
  return { name: phase, phase, async run(input, context) { let n = 0; for await (const b of input.readRecords()) { n += b.length; context.signal.throwIfAborted(); context.reportProgress(n); } return { rowsDone: n, result: { rows_read: n } }; } };
}
