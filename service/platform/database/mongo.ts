import { setTimeout as sleep } from 'node:timers/promises';
import mongoose, { type ClientSession, type Connection, type Model } from 'mongoose';
import { MongoError, MongoErrorLabel, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { readBound } from './read-bound.ts';
import { whyUnreachable } from './unreachable-mongo.ts';

export type { ClientSession, Connection };

/** Whoever asks whether the service is ready waits this long for a database that hangs, ms. */
const HELLO_MS = 2_000;

/** How long a call waits for a primary: most elections are over by then, ms. */
export const SELECTION_MS = 10_000;

/**
 * A server that hangs keeps its connections, and calls wait on them until its monitor has heard nothing for the sum of
 * both: 40 s by the driver's defaults, 7 s with these, ms. An export's reads and the building of an index have no other
 * bound, as they may take long on a server that lives; the monitor then ends all that wait, and who may try again
 * does so on the next primary. The first is also how long a new connection may take to be made.
 */
const HUNG = { connectTimeoutMS: 5_000, heartbeatFrequencyMS: 2_000 } as const;

const READS = ['find', 'findOne', 'countDocuments'] as const;

/**
 * Every read through a model that a request waits for is bounded, so that none keeps the server busy for longer than
 * anybody waits; those of agents and jobs are not, which have longer. Files read millions of documents by cursors of
 * the driver, which pass this by and end with their reader; an answer that is made of such a cursor sets the bound
 * itself (a test looks at every route).
 */
mongoose.plugin((schema) => {
  schema.pre([...READS], function boundRead() {
    this.setOptions(readBound());
  });
  schema.pre('aggregate', function boundRead() {
    this.option(readBound());
  });
});

/** Filters take scalars only, so that no request can smuggle an operator into a query. */
mongoose.set('sanitizeFilter', true);
mongoose.set('strictQuery', 'throw');

/**
 * Connects with majority reads and writes, which the import's guarantees stand on.
 *
 * @throws Error that says why, when no primary answers within 10 s
 */
export async function connectMongo(uri: string, options: { database?: string; appName: string }): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    appName: options.appName,
    ...(options.database ? { dbName: options.database } : {}),
    autoCreate: false,
    autoIndex: false,
    serverSelectionTimeoutMS: SELECTION_MS,
    ...HUNG,
    retryWrites: true,
    readPreference: 'primary',
    readConcernLevel: 'majority',
    writeConcern: { w: 'majority' },
    maxPoolSize: 50,
  });
  return connection.asPromise().catch((error: unknown) => {
    const why = whyUnreachable(error);
    throw why === null ? error : new Error(why, { cause: error });
  });
}

/**
 * Imports are stored in transactions, which a server that stands alone refuses one by one, long after it was started with.
 *
 * @throws Error when the server is neither of a replica set nor the router of a cluster
 */
export async function assertTransactions(connection: Connection): Promise<void> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  if (typeof hello?.['setName'] === 'string' || hello?.['msg'] === 'isdbgrid') return;
  throw new Error(
    'This server is no member of a replica set, and imports need one: start it with --replSet and initiate it.',
  );
}

/** What time it is on the server that takes writes. */
export async function readDatabaseTime(connection: Connection): Promise<Date> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  if (!(hello?.['localTime'] instanceof Date)) throw new Error('The database does not say what time it is.');
  return hello['localTime'];
}

/** Whether a connection string says which database to use. */
export function namesDatabase(uri: string): boolean {
  return /^mongodb(?:\+srv)?:\/\/[^/?]+\/[^/?]/.test(uri);
}

/** Creates every collection and index before the first request: neither may happen inside a transaction. */
export async function createCollections(models: readonly Model<never>[]): Promise<void> {
  for (const model of models) {
    await model.createCollection();
    await model.createIndexes();
  }
}

/** Whether the database takes writes now: not when it has not said so in time, since the driver waits for one that hangs. */
export async function isWritable(connection: Connection): Promise<boolean> {
  if (connection.readyState !== mongoose.ConnectionStates.connected || !connection.db) return false;
  const patience = new AbortController();
  try {
    const isLate = sleep(HELLO_MS, null, { signal: patience.signal });
    const hello = await Promise.race([connection.db.admin().command({ hello: 1 }), isLate]);
    return hello?.['isWritablePrimary'] === true || hello?.['msg'] === 'isdbgrid';
  } catch {
    return false;
  } finally {
    patience.abort();
  }
}

/**
 * Runs `work` in one transaction; the driver runs it again on a passing conflict, so it may touch only the database.
 * Operations of one session go one after the other, never side by side.
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  return connection.withSession((session) =>
    session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
      readPreference: 'primary',
    }),
  );
}

export const DUPLICATE_KEY = 11_000;

/** A unique index refused the document. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

const MAX_TIME_EXPIRED = 50;

/** The server gave a read up after READ_MAX_MS. */
export function isReadTooLong(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === MAX_TIME_EXPIRED;
}

/** What a call is refused with that would wait for a database known to be away. */
export class DatabaseAwayError extends Error {
  constructor() {
    super('The database is known to be away, so it was not asked.');
    this.name = 'DatabaseAwayError';
  }
}

const AWAY_LABELS = [
  MongoErrorLabel.TransientTransactionError,
  MongoErrorLabel.UnknownTransactionCommitResult,
  MongoErrorLabel.RetryableWriteError,
];

/**
 * HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, PrimarySteppedDown, SocketException,
 * NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary
 */
const AWAY_CODES = new Set<unknown>([6, 7, 89, 91, 189, 9_001, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** An error's own code, and those of what kept its writes from a majority: the driver nests them without a label. */
function* codesOf(error: unknown): Generator<unknown> {
  if (typeof error !== 'object' || error === null) return;
  if ('code' in error) yield error.code;
  if ('err' in error) yield* codesOf(error.err);
  if ('writeConcernError' in error) yield* codesOf(error.writeConcernError);
  if ('result' in error) yield* codesOf(error.result);
  if ('writeConcernErrors' in error && Array.isArray(error.writeConcernErrors))
    for (const one of error.writeConcernErrors) yield* codesOf(one);
}

/**
 * The database is away, for whatever reason, and another try may find it: the connection broke, the primary changed or the
 * server labelled it so. Nobody can say whether the work was committed; the caller must look that up before it tries again.
 * With a killed primary most in-flight transactions fail without a label although some committed (measured), so every
 * network error counts.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAwayError) return true;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (!(error instanceof MongoError)) return false;
  if (AWAY_LABELS.some((label) => error.hasErrorLabel(label))) return true;
  // A doubled key is an answer, and its message quotes what a client sent.
  if (isDuplicateKey(error)) return false;
  return (
    [...codesOf(error)].some((code) => AWAY_CODES.has(code)) ||
    /pool|interrupted|not primary|socket/i.test(error.message)
  );
}
