import { existsSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { composeService } from './composition.ts';
import { readProcessConfig, type Config } from './config.ts';
import { answerBrokenRequests } from './http/broken-requests.ts';
import { announcedHost } from './platform/process/announced-host.ts';
import { readCertificate, type Certificate } from './platform/process/certificate.ts';
import { closeServer } from './platform/process/close-server.ts';
import { listenFailure } from './platform/process/listen-failure.ts';
import { processName } from './platform/process/process-name.ts';
import { DatabaseClock } from './platform/database/database-clock.ts';
import { startEmbeddedMongo } from './platform/embedded-mongod/embedded-mongo.ts';
import { fullDiskFailure } from './platform/embedded-mongod/full-disk.ts';
import { leaveProcess } from './platform/process/leave-process.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { assertTransactions, connectMongo, namesDatabase, readDatabaseTime } from './platform/database/mongo.ts';
import { StartedParts } from './platform/process/started-parts.ts';

const DATABASE = 'cmdb_import';
/** A terminal and npm both pass a signal on: what arrives this soon after the first is the same wish, ms. */
const SAME_SIGNAL_MS = 1_000;

/** Reads the settings, finds a database, starts the service, prints where it is, and stops in the reverse order. */
async function main(): Promise<void> {
  const { config, misspelt } = readProcessConfig();
  const root = projectRoot();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const log = createLogger(config.LOG_LEVEL, { role: config.ROLE, worker: processName, version });
  for (const { name, meant } of misspelt)
    log.warn(`there is no setting ${name}, so it was not read; probably ${meant} was meant`);
  const parts = new StartedParts();
  stopOnSignals(parts, log);
  try {
    await start(config, { log, parts, root, version });
  } catch (error) {
    // What is stopped while it starts fails, and is no failure: whoever stops it leaves the process.
    if (parts.isStopping) return;
    await parts.stop().catch((failure: unknown) => log.error({ err: failure }, 'not everything stopped in order'));
    const dataDir = config.MONGODB_URI ? null : path.resolve(root, config.DATA_DIR);
    throw fullDiskFailure(error, dataDir) ?? error;
  }
}

interface Start {
  log: Logger;
  parts: StartedParts;
  /** Folder with package.json. */
  root: string;
  version: string;
}

async function start(config: Config, { log, parts, root, version }: Start): Promise<void> {
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = config;
  const credentials = certFile && keyFile ? readCertificate(certFile, keyFile) : null;
  const uri = config.MONGODB_URI ?? (await embeddedMongoUri(config, root, { log, parts }));
  const database = config.MONGODB_DATABASE ?? (namesDatabase(uri) ? undefined : DATABASE);
  const connecting = connectMongo(uri, { appName: 'cmdb-import', ...(database ? { database } : {}) });
  const ofDatabase = config.MONGODB_URI ? 'MONGODB_URI' : 'the embedded database';
  const connection = await about(ofDatabase, connecting);
  parts.add(() => connection.close());
  await about(ofDatabase, assertTransactions(connection));
  const clock = new DatabaseClock({ readDatabaseTime: () => readDatabaseTime(connection), log });
  parts.add(() => clock.stop());
  await clock.start();
  const service = await composeService(config, { connection, log, root, version, clock });
  parts.add(() => service.stop());
  await service.start();

  const server = createServer(credentials, service.app);
  answerBrokenRequests(server, log);
  await listen(server, config);
  parts.add(() => {
    service.endWaiting();
    return closeServer(server, config.SHUTDOWN_SECONDS * 1_000);
  });
  const servers = connection.getClient().options.hosts.join(',');
  log.info({ database: connection.name, servers, port: portOf(server) }, 'the service has started');
  announce(config, server, await service.makeFirstKey());
  await service.warmUp();
}

async function embeddedMongoUri(
  config: Config,
  root: string,
  { log, parts }: { log: Logger; parts: StartedParts },
): Promise<string> {
  const stopping = new AbortController();
  const ending = new AbortController();
  const starting = startEmbeddedMongo({
    dataDir: path.resolve(root, config.DATA_DIR, 'mongodb'),
    cacheSizeGb: config.MONGOD_CACHE_GB,
    stopMs: config.SHUTDOWN_SECONDS * 1_000,
    logger: log,
    signal: stopping.signal,
    killSignal: ending.signal,
    // Without it nothing works: whoever supervises the service starts both again.
    onLost: () => {
      if (!parts.isStopping) void leaveProcess(log, 1);
    },
    ...(config.MONGOD_BINARY ? { binary: config.MONGOD_BINARY } : {}),
    ...(config.MONGOD_CACHE_DIR ? { cacheDir: config.MONGOD_CACHE_DIR } : {}),
  });
  // A start that is ended, or fails, stops what it has started.
  const stop = (): Promise<unknown> => {
    stopping.abort();
    return starting.then(
      (mongo) => mongo.stop(),
      () => undefined,
    );
  };
  parts.add(stop, () => ending.abort());
  return (await starting).uri;
}

/** The first signal (SIGHUP: the terminal was closed) stops in order; a later one leaves at once. */
function stopOnSignals(parts: StartedParts, log: Logger): void {
  let stoppingSince: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        if (Date.now() - stoppingSince <= SAME_SIGNAL_MS) return;
        parts.endAtOnce();
        void leaveProcess(log, 130);
        return;
      }
      stoppingSince = Date.now();
      parts
        .stop()
        .then(() => {
          log.info('the service has stopped');
          return leaveProcess(log, 0);
        })
        .catch((error: unknown) => {
          log.error({ err: error }, 'the service could not stop in order');
          return leaveProcess(log, 1);
        });
    });
  }
}

function createServer(certificate: Certificate | null, app: Parameters<typeof createHttpServer>[1]): Server {
  return certificate === null ? createHttpServer(app as never) : createHttpsServer(certificate, app as never);
}

const listen = (server: Server, { PORT, HOST }: Config): Promise<void> =>
  new Promise((resolve, reject) =>
    server.once('error', (error) => reject(listenFailure(error, { PORT, HOST }))).listen(PORT, HOST, resolve),
  );

/** What fails in here is about these settings, and its message says so. */
async function about<Result>(settings: string, work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw named(settings, error);
  });
}

function named(settings: string, cause: unknown): Error {
  return new Error(`${settings}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function announce(config: Config, server: Server, firstKey: string | null): void {
  const origin = `${config.TLS_CERT_FILE ? 'https' : 'http'}://${announcedHost(config.HOST)}:${portOf(server)}`;
  const lines = [
    '',
    '  CMDB Import for Excel is ready.',
    `    Task pane   ${origin}/taskpane.html`,
    `    Dashboard   ${origin}/dashboard/`,
    `    API docs    ${origin}/api/docs/`,
    ...(firstKey === null ? [] : ['', '  First admin key, shown this once:', `    ${firstKey}`]),
    '',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

/** The nearest folder above this file that holds package.json: the same from the sources and from the bundle. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
