import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RepeatedWork } from '../repeated-work.ts';

/** How often the clocks are compared: so long may a clock that is set meanwhile be wrong, ms. */
const COMPARE_EVERY_MS = 60_000;
/** How often a clock that stays wrong is warned of, ms. */
const WARN_EVERY_MS = 3_600_000;
/** Clocks that are kept right differ by less, ms. */
const WRONG_MS = 3_000;
/** An answer that took longer than this says too little about when it was given, ms. */
const ROUND_TRIP_MAX_MS = 2_000;

interface DatabaseClockDependencies {
  /** `localTime` of the server that takes writes. */
  readDatabaseTime(): Promise<Date>;
  log: Logger;
  local?: { now(): Date; elapsedMs(): number };
}

/**
 * The database's time, which is the same for all processes whatever their computers' clocks say: leases are decided by it
 * (decision 0024). It is this computer's clock with the difference that was measured last, so reading it asks nobody.
 */
export class DatabaseClock implements Clock {
  private readonly deps: Required<DatabaseClockDependencies>;
  private readonly comparing: RepeatedWork;
  private offsetMs = 0;
  private warnedAtMs = Number.NEGATIVE_INFINITY;

  constructor(dependencies: DatabaseClockDependencies) {
    const local = { now: () => new Date(), elapsedMs: () => performance.now() };
    this.deps = { local, ...dependencies };
    this.comparing = new RepeatedWork('comparing the clocks', () => this.compare(), dependencies.log);
  }

  now(): Date {
    return new Date(this.deps.local.now().getTime() + this.offsetMs);
  }

  /** Compares at once and then each minute. */
  async start(): Promise<void> {
    await this.compare();
    this.comparing.start(COMPARE_EVERY_MS);
  }

  stop(): Promise<void> {
    return this.comparing.stop();
  }

  async compare(): Promise<void> {
    const { readDatabaseTime, local } = this.deps;
    const askedMs = local.elapsedMs();
    const database = await readDatabaseTime();
    const roundTripMs = local.elapsedMs() - askedMs;
    if (roundTripMs > ROUND_TRIP_MAX_MS) return;
    this.offsetMs = Math.round(database.getTime() + roundTripMs / 2 - local.now().getTime());
    if (Math.abs(this.offsetMs) > WRONG_MS) this.warn();
    else this.warnedAtMs = Number.NEGATIVE_INFINITY;
  }

  private warn(): void {
    const elapsedMs = this.deps.local.elapsedMs();
    if (elapsedMs - this.warnedAtMs < WARN_EVERY_MS) return;
    this.warnedAtMs = elapsedMs;
    const side = this.offsetMs < 0 ? 'ahead of' : 'behind';
    this.deps.log.warn(
      { clock_off_ms: -this.offsetMs },
      `The clock of this computer is ${spanWords(Math.abs(this.offsetMs))} ${side} the database's. The service goes by the database's, but jobs may start late and log lines have the wrong time: let NTP set the clocks of both.`,
    );
  }
}

function spanWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
