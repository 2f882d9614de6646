import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { register } from 'tsx/esm/api';

/** One real mongod for a whole test run, found as the product finds its own, with fail points allowed. */
// oxlint-disable-next-line import/no-default-export -- jest takes the default export.
export default async function startMongod() {
  if (process.env.TEST_MONGODB_URI) return;
  register();
  const { startEmbeddedMongo } = await import('../../service/platform/embedded-mongod/embedded-mongo.ts');
  const { createLogger } = await import('../../service/platform/logger.ts');
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cmdb-import-test-'));
  const mongo = await startEmbeddedMongo({
    dataDir,
    cacheSizeGb: 0.5,
    logger: createLogger('warn'),
    parameters: { enableTestCommands: 1 },
  });
  process.env.TEST_MONGODB_URI = mongo.uri;
  globalThis.testMongo = { mongo, dataDir };
}
