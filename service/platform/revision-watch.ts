import type { Logger } from './logger.ts';
import { RepeatedWork } from './repeated-work.ts';

const LOOK_EVERY_MS = 200;

/** Of those that exist: id → revision. */
type ReadRevisions = (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;

interface Watcher {
  revision: number;
  changed: () => void;
}

/**
 * Tells of documents somebody watches that they changed, whichever process changed them: it asks for all their revisions
 * in one go, five times a second. A change stream would tell sooner, and make the database look at every document anybody
 * writes, of which imports are millions (docs/decisions/0036).
 */
export class RevisionWatch {
  private readonly readRevisions: ReadRevisions;
  private readonly log: Logger;
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly looking: RepeatedWork;
  private seenAt = Number.NEGATIVE_INFINITY;
  private isFailing = false;
  private readonly ended = new AbortController();

  constructor(readRevisions: ReadRevisions, log: Logger) {
    this.readRevisions = readRevisions;
    this.log = log;
    this.looking = new RepeatedWork('a look for changes', () => this.look(), log);
  }

  start(): void {
    this.looking.start(LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    await this.looking.stop();
  }

  /** Aborted when nobody is to wait for a change any more. */
  get waitingEnded(): AbortSignal {
    return this.ended.signal;
  }

  endWaiting(): void {
    this.ended.abort();
  }

  /** The start of the last look that succeeded (`performance.now()`): nothing watched had changed by then. */
  get lastSeenAt(): number {
    return this.seenAt;
  }

  /** Calls `changed` once when the document has another revision or is gone, unless the returned function comes first. */
  watch(id: string, revision: number, changed: () => void): () => void {
    const watcher = { revision, changed };
    const watchers = this.watchers.get(id) ?? new Set();
    this.watchers.set(id, watchers.add(watcher));
    return () => this.leave(id, watcher);
  }

  private async look(): Promise<void> {
    if (this.watchers.size === 0) return;
    const began = performance.now();
    // Who comes while it is being read may know more than was read, or ask for what was not.
    const watched = [...this.watchers].map(([id, watchers]) => ({ id, watchers: [...watchers] }));
    try {
      const revisions = await this.readRevisions(watched.map(({ id }) => id));
      for (const { id, watchers } of watched)
        for (const watcher of watchers) {
          const hasLeft = this.watchers.get(id)?.has(watcher) !== true;
          if (hasLeft || revisions.get(id) === watcher.revision) continue;
          this.leave(id, watcher);
          watcher.changed();
        }
      this.seenAt = began;
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.log.warn({ err: error }, 'changes of flows cannot be seen; polls are answered late');
      this.isFailing = true;
    }
  }

  private leave(id: string, watcher: Watcher): void {
    const watchers = this.watchers.get(id);
    watchers?.delete(watcher);
    if (watchers?.size === 0) this.watchers.delete(id);
  }
}
