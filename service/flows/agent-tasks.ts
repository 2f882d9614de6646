import type { ClientSession } from 'mongoose';
import type { TenantCollection } from '../access/tenant-collection.ts';
import { ownedBy, type Tenant } from '../access/tenant.ts';
import { agentTaskId, type AgentTaskDocument } from '../models/agent-task.model.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { PhaseJob } from './job-queue.ts';

interface AgentTasksDependencies {
  tasks: TenantCollection<AgentTaskDocument>;
  clock: Clock;
  /** Names this process in its tasks. */
  worker: string;
}

/** The task of an attempt, and whose it is. */
interface OwnTask {
  tenant: Tenant;
  taskId: string;
}

/** Records each attempt of an agent as a task, from its start to its end. */
export class AgentTasks {
  private readonly deps: AgentTasksDependencies;

  constructor(dependencies: AgentTasksDependencies) {
    this.deps = dependencies;
  }

  /** Begins the task of the attempt that the flow's phase has now. @returns its id */
  async begin(
    job: PhaseJob,
    { flow, agent }: { flow: FlowDocument; agent: string },
    session: ClientSession,
  ): Promise<string> {
    const now = this.deps.clock.now();
    const phase = flow.phases.find((candidate) => candidate.phase === job.phase);
    const attempt = phase?.attempt ?? 0;
    const taskId = agentTaskId(job.flowId, job.phase, attempt);
    await this.deps.tasks.insert(
      {
        _id: taskId,
        ...ownedBy(job.tenant),
        flow_id: job.flowId,
        data_import_id: flow.data_import_id,
        phase: job.phase,
        agent,
        attempt,
        status: 'running',
        rows_done: 0,
        rows_total: flow.total_records,
        worker: this.deps.worker,
        state: {},
        result: null,
        error: null,
        queued_at: phase?.queued_at ?? null,
        started_at: now,
        finished_at: null,
        heartbeat_at: now,
      },
      session,
    );
    return taskId;
  }

  /** @returns whether the task still runs */
  async beat({ tenant, taskId }: OwnTask, rowsDone: number, state: AgentTaskDocument['state']): Promise<boolean> {
    const task = await this.deps.tasks.change(
      tenant,
      { _id: taskId, status: 'running' },
      { $set: { rows_done: rowsDone, state, heartbeat_at: this.deps.clock.now() } },
    );
    return task !== null;
  }

  /** Ends earlier tasks of the phase whose worker never came back. */
  async abandonAll(job: PhaseJob, session: ClientSession): Promise<void> {
    await this.deps.tasks.changeAll(
      job.tenant,
      { flow_id: job.flowId, phase: job.phase, status: 'running' },
      { $set: { status: 'abandoned', finished_at: this.deps.clock.now() } },
      session,
    );
  }

  /** Ends a task, once. */
  async finish({ tenant, taskId }: OwnTask, end: Partial<AgentTaskDocument>, session: ClientSession): Promise<void> {
    const now = this.deps.clock.now();
    await this.deps.tasks.change(
      tenant,
      { _id: taskId, status: 'running' },
      { $set: { ...end, finished_at: now, heartbeat_at: now } },
      session,
    );
  }
}
