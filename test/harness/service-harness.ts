import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import type { Connection as MongoConnection } from 'mongoose';
import type { Db } from 'mongodb';
import { callEndpoint, fetchEndpoint, type Answer, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { isFinal, type FlowStatus, type Role } from '#shared/statuses.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { composeService } from '#service/composition.ts';
import type { Surroundings } from '#service/composition/foundation.ts';
import { readConfig } from '#service/config.ts';
import { createLogger } from '#service/platform/logger.ts';
import { connectMongo } from '#service/platform/database/mongo.ts';
import { projectRoot } from './project-root.ts';

export const ADMIN_KEY = 'test-admin-key-for-all-clients';

/** The replica set the run's global setup started. */
export function testMongoUri(database: string): string {
  const uri = process.env['TEST_MONGODB_URI'];
  if (!uri) throw new Error('TEST_MONGODB_URI is not set: run the tests through npm, which starts a real mongod.');
  const [server = '', query = ''] = uri.split('?');
  return `${server.replace(/\/[^/]*$/, '')}/${database}?${query}`;
}

export interface TestService {
  origin: string;
  db: Db;
  mongo: MongoConnection;
  appName: string;
  /** As the all-access admin in a tenant. */
  as(clientAccountId: string, engagementId?: string): Connection;
  /** A new key of a role, bound to one engagement. */
  keyFor(role: Role, clientAccountId: string, engagementId: string): Promise<Connection>;
  /** Its database goes with it, unless another is to go on with it. */
  stop(options?: { keepsDatabase: boolean }): Promise<void>;
}

export interface TestServiceOptions {
  settings?: Record<string, string>;
  agentFor?: Surroundings['agentFor'];
  partitionRows?: number;
  clock?: Surroundings['clock'];
  database?: string;
}

/** The real app on a real port over a real replica set, in a database of its own. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const database = options.database ?? `test_${randomUUID().slice(0, 8)}`;
  const appName = `test-${randomUUID().slice(0, 8)}`;
  const config = readConfig(
    {
      BOOTSTRAP_API_KEY: ADMIN_KEY,
      LOG_LEVEL: 'silent',
      SWEEP_SECONDS: '1',
      LEASE_SECONDS: '10',
      FAILED_LOGINS_PER_MINUTE: '10000',
      ...options.settings,
    },
    [],
  );
  const mongo = await connectMongo(testMongoUri(database), { appName });
  const keysMade = new Map<string, number>();
  const service = await composeService(config, {
    connection: mongo,
    log: createLogger(config.LOG_LEVEL),
    root: projectRoot,
    version: '0.0.0-test',
    checkAnswers: true,
    ...(options.agentFor ? { agentFor: options.agentFor } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.partitionRows ? { partitionRows: options.partitionRows } : {}),
  });
  await service.start();
  const server = createServer(service.app);
  // Agents that run in the test's own process hold its loop up: a connection idle for Node's 5 s would be closed while it is used.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const as = (clientAccountId: string, engagementId = 'main'): Connection => ({
    origin,
    apiKey: ADMIN_KEY,
    clientAccountId,
    engagementId,
  });
  return {
    origin,
    db: mongo.db as unknown as Db,
    mongo,
    appName,
    as,
    keyFor: async (role, clientAccountId, engagementId) => {
      const name = `${role} of ${clientAccountId}`;
      const times = (keysMade.get(name) ?? 0) + 1;
      keysMade.set(name, times);
      const grant = { client_account_id: clientAccountId, engagement_id: engagementId };
      const made = await fetchEndpoint({ origin, apiKey: ADMIN_KEY }, endpoints.createApiKey, {
        body: { name: times === 1 ? name : `${name} (${times})`, role, grant },
      });
      return { origin, apiKey: made.api_key, clientAccountId, engagementId };
    },
    stop: async ({ keepsDatabase } = { keepsDatabase: false }) => {
      await closeServer(server);
      await service.stop();
      if (!keepsDatabase) await mongo.db?.dropDatabase();
      await mongo.close();
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** Polls as the pane does until the flow has one of the statuses; fails with what it saw last. */
export async function waitForFlow(
  connection: Connection,
  flowId: string,
  statuses: readonly FlowStatus[],
  withinMs = 90_000,
): Promise<Flow> {
  const deadline = Date.now() + withinMs;
  let etag: string | null = null;
  let last: Flow | null = null;
  while (Date.now() < deadline) {
    const answer: Answer<Flow> = await callEndpoint(connection, endpoints.getFlow, {
      params: { flow_id: flowId },
      query: { wait_seconds: 2 },
      ...(etag ? { ifNoneMatch: etag } : {}),
    });
    etag = answer.etag;
    if (!answer.isNotModified) last = answer.body;
    if (last && statuses.includes(last.status)) return last;
    if (last && isFinal(last.status)) break;
  }
  throw new Error(`Flow ${flowId} did not become ${statuses.join(' or ')}; last seen: ${JSON.stringify(last)}`);
}
