import type { Agent, AgentContext, AgentInput } from '#service/agents/agent.ts';
import { agentFor } from '#service/agents/agent-registry.ts';
import { aborted } from './aborted.ts';
import type { AgentPhase } from '#shared/statuses.ts';

/** The real agents, with something done before the run of one phase: before its first records, or its conclusion. */
export function disturbedAgents(
  disturbedPhase: AgentPhase,
  before: (input: AgentInput, context: AgentContext) => Promise<void> | void,
): (phase: AgentPhase) => Agent {
  return (phase) => (phase === disturbedPhase ? disturbed(agentFor(phase), before) : agentFor(phase));
}

function disturbed(real: Agent, before: (input: AgentInput, context: AgentContext) => Promise<void> | void): Agent {
  return {
    name: real.name,
    phase: real.phase,
    passes: (input, ranges) =>
      real.passes(input, ranges).map((pass, index) => ({
        ...pass,
        read: async (ofPass, partition, context) => {
          if (index === 0) await unlessAborted(before(ofPass, context), context);
          return pass.read(ofPass, partition, context);
        },
      })),
    conclude: async (input, parts, context) => {
      if (real.passes(input, []).length === 0) await unlessAborted(before(input, context), context);
      return real.conclude(input, parts, context);
    },
  };
}

/** What a test forgot to let go ends with the service, as an agent does. */
const unlessAborted = (before: Promise<void> | void, { signal }: AgentContext): Promise<void> | void =>
  before instanceof Promise ? Promise.race([before, aborted(signal).then(() => signal.throwIfAborted())]) : before;
