import { AppError } from '../platform/app-error.ts';
import type { Clock } from '../platform/clock.ts';

const MINUTE_MS = 60_000;

interface Failures {
  count: number;
  /** A minute after the first of them. */
  untilMs: number;
}

/** Keys of one address that are being looked up, and calls that wait until it is known how many of those fail. */
interface LookUps {
  count: number;
  waiting: (() => void)[];
}

/**
 * Slows down attempts to guess keys. Only refused keys are counted: polls that wait are no failures yet, and many panes
 * may share an address. Of one address, at most as many keys are looked up at once as may still be refused; guesses
 * sent side by side are then as few as those sent one after the other. Further calls wait for their turn.
 */
export class FailedLogins {
  private readonly perMinute: number;
  private readonly clock: Clock;
  /** In the order in which their minutes end. */
  private readonly failures = new Map<string, Failures>();
  private readonly lookUps = new Map<string, LookUps>();

  constructor(perMinute: number, clock: Clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /**
   * @param lookUp throws AppError unauthenticated for a wrong key
   * @throws AppError too_many_requests; errors of `lookUp`
   */
  async watch<Found>(address: string, lookUp: () => Promise<Found>): Promise<Found> {
    const lookUps = await this.enter(address);
    try {
      return await lookUp();
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthenticated') this.count(address);
      throw error;
    } finally {
      lookUps.count -= 1;
      this.callNext(address, lookUps);
    }
  }

  private async enter(address: string): Promise<LookUps> {
    const lookUps = this.lookUps.get(address) ?? { count: 0, waiting: [] };
    this.lookUps.set(address, lookUps);
    for (;;) {
      const left = this.perMinute - this.failuresOf(address);
      if (left <= 0) {
        this.callNext(address, lookUps);
        throw tooManyFailures();
      }
      if (lookUps.count < left) {
        lookUps.count += 1;
        return lookUps;
      }
      await new Promise<void>((resolve) => lookUps.waiting.push(resolve));
    }
  }

  private callNext(address: string, lookUps: LookUps): void {
    const next = lookUps.waiting.shift();
    if (next !== undefined) next();
    else if (lookUps.count === 0) this.lookUps.delete(address);
  }

  private failuresOf(address: string): number {
    const now = this.clock.now().getTime();
    for (const [one, { untilMs }] of this.failures) {
      if (untilMs > now) break;
      this.failures.delete(one);
    }
    return this.failures.get(address)?.count ?? 0;
  }

  private count(address: string): void {
    const count = this.failuresOf(address) + 1;
    const untilMs = this.failures.get(address)?.untilMs ?? this.clock.now().getTime() + MINUTE_MS;
    this.failures.set(address, { count, untilMs });
  }
}

function tooManyFailures(): AppError {
  return new AppError(
    'too_many_requests',
    'Too many wrong API keys from this address. Wait a minute.',
    {},
    { retryAfterSeconds: 60 },
  );
}
