import type { Db, Document } from 'mongodb';

/** What the server did in one collection meanwhile, as its profiler has it. */
export async function profiled(db: Db, collection: string, work: () => Promise<unknown>): Promise<Document[]> {
  const from = new Date();
  await db.command({ profile: 2 });
  try {
    await work();
  } finally {
    await db.command({ profile: 0 });
  }
  return db
    .collection('system.profile')
    .find({ ns: `${db.databaseName}.${collection}`, ts: { $gte: from } })
    .sort({ ts: 1 })
    .toArray();
}
