import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { AgentPhase } from '#shared/statuses.ts';
import { agentTaskId, type AgentTaskDocument } from '#service/models/agent-task.model.ts';
import type { FlowDocument } from '#service/models/flow.model.ts';
import type { KillableStack } from './killable-stack.ts';

const LOOK_MS = 5;
const workers = ['worker', 'second worker'] as const;
/** How often it is the worker that owns the phase, and not the one that helps it. */
const OWNER_SHARE = 0.75;

/** A worker that was killed, and the phase that was running when it was. */
export interface Kill {
  phase: AgentPhase;
  wasOwner: boolean;
}

interface KillerPlan {
  flowId: string;
  /** Workers killed in one phase. */
  killsPerPhase: number;
  /** How long each phase takes, ms; the moment of the kill lies anywhere in it, sooner rather than later. Shortened where one was missed. */
  durations: Map<AgentPhase, number>;
  random(): number;
}

/** Kills workers of one flow in each of its phases, and starts them again at once, until it is told to end. */
export class PhaseKiller {
  readonly kills: Kill[] = [];
  private readonly stack: KillableStack;
  private readonly db: Db;
  private readonly plan: KillerPlan;
  private readonly starting = new Set<Promise<void>>();
  private readonly killedIn = new Map<string, number>();
  private isEnded = false;
  private readonly work: Promise<void>;

  constructor(stack: KillableStack, db: Db, plan: KillerPlan) {
    this.stack = stack;
    this.db = db;
    this.plan = plan;
    this.work = this.killOn();
    // Whoever ends it gets the error.
    this.work.catch(() => undefined);
  }

  /** Waits until all workers are back. */
  async end(): Promise<Kill[]> {
    this.isEnded = true;
    await this.work;
    await Promise.all(this.starting);
    return this.kills;
  }

  private async killOn(): Promise<void> {
    const killed = new Set<string>();
    for (; !this.isEnded; await sleep(LOOK_MS)) {
      const task = await this.runningTask();
      if (task === null || killed.has(task._id) || this.isEnough(task)) continue;
      const duration = this.plan.durations.get(task.phase) ?? 0;
      await sleep(this.plan.random() ** 3 * duration);
      if ((await this.runningTask())?._id === task._id) {
        if (await this.killOne(task)) killed.add(task._id);
      } else this.plan.durations.set(task.phase, duration / 2);
    }
  }

  private async killOne(task: AgentTaskDocument): Promise<boolean> {
    const pid = Number(task.worker.split(':').at(-1));
    const owner = workers.find((worker) => this.stack.pidOf(worker) === pid);
    const helper = workers.find((worker) => worker !== owner);
    const wasOwner = this.plan.random() < OWNER_SHARE;
    const victim = wasOwner ? owner : helper;
    if (victim === undefined || this.stack.pidOf(victim) === null) return false;
    await this.stack.kill(victim);
    this.kills.push({ phase: task.phase, wasOwner });
    this.killedIn.set(keyOf(task), (this.killedIn.get(keyOf(task)) ?? 0) + 1);
    const started = this.stack.start(victim);
    this.starting.add(started);
    started.catch(() => (this.isEnded = true));
    return wasOwner;
  }

  private isEnough(task: AgentTaskDocument): boolean {
    return (this.killedIn.get(keyOf(task)) ?? 0) >= this.plan.killsPerPhase;
  }

  /** The newest attempt, while its phase runs. */
  private async runningTask(): Promise<AgentTaskDocument | null> {
    const flows = this.db.collection<FlowDocument>('crewai_flow_state_extensions');
    const flow = await flows.findOne({ _id: this.plan.flowId });
    const phase = flow?.due ? flow.phases.find((candidate) => candidate.phase === flow.due?.phase) : undefined;
    if (phase?.status !== 'running' || phase.phase === 'waiting_for_approval') return null;
    const tasks = this.db.collection<AgentTaskDocument>('crewai_task_execution');
    return tasks.findOne({ _id: agentTaskId(this.plan.flowId, phase.phase, phase.attempt), status: 'running' });
  }
}

const keyOf = ({ flow_id, phase }: AgentTaskDocument): string => `${flow_id}:${phase}`;
