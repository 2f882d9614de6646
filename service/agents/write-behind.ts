import { orAborted } from './until-aborted.ts';

/** Small documents written with one command: of fewer, the server spends more on each. */
const BATCH = 1_000;

interface WriteBehindOptions {
  /** Ends it. */
  signal: AbortSignal;
  /** Items a write has at least, but for the last one; 1,000 unless said. */
  batch?: number;
  /** Writes at a time; 1 unless said. More only where none depends on another. */
  atOnce?: number;
}

/**
 * Gathers what is to be written and writes a batch while the next one is made, no more of them at a time than is said: what
 * waits to be written is bounded. After an abort no write begins, and whoever waits gets the signal's reason at once.
 */
export class WriteBehind<Item> {
  private readonly write: (items: readonly Item[]) => Promise<void>;
  private readonly batch: number;
  private readonly atOnce: number;
  private readonly signal: AbortSignal;
  private gathered: Item[] = [];
  /** The one that began first comes first. */
  private readonly writing: Promise<void>[] = [];

  constructor(
    write: (items: readonly Item[]) => Promise<void>,
    { signal, batch = BATCH, atOnce = 1 }: WriteBehindOptions,
  ) {
    this.write = write;
    this.batch = batch;
    this.atOnce = atOnce;
    this.signal = signal;
  }

  /** Begins to write when there is a batch and not too many are being written. @throws what writing one before threw */
  async add(items: readonly Item[]): Promise<void> {
    for (const item of items) this.gathered.push(item);
    if (this.gathered.length >= this.batch) await this.begin();
  }

  /** Writes what is left and waits for all of it. @throws what writing it threw */
  async end(): Promise<void> {
    if (this.gathered.length > 0) await this.begin();
    while (this.writing.length > 0) await this.oldest();
  }

  private async begin(): Promise<void> {
    while (this.writing.length >= this.atOnce) await this.oldest();
    this.signal.throwIfAborted();
    const items = this.gathered;
    this.gathered = [];
    const write = this.write(items);
    // Thrown where it is waited for; until then nobody listens.
    write.catch(() => undefined);
    this.writing.push(write);
  }

  private async oldest(): Promise<void> {
    const [first] = this.writing;
    await orAborted(first ?? Promise.resolve(), this.signal);
    void this.writing.shift();
  }
}
