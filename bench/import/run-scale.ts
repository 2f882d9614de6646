/**
 * `npm run bench:scale`: time of one import for 1k, 10k, 100k and 1M rows, and the exponent it grows with (1: twice the
 * rows take twice as long), over all sizes and from each to the next: a fixed cost makes the first smaller than the last.
 * Each size goes through an upload session, the median counts.
 */
import { readOptions } from '../../scripts/read-options.ts';
import { deleteFlow, loadOverHttp, type Load } from './load-over-http.ts';
import { median } from './median.ts';
import { startService } from './running-service.ts';

const values = readOptions({ largest: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } });
const SIZES = [1_000, 10_000, 100_000, 1_000_000].filter((rows) => rows <= Number(values.largest));

const service = await startService();
try {
  const seconds: number[] = [];
  await load(1_000);
  console.log('| rows | seconds | rows/s | publication, ms |\n| ---: | ---: | ---: | ---: |');
  for (const rows of SIZES) {
    const loads: Load[] = [];
    for (let run = 0; run < Number(values.runs); run += 1) loads.push(await load(rows));
    const took = median(loads.map((one) => one.seconds));
    seconds.push(took);
    const rate = Math.round(rows / took).toLocaleString('en-US');
    const publishMs = median(loads.map((one) => one.publishMs)).toFixed(0);
    console.log(`| ${rows.toLocaleString('en-US')} | ${took.toFixed(2)} | ${rate} | ${publishMs} |`);
  }
  const steps = SIZES.slice(1).map((_, at) => exponent(SIZES.slice(at, at + 2), seconds.slice(at, at + 2)).toFixed(2));
  console.log(
    `\nGrowth exponent over all sizes ${exponent(SIZES, seconds).toFixed(2)}; from each to the next ${steps.join(', ')} (medians of ${values.runs}).`,
  );
} finally {
  await service.stop();
}

async function load(rows: number): Promise<Load> {
  const done = await loadOverHttp(service.connection, rows);
  await deleteFlow(service.connection, done.stored);
  return done;
}

/** Slope of log time over log size, least squares. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const points = sizes.map((size, at) => [Math.log(size), Math.log(times[at] ?? Number.NaN)] as const);
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
