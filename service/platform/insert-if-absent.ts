import type { Model } from 'mongoose';
import { MongoServerError } from 'mongodb';

const DUPLICATE_KEY = 11_000;

interface InsertReply {
  writeErrors?: { code: number; errmsg: string; index: number }[];
  writeConcernError?: { code: number; errmsg: string };
}

/**
 * Inserts documents whose ids are not there yet and leaves the others alone; acknowledged by a majority.
 *
 * The plain `insert` command: the driver's `insertMany` measures and copies every document before it sends it, which
 * takes two thirds more of this process's time (measured, docs/decisions/0015). The caller keeps a call below the
 * server's bounds: 100,000 documents and 48 MB.
 *
 * @throws MongoServerError for every other refusal of the server
 */
export async function insertIfAbsent<Document>(model: Model<Document>, documents: readonly Document[]): Promise<void> {
  if (!model.db.db) throw new Error('The connection is not open.');
  const reply: InsertReply = await model.db.db.command({
    insert: model.collection.collectionName,
    documents,
    ordered: false,
    writeConcern: { w: 'majority' },
  });
  const refused = reply.writeErrors?.find((error) => error.code !== DUPLICATE_KEY) ?? reply.writeConcernError;
  if (refused) throw new MongoServerError({ message: refused.errmsg, code: refused.code });
}
