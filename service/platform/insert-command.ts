/**
 * The plain `insert` command: the driver's `insertMany` measures and copies every document before it sends it, which
 * takes two thirds more of this process's time (measured, docs/decisions/0015). Callers keep a call below the server's
 * bounds: 100,000 documents and 48 MB.
 */
import type { ClientSession, Model } from 'mongoose';
import { MongoServerError, type RunCommandOptions } from 'mongodb';

const DUPLICATE_KEY = 11_000;

interface InsertReply {
  writeErrors?: { code: number; errmsg: string; index: number }[];
  writeConcernError?: { code: number; errmsg: string };
}

/**
 * Inserts documents whose ids are not there yet and leaves the others alone; acknowledged by a majority.
 *
 * @throws MongoServerError for every other refusal of the server
 */
export async function insertIfAbsent<Document>(model: Model<Document>, documents: readonly Document[]): Promise<void> {
  await insertOrTell(model, documents);
}

/**
 * The same.
 *
 * @returns the positions of documents whose ids were there already
 */
export async function insertOrTell<Document>(
  model: Model<Document>,
  documents: readonly Document[],
): Promise<number[]> {
  const reply = await insert(model, { documents, ordered: false, writeConcern: { w: 'majority' } });
  const refused = reply.writeErrors?.find((error) => error.code !== DUPLICATE_KEY) ?? reply.writeConcernError;
  if (refused) throw new MongoServerError({ message: refused.errmsg, code: refused.code });
  return (reply.writeErrors ?? []).map(({ index }) => index);
}

/**
 * Inserts all documents in the session's transaction.
 *
 * @throws MongoServerError for whatever the server refuses, a doubled id included
 */
export async function insertInTransaction<Document>(
  model: Model<Document>,
  documents: readonly Document[],
  session: ClientSession,
): Promise<void> {
  const reply = await insert(model, { documents, ordered: true }, { session });
  const refused = reply.writeErrors?.[0];
  if (refused) throw new MongoServerError({ message: refused.errmsg, code: refused.code });
}

async function insert<Document>(
  model: Model<Document>,
  command: { documents: readonly Document[]; ordered: boolean; writeConcern?: { w: 'majority' } },
  options: RunCommandOptions = {},
): Promise<InsertReply> {
  if (!model.db.db) throw new Error('The connection is not open.');
  return model.db.db.command({ insert: model.collection.collectionName, ...command }, options);
}
