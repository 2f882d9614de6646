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

/** Does it in turns with everything else this process has to do. @throws the signal's reason once it is aborted */
export async function inTurns<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (let turn = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - turn < TURN_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    turn = performance.now();
  }
}
