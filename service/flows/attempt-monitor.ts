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
  private readonly deps: MonitorDependencies;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private progress: Progress = { rowsDone: 0, state: {} };
  private storedProgress: Progress = this.progress;
  private leaseUntilMs: number;
  private lastBeatMs: number;
  private beat: Promise<void> | null = null;
  /** At the last tick a heartbeat was still in flight although the lease had run out. */
  private isLate = false;
  private isEnding = false;
  private readonly lost: Promise<void>;
  private lose = (): void => undefined;

  constructor(dependencies: MonitorDependencies) {
    this.deps = dependencies;
    const now = dependencies.clock.now().getTime();
    this.leaseUntilMs = now + dependencies.leaseMs;
    this.lastBeatMs = now;
    this.lost = new Promise((resolve) => {
      this.lose = () => {
        this.controller.abort(new AttemptLostError());
        resolve();
      };
    });
    dependencies.outerSignal.addEventListener('abort', this.stopForOuter);
    if (dependencies.outerSignal.aborted) this.stopForOuter();
    this.timer = setInterval(() => this.tick(), FLUSH_MS);
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

  /** Ends the watch and waits for the write under way, so that nothing is written behind the result; no longer than the lease. */
  async stop(): Promise<void> {
    this.isEnding = true;
    this.deps.outerSignal.removeEventListener('abort', this.stopForOuter);
    await Promise.race([this.beat, this.lost]);
    clearInterval(this.timer);
  }

  private readonly stopForOuter = (): void => this.controller.abort(this.deps.outerSignal.reason);

  /** Only the second late tick counts: after a suspended process wakes, the answer may have arrived unread. */
  private tick(): void {
    const wasLate = this.isLate;
    this.isLate = this.beat !== null && this.deps.clock.now().getTime() > this.leaseUntilMs;
    if (wasLate && this.isLate) this.lose();
    else if (!this.isEnding) this.beat ??= this.keepAlive().finally(() => (this.beat = null));
  }

  private async keepAlive(): Promise<void> {
    const { clock, leaseMs, log } = this.deps;
    const now = clock.now().getTime();
    const current = this.progress;
    const isNews = current !== this.storedProgress;
    if (!isNews && now - this.lastBeatMs < leaseMs / 3) return;
    try {
      const leaseUntil = new Date(now + leaseMs);
      const isOwner = isNews
        ? await this.deps.storeProgress(current, leaseUntil)
        : await this.deps.renewLease(current, leaseUntil);
      if (!isOwner) return this.lose();
      this.storedProgress = current;
      this.lastBeatMs = now;
      this.leaseUntilMs = leaseUntil.getTime();
    } catch (error) {
      log.warn({ err: error }, 'a heartbeat could not be stored; trying again until the lease runs out');
      if (clock.now().getTime() > this.leaseUntilMs) this.lose();
    }
  }
}
