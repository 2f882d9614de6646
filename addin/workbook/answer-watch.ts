/** Excel answers within seconds, however large the chunk; longer it is kept from answering. */
const SILENT_AFTER_MS = 60_000;

/** Notices when whoever holds the workbook leaves a question unanswered. The question stays asked. */
export class AnswerWatch {
  private unanswered = 0;
  private readonly listeners = new Set<() => void>();

  /** Gives what `ask` gives, whenever that is. */
  async over<T>(ask: () => Promise<T>): Promise<T> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.count(1);
    }, SILENT_AFTER_MS);
    try {
      return await ask();
    } finally {
      clearTimeout(timer);
      if (isLate) this.count(-1);
    }
  }

  readonly isSilent = (): boolean => this.unanswered > 0;

  /** @returns how to leave */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private count(by: 1 | -1): void {
    this.unanswered += by;
    for (const listener of this.listeners) listener();
  }
}
