import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BSON } from 'mongodb';
import { Schema, type Connection, type Model } from 'mongoose';
import { connectMongo } from '#service/platform/mongo.ts';
import { readRawBatches } from '#service/platform/raw-batches.ts';
import { testMongoUri } from '../harness/service-harness.ts';

interface Thing {
  _id: string;
  number: number;
}

const things = Array.from({ length: 25 }, (_, number): Thing => ({ _id: String(number).padStart(3, '0'), number }));

let connection: Connection;
let model: Model<Thing>;
beforeAll(async () => {
  const database = `test_${randomUUID().slice(0, 8)}`;
  connection = await connectMongo(testMongoUri(database), { appName: database });
  model = connection.model<Thing>(
    'Thing',
    new Schema<Thing>({ _id: String, number: Number }, { collection: 'things' }),
  );
  await model.collection.insertMany([...things].reverse() as never);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

async function idleCursors(): Promise<number> {
  const found = connection.db?.admin().command({
    aggregate: 1,
    pipeline: [
      { $currentOp: { idleCursors: true } },
      { $match: { type: 'idleCursor', ns: model.collection.namespace } },
    ],
    cursor: {},
  });
  return ((await found) as { cursor: { firstBatch: unknown[] } }).cursor.firstBatch.length;
}

describe('raw batches', () => {
  test('hold every document that matches in order of ids, as it was stored', async () => {
    const read: Thing[][] = [];
    for await (const batch of readRawBatches(model, { filter: { number: { $gte: 3 } }, batchSize: 10 }))
      read.push(batch.map((bytes) => BSON.deserialize(bytes) as unknown as Thing));
    expect(read.map(({ length }) => length)).toEqual([10, 10, 2]);
    expect(read.flat()).toEqual(things.slice(3));
  });

  test('are none where nothing matches', async () => {
    for await (const batch of readRawBatches(model, { filter: { number: -1 }, batchSize: 10 }))
      throw new Error(`${batch.length} documents`);
  });

  test('leave no cursor behind when somebody stops reading', async () => {
    for await (const batch of readRawBatches(model, { filter: {}, batchSize: 2 })) {
      expect(batch).toHaveLength(2);
      break;
    }
    expect(await idleCursors()).toBe(0);
  });

  test('fail as the server does', async () => {
    const batches = readRawBatches(model, { filter: { number: { $unheard: 1 } }, batchSize: 2 });
    await expect(batches.next()).rejects.toMatchObject({ codeName: 'BadValue' });
  });
});
