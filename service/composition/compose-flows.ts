import type { agentFor } from '../agents/agent-registry.ts';
import { UnwrittenInventory } from '../assets/unwritten-inventory.ts';
import type { AgentWorkspace } from '../flows/agent-workspace.ts';
import { AgentRunner } from '../flows/agent-runner.ts';
import { AgentTasks } from '../flows/agent-tasks.ts';
import { BackgroundExecutionService } from '../flows/background-execution-service.ts';
import { DuePhaseQueue } from '../flows/due-phase-queue.ts';
import { FlowControl, type ForgetLearned, type OpenUnanswered } from '../flows/flow-control.ts';
import { phasesBeforeWriting } from '../flows/flow-progress.ts';
import { FlowDecisions } from '../flows/flow-decisions.ts';
import { FlowProgressReader } from '../flows/flow-progress-reader.ts';
import { FlowSweeper } from '../flows/flow-sweeper.ts';
import type { JobQueue } from '../flows/job-queue.ts';
import { MasterFlowOrchestrator } from '../flows/master-flow-orchestrator.ts';
import { PartitionData } from '../flows/partition-data.ts';
import { PartitionReader } from '../flows/partition-reader.ts';
import { PartitionStore } from '../flows/partition-store.ts';
import { processName } from '../platform/process/process-name.ts';
import type { RevisionWatch } from '../platform/revision-watch.ts';
import type { Foundation } from './foundation.ts';

/** The parts that flows need of others: workspace, queue, agents. */
interface FlowSurroundings {
  watch: RevisionWatch;
  workspace: AgentWorkspace;
  queue: JobQueue;
  leaseMs: number;
  agentFor: typeof agentFor;
  forgetLearned: ForgetLearned;
  openUnanswered: OpenUnanswered;
  partitionRows?: number | undefined;
}

export type Flows = ReturnType<typeof composeFlows>;

/** Flows: their phases, their workers, the decisions of people on them, and their readers. */
export function composeFlows(foundation: Foundation, surroundings: FlowSurroundings) {
  const { config, connection, models, collections, access, turns, clock, log } = foundation;
  const { watch, workspace, queue, leaseMs, agentFor, forgetLearned, openUnanswered } = surroundings;
  const { flows, tasks, findings } = collections;
  const maxAttempts = config.MAX_ATTEMPTS;
  const maxLosses = config.MAX_LOST_WORKERS;
  const partitionRows = surroundings.partitionRows ?? config.PARTITION_ROWS;
  const orchestrator = new MasterFlowOrchestrator({ flows, clock, maxAttempts, maxLosses, partitionRows });
  const flowDecisions = new FlowDecisions({ flows, clock, maxAttempts });
  const partitions = new PartitionStore({
    partitions: collections.agentPartitions,
    data: new PartitionData(collections.partitionData),
    clock,
    leaseMs,
    maxLosses,
  });
  const runner = new AgentRunner({
    flows,
    workspace,
    partitions: new PartitionReader({ store: partitions, queue, clock, log }),
    agentFor,
    partitionRows,
  });
  const duePhases = new DuePhaseQueue({ flows, queue, clock, log });
  const background = new BackgroundExecutionService({
    connection,
    flows,
    tasks: new AgentTasks({ tasks, clock, worker: processName }),
    orchestrator,
    workspace,
    queue,
    duePhases,
    clock,
    log,
    leaseMs,
    runner,
    partitions,
    turns,
  });
  return {
    orchestrator,
    flowDecisions,
    background,
    duePhases,
    runner,
    flowSweeper: new FlowSweeper({ flows: models.flows, duePhases, clock, log }),
    flowReader: new FlowProgressReader({ flows, tasks, findings, queue, watch }),
    flowControl: new FlowControl({
      connection,
      flows,
      tasks,
      dataImports: collections.dataImports,
      decisions: flowDecisions,
      partitions,
      turns,
      duePhases,
      forgetLearned,
      openUnanswered,
      unwritten: new UnwrittenInventory({
        connection,
        findings,
        cleansingPlans: collections.cleansingPlans,
        assetChanges: collections.assetChanges,
        inventoryConflicts: collections.inventoryConflicts,
        agents: phasesBeforeWriting.map((phase) => agentFor(phase).name),
      }),
      audit: access.audit,
      clock,
    }),
  };
}
