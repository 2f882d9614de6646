/**
 * `npm run bench:import [-- --rows N]`: this service end to end over HTTP beside the bare driver and, when MONGOIMPORT
 * names it, `mongoimport`; same rows, same mongod, one run. Prints Markdown. Everything shares this machine's cores.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { storeImport } from '#test/harness/store-import.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { COLUMNS, cmdbRow } from './cmdb-rows.ts';
import { deleteFlow, loadOverHttp, storeAtOnce } from './load-over-http.ts';
import { median } from './median.ts';
import { pollStatus } from './poll-status.ts';
import { bareInsertMany, bareTransaction, mongoimport, writeCsv } from './rivals.ts';
import { startService, type RunningService } from './running-service.ts';

const values = readOptions({ rows: { type: 'string', default: '1048576' } });
const rows = Number(values.rows);

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cmdb-import-csv-'));
  const service = await startService();
  try {
    const ours = await measureOurs(service);
    const rivals = await measureRivals(service, folder);
    console.log(
      `\n${rows.toLocaleString('en-US')} rows × ${COLUMNS.length} columns, ${new Date().toISOString().slice(0, 10)}.\n`,
    );
    console.log('| | seconds | rows/s | this service ÷ it |\n| --- | ---: | ---: | ---: |');
    for (const [name, seconds] of [['this service, over HTTP', ours] as const, ...rivals])
      console.log(
        `| ${name} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds).toLocaleString('en-US')} | ${(seconds / ours).toFixed(2)} |`,
      );
    await measureOneShot(service);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOurs(service: RunningService): Promise<number> {
  const watched = await storeImport({ ...service.connection, engagementId: 'watched' });
  await service.loopDelay();
  const polling = pollStatus({ ...service.connection, engagementId: 'watched' }, watched.flow_id);
  const load = await loadOverHttp(service.connection, rows);
  const delay = await service.loopDelay();
  const polls = await polling.end();
  const peak = service.peakMemory();
  await deleteFlow(service.connection, load.stored);
  console.log(`Published in ${load.publishMs.toFixed(0)} ms, reading the first rows and suggesting included.`);
  console.log(`Event loop while it loads: p50 ${delay.p50} ms, p99 ${delay.p99} ms, longest ${delay.max} ms.`);
  console.log(`Status polls while it loads: p50 ${polls.p50} ms, p99 ${polls.p99} ms (${polls.count}).`);
  console.log(`Peak memory: service ${peak.service} MB, mongod ${peak.mongod} MB.`);
  return load.seconds;
}

async function measureRivals(service: RunningService, folder: string): Promise<[name: string, seconds: number][]> {
  const uri = service.mongoUri;
  const measured: [string, number][] = [
    ['bare driver, `insertMany`, 1 in flight', await bareInsertMany(uri, rows, 1)],
    ['bare driver, `insertMany`, 3 in flight', await bareInsertMany(uri, rows, 3)],
  ];
  const binary = process.env['MONGOIMPORT'];
  if (binary === undefined) {
    console.log('MONGOIMPORT is not set: mongoimport is not compared.');
    return measured;
  }
  const file = path.join(folder, 'rows.csv');
  await writeCsv(file, rows);
  for (const workers of [1, 2])
    measured.push([
      `mongoimport, ${workers} worker${workers > 1 ? 's' : ''}`,
      await mongoimport(binary, { uri, file, workers }),
    ]);
  return measured;
}

const ONE_SHOT_ROWS = 5_000;
const ONE_SHOT_RUNS = 15;

/** A sheet of the usual size, in one request, beside the bare transaction; medians, alternating. */
async function measureOneShot(service: RunningService): Promise<void> {
  const columns = [...COLUMNS, 'A', 'B', 'C', 'D', 'E'];
  const sheetRows = Array.from({ length: ONE_SHOT_ROWS }, (_, at) => [...cmdbRow(at), at, 'x', null, true, `v${at}`]);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < ONE_SHOT_RUNS; run += 1) {
    const connection = { ...service.connection, engagementId: 'one-shot' };
    const load = await storeAtOnce(connection, { columns, rows: sheetRows });
    await deleteFlow(connection, load.stored);
    ours.push(load.seconds);
    bare.push(await bareTransaction(service.mongoUri, sheetRows));
  }
  const [our, their] = [median(ours), median(bare)];
  const ratio = median(ours.map((seconds, run) => seconds / (bare[run] ?? Number.NaN)));
  console.log(
    `\n${ONE_SHOT_ROWS} × ${columns.length} in one request: ${(our * 1_000).toFixed(0)} ms; bare withTransaction(insertMany) of the same rows ${(their * 1_000).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (medians of ${ONE_SHOT_RUNS} pairs).`,
  );
}

await main();
