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
      const next = await nextOrAbort(iterator, signal);
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

/** A promise of its own per batch: racing one that lives as long as the run would keep every batch in memory. */
function nextOrAbort<Batch>(iterator: AsyncIterator<Batch>, signal: AbortSignal): Promise<IteratorResult<Batch>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    iterator
      .next()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
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
