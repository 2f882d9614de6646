import { countOf } from '#shared/format.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Clock } from '../../platform/clock.ts';

interface Place {
  keyId: string;
  seenAtMs: number;
}

/**
 * Which uploads this process is busy with. An upload is active from its opening or its last chunk on until it ends or
 * nothing came for a while, so that a closed pane does not hold a place for as long as its session is kept. One key gets
 * half of the places, so that it cannot keep everybody else out.
 */
export class ActiveUploads {
  private readonly places = new Map<string, Place>();
  private readonly limits: { most: number; idleMs: number };
  private readonly mostOfKey: number;
  private readonly clock: Clock;

  constructor(limits: { most: number; idleMs: number }, clock: Clock) {
    this.limits = limits;
    this.mostOfKey = Math.ceil(limits.most / 2);
    this.clock = clock;
  }

  /** @throws AppError too_many_requests when others have all places, or the key as many as one may have */
  assertFree(keyId: string): void {
    const now = this.clock.now().getTime();
    for (const [id, { seenAtMs }] of this.places) if (seenAtMs + this.limits.idleMs <= now) this.places.delete(id);
    const all = [...this.places.values()];
    const own = all.filter((place) => place.keyId === keyId);
    if (own.length >= this.mostOfKey)
      throw this.tooMany(
        `This key sends ${countOf(own.length, 'upload')} already, as many as one key may at once.`,
        own,
      );
    if (all.length >= this.limits.most)
      throw this.tooMany(
        `This service takes ${countOf(this.limits.most, 'upload')} at once, and so many are running.`,
        all,
      );
  }

  /** Whether the upload has a place that it was given for this key. */
  isOf(uploadId: string, keyId: string): boolean {
    return this.places.get(uploadId)?.keyId === keyId;
  }

  /** Keeps the upload's place, or gives the key one. @throws AppError too_many_requests */
  touch(uploadId: string, keyId: string): void {
    const place = this.places.get(uploadId);
    if (place === undefined) this.assertFree(keyId);
    this.places.set(uploadId, { keyId: place?.keyId ?? keyId, seenAtMs: this.clock.now().getTime() });
  }

  end(uploadId: string): void {
    this.places.delete(uploadId);
  }

  private tooMany(what: string, inTheWay: readonly Place[]): AppError {
    const freeAtMs = Math.min(...inTheWay.map(({ seenAtMs }) => seenAtMs)) + this.limits.idleMs;
    const leftMs = freeAtMs - this.clock.now().getTime();
    return new AppError(
      'too_many_requests',
      `${what} Try again when one has ended.`,
      {},
      { retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1_000)) },
    );
  }
}
