/**
 * `npm run bench:scale`: time of one import for 1k, 10k, 100k and 1M rows, and the exponent it grows with (1: twice the
 * rows take twice as long). Each size goes through an upload session, three times, the quickest counts.
 */
import { deleteFlow, loadOverHttp } from './load-over-http.ts';
import { startService } from './running-service.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const RUNS = 3;

const service = await startService();
try {
  const seconds: number[] = [];
  console.log('| rows | seconds | rows/s | publication, ms |\n| ---: | ---: | ---: | ---: |');
  for (const rows of SIZES) {
    let best = { seconds: Number.POSITIVE_INFINITY, publishMs: 0 };
    for (let run = 0; run < (rows > 100_000 ? 1 : RUNS); run += 1) {
      const load = await loadOverHttp(service.connection, rows);
      await deleteFlow(service.connection, load.stored);
      if (load.seconds < best.seconds) best = load;
    }
    seconds.push(best.seconds);
    const rate = Math.round(rows / best.seconds).toLocaleString('en-US');
    console.log(
      `| ${rows.toLocaleString('en-US')} | ${best.seconds.toFixed(2)} | ${rate} | ${best.publishMs.toFixed(0)} |`,
    );
  }
  console.log(`\nGrowth exponent: ${exponent(SIZES, seconds).toFixed(2)}`);
} finally {
  await service.stop();
}

/** Slope of log time over log size, least squares. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const points = sizes.map((size, at) => [Math.log(size), Math.log(times[at] ?? Number.NaN)] as const);
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
