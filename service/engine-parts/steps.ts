/** Work that may be left between any two of its steps and gone on with later. */
export type Steps<Result> = Generator<void, Result, void>;

export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How long others may be kept waiting, ms. */
const TURN_MS = 10;

/** For a loop that others wait for: `if (turns.isOver) await turns.next()` after each of its steps. */
export class Turns {
  private readonly signal: AbortSignal | undefined;
  private beganMs = performance.now();

  constructor(signal?: AbortSignal) {
    this.signal = signal;
  }

  get isOver(): boolean {
    return performance.now() - this.beganMs >= TURN_MS;
  }

  /** Lets this process do everything else it has to. @throws the signal's reason once it is aborted */
  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.signal?.throwIfAborted();
    this.beganMs = performance.now();
  }
}

/** Does it in turns with everything else this process has to do. @throws the signal's reason once it is aborted */
export async function inTurns<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (const turns = new Turns(signal); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (turns.isOver) await turns.next();
  }
}
