import type { Model } from 'mongoose';
import { trusted } from 'mongoose';
import type { ApiKeyDocument } from '../models/api-key.model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';

/** A use is stored when the last stored one is older, ms: whether a key is still needed shows in days. */
const STORED_EVERY_MS = 60 * 60 * 1_000;

/** When each key was last used, to the hour. No request waits for it, and none fails with it. */
export class KeyUses {
  private readonly model: Model<ApiKeyDocument>;
  private readonly clock: Clock;
  private readonly log: Logger;
  /** What this process has stored or found stored, ms; one entry a key. */
  private readonly noted = new Map<string, number>();

  constructor(deps: { model: Model<ApiKeyDocument>; clock: Clock; log: Logger }) {
    this.model = deps.model;
    this.clock = deps.clock;
    this.log = deps.log;
  }

  note(keyId: string): void {
    const now = this.clock.now();
    const last = this.noted.get(keyId);
    if (last !== undefined && now.getTime() - last < STORED_EVERY_MS) return;
    this.noted.set(keyId, now.getTime());
    this.store(keyId, now).catch((error: unknown) => {
      this.noted.delete(keyId);
      this.log.warn({ err: error, keyId }, 'when a key was used could not be stored; its next use is tried again');
    });
  }

  /** Not where another process has just done so. */
  private async store(keyId: string, now: Date): Promise<void> {
    const before = new Date(now.getTime() - STORED_EVERY_MS);
    await this.model.updateOne(
      { _id: keyId, $or: [{ last_used_at: null }, { last_used_at: trusted({ $lte: before }) }] },
      { $set: { last_used_at: now } },
    );
  }
}
