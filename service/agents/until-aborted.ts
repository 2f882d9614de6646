/**
 * The batches of a reader, up to the moment the signal aborts: then it throws the signal's reason at once, even while
 * the reader is still waiting for its next batch. The reader is told to close, and closes when it can.
 */
export async function* untilAborted<Batch>(batches: AsyncIterable<Batch>, signal: AbortSignal): AsyncGenerator<Batch> {
  const iterator = batches[Symbol.asyncIterator]();
  let isExhausted = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await orAborted(iterator.next(), signal);
      if (next.done === true) {
        isExhausted = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!isExhausted) await close(iterator, signal);
  }
}

/**
 * What a promise gives, or the signal's reason at once when it aborts before. A promise of its own per call: racing one
 * that lives as long as the run would keep every result in memory.
 */
export function orAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function close(iterator: AsyncIterator<unknown>, signal: AbortSignal): Promise<void> {
  const closed = iterator.return?.();
  if (!signal.aborted) {
    await closed;
    return;
  }
  // Not awaited: a reader that hangs would hold up whoever was told to stop. The run's error is the abort; what else
  // the abandoned reader throws says nothing more.
  closed?.catch(() => undefined);
}
