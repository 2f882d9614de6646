import { AppError } from '../../platform/app-error.ts';
import type { Clock } from '../../platform/clock.ts';

/**
 * Which uploads this process is busy with. An upload is active from its opening or its last chunk on until it ends or
 * nothing came for a while, so that a closed pane does not hold a place for as long as its session is kept.
 */
export class ActiveUploads {
  private readonly lastSeen = new Map<string, number>();
  private readonly limits: { most: number; idleMs: number };
  private readonly clock: Clock;

  constructor(limits: { most: number; idleMs: number }, clock: Clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** @throws AppError too_many_requests when others have all places */
  assertFree(): void {
    const now = this.clock.now().getTime();
    for (const [id, seen] of this.lastSeen) if (seen + this.limits.idleMs <= now) this.lastSeen.delete(id);
    if (this.lastSeen.size < this.limits.most) return;
    const oldest = Math.min(...this.lastSeen.values());
    throw new AppError(
      'too_many_requests',
      `This service takes ${this.limits.most} uploads at once, and so many are running. Try again when one has ended.`,
      {},
      { retryAfterSeconds: Math.max(1, Math.ceil((oldest + this.limits.idleMs - now) / 1_000)) },
    );
  }

  /** Keeps the upload's place, or gives it one. @throws AppError too_many_requests */
  touch(uploadId: string): void {
    if (!this.lastSeen.has(uploadId)) this.assertFree();
    this.lastSeen.set(uploadId, this.clock.now().getTime());
  }

  end(uploadId: string): void {
    this.lastSeen.delete(uploadId);
  }
}
