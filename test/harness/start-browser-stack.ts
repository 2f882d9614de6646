import path from 'node:path';
export default async function startMongod(): Promise<void> {
  const { findMongod } = await import('#service/platform/mongod-binary.ts');
  console.log(path.sep, await findMongod({ logger: { info: console.log } }));
  process.env['TEST_MONGODB_URI'] = 'mongodb://127.0.0.1:27099/?replicaSet=rs0';
}
