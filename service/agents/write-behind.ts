import { orAborted } from './until-aborted.ts';

/** Small documents written with one command: of fewer, the server spends more on each. */
const BATCH = 1_000;

interface WriteBehindOptions {
  /** Ends it. */
  signal: AbortSignal;
  /** Items a write has at least, but for the last one; 1,000 unless said. */
  batch?: number;
}

/**
 * Gathers what is to be written and writes a batch while the next one is made, never two at a time: what waits to be
 * written is bounded. After an abort no write begins, and whoever waits gets the signal's reason at once.
 */
export class WriteBehind<Item> {
  private readonly write: (items: readonly Item[]) => Promise<void>;
  private readonly batch: number;
  private readonly signal: AbortSignal;
  private gathered: Item[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(write: (items: readonly Item[]) => Promise<void>, { signal, batch = BATCH }: WriteBehindOptions) {
    this.write = write;
    this.batch = batch;
    this.signal = signal;
  }

  /** Begins to write when there is a batch and the one before is written. @throws what writing that one threw */
  async add(items: readonly Item[]): Promise<void> {
    for (const item of items) this.gathered.push(item);
    if (this.gathered.length >= this.batch) await this.begin();
  }

  /** Writes what is left and waits for all of it. @throws what writing it threw */
  async end(): Promise<void> {
    if (this.gathered.length > 0) await this.begin();
    await orAborted(this.writing, this.signal);
  }

  private async begin(): Promise<void> {
    await orAborted(this.writing, this.signal);
    const items = this.gathered;
    this.gathered = [];
    this.writing = this.write(items);
    // Thrown where it is waited for; until then nobody listens.
    this.writing.catch(() => undefined);
  }
}
