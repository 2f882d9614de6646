import { rm } from 'node:fs/promises';

/** Stops the mongod of this run; one that was given from outside stays. */
// oxlint-disable-next-line import/no-default-export -- jest takes the default export.
export default async function stopMongod() {
  const { testMongo } = globalThis;
  if (!testMongo) return;
  delete globalThis.testMongo;
  delete process.env.TEST_MONGODB_URI;
  await testMongo.mongo.stop();
  await rm(testMongo.dataDir, { recursive: true, force: true });
}
