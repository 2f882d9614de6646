/**
 * `npm run bench:two [-- --rows N]`: two tenants upload a large sheet each at the same time; a third is told when to come
 * back, comes back, and gets its turn when one of them has ended.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiFailure, fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { loadOverHttp, type Load } from './load-over-http.ts';
import { startService } from './running-service.ts';

const values = readOptions({ rows: { type: 'string', default: '1048576' } });
const rows = Number(values.rows);
const THIRD_ROWS = 1_000;

const service = await startService();
try {
  const as = (clientAccountId: string): Connection => ({ ...service.connection, clientAccountId });
  await service.loopDelay();
  const started = performance.now();
  const both = Promise.all(['first', 'second'].map((client) => loadOverHttp(as(client), rows)));
  const third = comeBack(as('third'));
  const [first, second] = (await both) as [Load, Load];
  const seconds = (performance.now() - started) / 1_000;
  const delay = await service.loopDelay();
  const { refusals, retryAfter } = await third;
  const [one, two] = await Promise.all([storedRows(as('first'), first), storedRows(as('second'), second)]);
  const rate = Math.round((2 * rows) / seconds).toLocaleString('en-US');
  console.log(
    `Two imports of ${rows.toLocaleString('en-US')} rows side by side: ${first.seconds.toFixed(1)} s and ${second.seconds.toFixed(1)} s, together ${rate} rows/s; stored ${one} and ${two}.`,
  );
  console.log(
    `A third was refused ${refusals} times with 429 and Retry-After ${retryAfter.join(', ')} s, then stored its ${THIRD_ROWS} rows.`,
  );
  const peak = service.peakMemory();
  console.log(
    `Event loop p99 ${delay.p99} ms, longest ${delay.max} ms; peak memory: service ${peak.service} MB, mongod ${peak.mongod} MB.`,
  );
  if (one !== rows || two !== rows || refusals === 0) process.exitCode = 1;
} finally {
  await service.stop();
}

/** As the pane does: waits as long as it is told. The first wait is for the other two to have begun. */
async function comeBack(connection: Connection): Promise<{ refusals: number; retryAfter: number[] }> {
  const retryAfter: number[] = [];
  await sleep(1_000);
  for (let refusals = 0; ; refusals += 1) {
    try {
      await loadOverHttp(connection, THIRD_ROWS);
      return { refusals, retryAfter };
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.status !== 429) throw error;
      retryAfter.push(error.retryAfterSeconds ?? Number.NaN);
      await sleep((error.retryAfterSeconds ?? 1) * 1_000);
    }
  }
}

async function storedRows(connection: Connection, { stored }: Load): Promise<number> {
  const params = { data_import_id: stored.data_import_id };
  return (await fetchEndpoint(connection, endpoints.getImport, { params })).total_records;
}
