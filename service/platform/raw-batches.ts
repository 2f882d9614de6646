import type { Model } from 'mongoose';
import type { ClientSession, Db, Document, Long } from 'mongodb';

export interface RawFind {
  filter: Document;
  batchSize: number;
}

interface CursorReply {
  cursor: { id: Long; firstBatch?: Uint8Array[]; nextBatch?: Uint8Array[] };
}

/**
 * What a query finds in order of ids, as the BSON the server sends, by the batch. The driver's own cursor looks through the
 * elements of every document even of those it hands over as bytes; here they are cut apart, and nothing of them is read.
 * The next batch is asked for while the last one is worked on, so that at most two are held. Whoever stops reading closes
 * the cursor.
 */
export async function* readRawBatches<Stored>(model: Model<Stored>, find: RawFind): AsyncGenerator<Uint8Array[]> {
  if (!model.db.db) throw new Error('The connection is not open.');
  const session = model.db.getClient().startSession({ causalConsistency: false });
  const cursor = new RawCursor(model.db.db, { collection: model.collection.collectionName, session, find });
  let next = cursor.next();
  try {
    for (let batch = await next; batch.length > 0; batch = await next) {
      next = cursor.next();
      // Whoever waits for it gets the error; until then it is no unhandled one.
      next.catch(() => undefined);
      yield batch;
    }
  } finally {
    await next.catch(() => undefined);
    await cursor.close();
    await session.endSession();
  }
}

class RawCursor {
  private readonly db: Db;
  private readonly it: { collection: string; session: ClientSession; find: RawFind };
  /** Null before the first batch; zero when the server has no more. */
  private id: Long | null = null;

  constructor(db: Db, it: { collection: string; session: ClientSession; find: RawFind }) {
    this.db = db;
    this.it = it;
  }

  /** Empty after the last one. */
  async next(): Promise<Uint8Array[]> {
    if (this.id?.isZero() === true) return [];
    const { cursor } = (await this.db.command(this.id === null ? this.first() : this.more(this.id), {
      session: this.it.session,
      fieldsAsRaw: { firstBatch: true, nextBatch: true },
      promoteLongs: false,
    })) as CursorReply;
    this.id = cursor.id;
    return cursor.firstBatch ?? cursor.nextBatch ?? [];
  }

  /** The server closes by itself what was read to its end. */
  async close(): Promise<void> {
    if (this.id === null || this.id.isZero()) return;
    const { collection, session } = this.it;
    // A cursor that is not closed is closed by the server after its idle time.
    await this.db.command({ killCursors: collection, cursors: [this.id] }, { session }).catch(() => undefined);
  }

  private first(): Document {
    const { collection, find } = this.it;
    return { find: collection, ...find, sort: { _id: 1 }, readConcern: { level: 'majority' } };
  }

  private more(id: Long): Document {
    return { getMore: id, collection: this.it.collection, batchSize: this.it.find.batchSize };
  }
}
