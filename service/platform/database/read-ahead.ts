import type { FindCursor } from 'mongodb';

/**
 * The documents of a cursor, by the batch: handing over one document at a time costs more than reading it. The next
 * batch is asked for while the last one is worked on, so that at most two are held. The cursor is closed when its
 * reader stops.
 */
export async function* readAhead<Document>(cursor: FindCursor<Document>): AsyncGenerator<Document[]> {
  let next = cursor.hasNext();
  try {
    while (await next) {
      const batch = cursor.readBufferedDocuments();
      next = cursor.hasNext();
      // Whoever waits for it gets the error; until then it is no unhandled one.
      next.catch(() => undefined);
      yield batch;
    }
  } finally {
    await next.catch(() => undefined);
    await cursor.close();
  }
}
