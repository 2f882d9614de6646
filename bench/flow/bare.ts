import { MongoClient, type Db, type Document } from 'mongodb';
import type { RunningService } from '../import/running-service.ts';

const READ_BATCH = 2_000;
const WRITE_BATCH = 1_000;

export interface Cost {
  ms: number;
  /** Processor time, ms. */
  ownMs: number;
  mongodMs: number;
}

/** What a bare run reads, each collection so many times, and what it writes anew. */
interface Work {
  reads: Readonly<Record<string, number>>;
  writes: readonly string[];
  /** Into collections with the indexes of the agents' own, or with none but `_id`. */
  isIndexed: boolean;
}

const ONCE = { reads: { raw_import_records: 1 }, writes: ['assets'] };

/** All rows read and all assets written: the measure of all agents. */
export const BARE: Work = { ...ONCE, isIndexed: false };
export const BARE_INDEXED: Work = { ...ONCE, isIndexed: true };
/**
 * What the agents cannot do without: rows are read to validate, cleanse, identify and reconcile, assets to link, measure and
 * assess them, edges to count what depends on what.
 */
export const BARE_AGENTS: Work = {
  reads: { raw_import_records: 4, assets: 3, asset_edges: 1 },
  writes: ['assets', 'asset_changes', 'asset_edges', 'asset_assessments'],
  isIndexed: true,
};

/** With the bare driver, one thing after the other; reading what is to be written is not counted. */
export async function bare(service: RunningService, { reads, writes, isIndexed }: Work): Promise<Cost> {
  const client = await new MongoClient(service.mongoUri, { writeConcern: { w: 'majority' } }).connect();
  const sum: Cost = { ms: 0, ownMs: 0, mongodMs: 0 };
  const count = async (work: () => Promise<unknown>): Promise<void> => {
    const [started, own, mongod] = [performance.now(), process.cpuUsage(), service.mongodMs()];
    await work();
    const { user, system } = process.cpuUsage(own);
    sum.ms += performance.now() - started;
    sum.ownMs += (user + system) / 1_000;
    sum.mongodMs += service.mongodMs() - mongod;
  };
  try {
    const db = client.db();
    for (const [name, times] of Object.entries(reads))
      for (let time = 0; time < times; time += 1) await count(() => readAll(db, name));
    for (const name of writes) await writeCopy(db, name, { isIndexed, count });
    return sum;
  } finally {
    await client.close();
  }
}

/** Takes every document out of the collections that are read and written, whose indexes stay. */
export async function emptied(mongoUri: string, { reads, writes }: Work): Promise<void> {
  const client = await new MongoClient(mongoUri, { writeConcern: { w: 'majority' } }).connect();
  try {
    for (const name of new Set([...Object.keys(reads), ...writes])) await client.db().collection(name).deleteMany({});
  } finally {
    await client.close();
  }
}

async function readAll(db: Db, name: string): Promise<void> {
  const documents = db.collection(name).find({}).batchSize(READ_BATCH);
  while (await documents.hasNext()) documents.readBufferedDocuments();
}

async function writeCopy(
  db: Db,
  name: string,
  how: { isIndexed: boolean; count: (work: () => Promise<unknown>) => Promise<void> },
): Promise<void> {
  const copy = db.collection<Document>(`bare_${name}`);
  if (how.isIndexed) for (const { key } of await db.collection(name).indexes()) await copy.createIndex(key);
  const originals = db.collection(name).find({}).batchSize(WRITE_BATCH);
  while (await originals.hasNext()) {
    const documents = originals.readBufferedDocuments();
    const inserts = documents.map((document) => ({ insertOne: { document } }));
    await how.count(() => copy.bulkWrite(inserts, { ordered: false }));
  }
  await copy.drop();
}
