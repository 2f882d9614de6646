/**
 * The plain `insert` command with documents that are BSON already, as the driver sends those of its own `insertMany`
 * (docs/decisions/0035).
 */
import type { ClientSession, Model } from 'mongoose';
import { MongoServerError, type RunCommandOptions } from 'mongodb';
import { DocumentSequence } from 'mongodb/lib/cmap/commands.js';
import { BsonWriter } from '../bson/bson-writer.ts';
import { DUPLICATE_KEY } from './mongo.ts';

/** A command is closed by the document that reaches this size, bytes; the server takes 48 MB and 100,000 documents. */
export const COMMAND_BYTES = 4_000_000;

/** One for all: it writes a part without a pause, and the part is copied out. */
const writer = new BsonWriter();

interface InsertReply {
  writeErrors?: { code: number; errmsg: string; index: number }[];
  writeConcernError?: { code: number; errmsg: string };
}

/**
 * Inserts documents whose ids are not there yet and leaves the others alone; acknowledged by a majority.
 *
 * @returns the documents whose ids were there already
 * @throws MongoServerError for every other refusal of the server
 */
export async function insertIfAbsent<Document extends object>(
  model: Model<Document>,
  documents: readonly Document[],
): Promise<Document[]> {
  const there: Document[] = [];
  for (const { from, bytes } of writer.write(documents, COMMAND_BYTES)) {
    const positions = await insertBytesIfAbsent(model, bytes);
    there.push(...positions.flatMap((at) => documents[from + at] ?? []));
  }
  return there;
}

/**
 * As `insertIfAbsent`, for documents that are BSON already, one after the other, few enough for one command.
 *
 * @returns positions of those whose ids were there already
 */
export async function insertBytesIfAbsent<Document>(model: Model<Document>, bytes: Buffer): Promise<number[]> {
  const reply = await insert(model, bytes, { ordered: false, writeConcern: { w: 'majority' } });
  const refused = reply.writeErrors?.find((error) => error.code !== DUPLICATE_KEY) ?? reply.writeConcernError;
  if (refused) throw new MongoServerError({ message: refused.errmsg, code: refused.code });
  return (reply.writeErrors ?? []).map(({ index }) => index);
}

/**
 * Inserts all documents in the session's transaction.
 *
 * @throws MongoServerError for every refusal of the server, a doubled id included
 */
export async function insertInTransaction<Document extends object>(
  model: Model<Document>,
  documents: readonly Document[],
  session: ClientSession,
): Promise<void> {
  for (const { bytes } of writer.write(documents, COMMAND_BYTES)) {
    const reply = await insert(model, bytes, { ordered: true }, { session });
    const refused = reply.writeErrors?.[0];
    if (refused) throw new MongoServerError({ message: refused.errmsg, code: refused.code });
  }
}

async function insert<Document>(
  model: Model<Document>,
  bytes: Buffer,
  how: { ordered: boolean; writeConcern?: { w: 'majority' } },
  options: RunCommandOptions = {},
): Promise<InsertReply> {
  if (!model.db.db) throw new Error('The connection is not open.');
  const documents = new DocumentSequence('documents');
  documents.push({}, bytes);
  return model.db.db.command({ insert: model.collection.collectionName, documents, ...how }, options);
}
