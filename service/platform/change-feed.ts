import { EventEmitter } from 'node:events';
import type { ChangeStream, Db } from 'mongodb';
import type { Logger } from './logger.ts';

const RESTART_MS = 1_000;
/** The server answers at least this often, with or without a change, ms. */
const HEARTBEAT_MS = 500;
/** Silent for longer than this, the feed is not believed to know the present, ms. */
const SILENCE_MAX_MS = 1_500;
const EVERY_CHANGE = Symbol('every change');

/** A changed document; the id is null when a whole collection went away or changes were missed. */
export interface Change {
  collection: string | null;
  id: string | null;
}

/**
 * Which documents of some collections changed, whichever process changed them: one change stream a process, however many
 * listen. Ids are unique across collections.
 *
 * Whoever listens to be woken reads again, so a lost or doubled event does no harm. Whoever remembers what it read may
 * trust it while `isCurrent`: changes arrive within milliseconds of their commit, and a broken or silent stream ends the
 * trust `SILENCE_MAX_MS` after it was last heard. The driver resumes broken streams by itself and says nothing; hence
 * the heartbeat.
 */
export class ChangeFeed {
  private readonly db: Db;
  private readonly collections: readonly string[];
  private readonly log: Logger;
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private stream: ChangeStream | null = null;
  private restart: NodeJS.Timeout | null = null;
  private lastHeard = Number.NEGATIVE_INFINITY;
  private heardChanges = 0;
  private isStopped = false;

  constructor(db: Db, collections: readonly string[], log: Logger) {
    this.db = db;
    this.collections = collections;
    this.log = log;
  }

  start(): void {
    const stream = this.db.watch(
      [{ $match: { 'ns.coll': { $in: [...this.collections] } } }, { $project: { documentKey: 1, ns: 1 } }],
      { maxAwaitTimeMS: HEARTBEAT_MS },
    );
    this.stream = stream;
    stream.on('resumeTokenChanged', () => this.hear());
    stream.on('change', (change) => {
      const collection = 'ns' in change && 'coll' in change.ns ? change.ns.coll : null;
      this.announce({ collection, id: 'documentKey' in change ? String(change.documentKey._id) : null });
    });
    stream.on('error', (error) => {
      if (this.isStopped) return;
      this.log.warn({ err: error }, 'the change stream broke; long polls answer late until it is back');
      void stream
        .close()
        .catch((closeError: unknown) => this.log.debug({ err: closeError }, 'closing a broken change stream'));
      this.startAgain();
    });
    // Without an error it ends when what it watches is dropped.
    stream.on('close', () => this.startAgain());
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.lastHeard = Number.NEGATIVE_INFINITY;
    if (this.restart) clearTimeout(this.restart);
    this.emitter.removeAllListeners();
    await this.stream?.close();
  }

  /** Whether every change that is older than `SILENCE_MAX_MS` has been heard. */
  get isCurrent(): boolean {
    return performance.now() - this.lastHeard <= SILENCE_MAX_MS;
  }

  /** Grows with every change: what was read between two equal positions of a current feed is still so. */
  get position(): number {
    return this.heardChanges;
  }

  /** For a change this process made itself: nobody waits for the stream to tell it. */
  announce(change: Change): void {
    this.heardChanges += 1;
    if (change.id !== null) this.emitter.emit(change.id);
    this.emitter.emit(EVERY_CHANGE, change);
  }

  /** Calls `wake` at every change of the document until the returned function is called. */
  subscribe(id: string, wake: () => void): () => void {
    this.emitter.on(id, wake);
    return () => this.emitter.off(id, wake);
  }

  onEveryChange(listener: (change: Change) => void): void {
    this.emitter.on(EVERY_CHANGE, listener);
  }

  private startAgain(): void {
    this.lastHeard = Number.NEGATIVE_INFINITY;
    if (this.isStopped || this.restart) return;
    this.restart = setTimeout(() => {
      this.restart = null;
      this.start();
    }, RESTART_MS);
  }

  /** After a silence nobody knows what was missed. */
  private hear(): void {
    if (!this.isCurrent) this.announce({ collection: null, id: null });
    this.lastHeard = performance.now();
  }
}
