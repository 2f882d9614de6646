import type { JsonValue } from '../agents/agent.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { AttemptLostError } from './flow-error.ts';

/** How often a running agent's progress is stored at most, ms. */
const FLUSH_MS = 500;

export interface Progress {
  rowsDone: number;
  state: Record<string, JsonValue>;
}

interface MonitorDependencies {
  /** Stores progress and renews the lease until then. @returns false when the attempt lost its phase */
  storeProgress(progress: Progress, leaseUntil: Date): Promise<boolean>;
  /** Renews the lease alone. @returns false when the attempt lost its phase */
  renewLease(progress: Progress, leaseUntil: Date): Promise<boolean>;
  /** Aborted when the worker shuts down or its queue takes the job away. */
  outerSignal: AbortSignal;
  clock: Clock;
  leaseMs: number;
  log: Logger;
}

/**
 * Watches one running attempt: stores its progress, keeps its lease alive with a heartbeat three times a lease, and
 * aborts the agent when the phase was taken away, the lease ran out or the worker stops.
 */
export class AttemptMonitor {
  private readonly dependencies: MonitorDependencies;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private progress: Progress = { rowsDone: 0, state: {} };
  private storedProgress: Progress = this.progress;
  private leaseUntilMs: number;
  private lastBeatMs: number;
  private beat: Promise<void> | null = null;

  constructor(dependencies: MonitorDependencies) {
    this.dependencies = dependencies;
    const now = dependencies.clock.now().getTime();
    this.leaseUntilMs = now + dependencies.leaseMs;
    this.lastBeatMs = now;
    dependencies.outerSignal.addEventListener('abort', this.stopForOuter);
    if (dependencies.outerSignal.aborted) this.stopForOuter();
    this.timer = setInterval(() => {
      this.beat ??= this.keepAlive().finally(() => (this.beat = null));
    }, FLUSH_MS);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  report(rowsDone: number, state: Record<string, JsonValue> = this.progress.state): void {
    this.progress = { rowsDone: Math.max(rowsDone, this.progress.rowsDone), state };
  }

  get latest(): Progress {
    return this.progress;
  }

  /** Ends the watch and waits for the write under way, so that nothing is written behind the result. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.dependencies.outerSignal.removeEventListener('abort', this.stopForOuter);
    await this.beat;
  }

  private readonly stopForOuter = (): void => this.controller.abort(this.dependencies.outerSignal.reason);

  private async keepAlive(): Promise<void> {
    const { clock, leaseMs, log } = this.dependencies;
    const now = clock.now().getTime();
    const current = this.progress;
    const isNews = current !== this.storedProgress;
    if (!isNews && now - this.lastBeatMs < leaseMs / 3) return;
    try {
      const leaseUntil = new Date(now + leaseMs);
      const isOwner = isNews
        ? await this.dependencies.storeProgress(current, leaseUntil)
        : await this.dependencies.renewLease(current, leaseUntil);
      if (!isOwner) return this.controller.abort(new AttemptLostError());
      this.storedProgress = current;
      this.lastBeatMs = now;
      this.leaseUntilMs = leaseUntil.getTime();
    } catch (error) {
      log.warn({ err: error }, 'a heartbeat could not be stored; trying again until the lease runs out');
      if (clock.now().getTime() > this.leaseUntilMs) this.controller.abort(new AttemptLostError());
    }
  }
}
