import { orAborted } from './until-aborted.ts';

/**
 * Writes one batch while the next one is made, and never two at a time: what waits to be written is bounded. After an abort
 * no write begins, and whoever waits gets the signal's reason at once.
 */
export class WriteBehind {
  private readonly signal: AbortSignal;
  private writing: Promise<void> = Promise.resolve();

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** Begins to write when the batch before is written. @throws what writing that one threw */
  async begin(write: () => Promise<void>): Promise<void> {
    await this.end();
    this.writing = write();
    // Thrown where it is waited for; until then nobody listens.
    this.writing.catch(() => undefined);
  }

  /** Waits for the last batch. @throws what writing it threw */
  end(): Promise<void> {
    return orAborted(this.writing, this.signal);
  }
}
