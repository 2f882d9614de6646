import type { AgentPhase } from '#shared/statuses.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import { AgentError, type Agent, type AgentContext, type AgentOutput } from '../agents/agent.ts';
import { runAgent } from '../agents/run-agent.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { AgentWorkspace } from './agent-workspace.ts';
import type { JobHandle, PhaseJob } from './job-queue.ts';
import type { PartitionReader } from './partition-reader.ts';

interface AgentRunnerDependencies {
  flows: TenantCollection<FlowDocument>;
  workspace: AgentWorkspace;
  partitions: PartitionReader;
  agentFor(phase: AgentPhase): Agent;
  /** Rows of one partition of a flow that says nothing of it. */
  partitionRows: number;
}

/** Runs an agent over a flow's import: as the owner of its phase, or as one who helps to read. */
export class AgentRunner {
  private readonly deps: AgentRunnerDependencies;

  constructor(dependencies: AgentRunnerDependencies) {
    this.deps = dependencies;
  }

  agentFor(phase: AgentPhase): Agent {
    return this.deps.agentFor(phase);
  }

  /** @throws AgentError import_missing; row_count_mismatch when the agent read another number of rows; what it throws */
  async run(job: PhaseJob, flow: FlowDocument, context: AgentContext): Promise<AgentOutput> {
    const agent = this.deps.agentFor(job.phase);
    const input = await this.deps.workspace.openInput(job.tenant, flow);
    if (input === null)
      throw new AgentError('import_missing', 'The import of this flow no longer exists.', { isFinal: true });
    const readRanges = this.deps.partitions.readerFor({ job, agent, input, context });
    const partitionRows = flow.partition_rows ?? this.deps.partitionRows;
    const output = await runAgent(agent, input, context, { readRanges, partitionRows });
    context.signal.throwIfAborted();
    if (output.rowsDone !== flow.total_records)
      throw new AgentError(
        'row_count_mismatch',
        `The agent read ${countOf(output.rowsDone, 'row')} of ${formatNumber(flow.total_records)}.`,
        {
          isFinal: true,
        },
      );
    return output;
  }

  /** Reads partitions of a phase somebody else owns; does nothing when there are none. */
  async help(job: PhaseJob, handle: JobHandle): Promise<void> {
    const findFlow = () =>
      this.deps.flows.find(job.tenant, { _id: job.flowId, status: 'running', 'due.phase': job.phase });
    const open = async () => {
      const flow = await findFlow();
      const input = flow === null ? null : await this.deps.workspace.openInput(job.tenant, flow);
      return input === null ? null : { agent: this.deps.agentFor(job.phase), input };
    };
    const isRun = async () => (await findFlow()) !== null;
    await this.deps.partitions.help(job, { open, isRun }, handle);
  }
}
