import type { MongoClient, TopologyDescription, TopologyDescriptionChangedEvent } from 'mongodb';
import type { Logger } from '../logger.ts';

/**
 * Knows whether any server takes writes now, as far as the driver's own monitors do, and says once when none does any
 * more and once when one does again.
 */
export class DatabasePresence {
  private readonly log: Logger;
  private readonly nowMs: () => number;
  private awaySinceMs: number | null = null;

  constructor(client: Pick<MongoClient, 'on'>, log: Logger, nowMs: () => number = () => Date.now()) {
    this.log = log;
    this.nowMs = nowMs;
    client.on('topologyDescriptionChanged', ({ newDescription }: TopologyDescriptionChangedEvent) =>
      this.see(newDescription),
    );
  }

  /** How long it has been away, ms; 0 while it is there. */
  get awayForMs(): number {
    return this.awaySinceMs === null ? 0 : this.nowMs() - this.awaySinceMs;
  }

  private see({ servers }: TopologyDescription): void {
    // That of a client that closes.
    if (servers.size === 0) return;
    const isThere = [...servers.values()].some(({ isWritable }) => isWritable);
    if (!isThere && this.awaySinceMs === null) {
      this.awaySinceMs = this.nowMs();
      const since = new Date(this.awaySinceMs).toISOString();
      this.log.warn(`the database is away since ${since}: no server takes writes; what is stored is kept`);
    } else if (isThere && this.awaySinceMs !== null) {
      const seconds = Math.round(this.awayForMs / 1_000);
      this.awaySinceMs = null;
      this.log.warn({ away_seconds: seconds }, `the database is back after ${seconds} s`);
    }
  }
}
