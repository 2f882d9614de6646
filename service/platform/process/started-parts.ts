/** The parts that a process started, and their stops: each once, the last part first, for any number of callers. */
export class StartedParts {
  private readonly stops: (() => Promise<unknown>)[] = [];
  private readonly ends: (() => void)[] = [];
  private stopping: Promise<void> | null = null;

  /** @param endAtOnce where a part is a process that would outlive this one */
  add(stop: () => Promise<unknown>, endAtOnce?: () => void): void {
    this.stops.push(stop);
    if (endAtOnce) this.ends.push(endAtOnce);
  }

  /** For whoever leaves without waiting for the stops. */
  endAtOnce(): void {
    for (const end of this.ends) end();
  }

  get isStopping(): boolean {
    return this.stopping !== null;
  }

  /** A part that does not stop keeps none of the others. @throws the error of the first of these */
  stop(): Promise<void> {
    return (this.stopping ??= this.stopAll());
  }

  private async stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let stop = this.stops.pop(); stop !== undefined; stop = this.stops.pop())
      await stop().catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw failures[0];
  }
}
