import type { Logger } from './logger.ts';

/** One round of work. `mayGoOn` says no when the process stops: the rest waits for the next process. */
export type Round = (mayGoOn: () => boolean) => Promise<void>;

/** Does work again and again, never twice at a time; a round that fails is logged and the next one tries again. */
export class RepeatedWork {
  private readonly name: string;
  private readonly round: Round;
  private readonly log: Logger;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStopping = false;

  /** @param name of the work, for the log */
  constructor(name: string, round: Round, log: Logger) {
    this.name = name;
    this.round = round;
    this.log = log;
  }

  start(intervalMs: number): void {
    this.timer = setInterval(() => {
      this.running ??= this.round(() => !this.isStopping)
        .catch((error: unknown) => this.log.warn({ err: error }, `${this.name} failed; the next round tries again`))
        .finally(() => (this.running = null));
    }, intervalMs);
  }

  /** Waits for the round that runs. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }
}
