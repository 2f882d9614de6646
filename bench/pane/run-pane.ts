/**
 * `npm run bench:pane [-- --rows N --rounds N]`: the built pane in headless Chromium uploads a sheet of 20 columns that
 * the stand-in for Excel makes under the real office.js, beside a bare loop of the same reads in the same page. Prints
 * Markdown. The stand-in works on the page's main thread, so its work and office.js's is in both.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { UPLOAD_MAX_ROWS } from '#shared/limits.ts';
import { installExcelHost, type HostBehaviour } from '#test/excel-host/install-excel-host.ts';
import { closeBrowser, openPage } from '#test/harness/browser.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { startUploadSink, type Arrived, type UploadSink } from './upload-sink.ts';
import { watchPage, type Spent } from './watch-page.ts';

type Read = HostBehaviour['reads'][number];

const values = readOptions({
  rows: { type: 'string', default: String(UPLOAD_MAX_ROWS) },
  rounds: { type: 'string', default: '2' },
});
const [rows, rounds] = [Number(values.rows), Number(values.rounds)];
process.env['TEST_CHROMIUM'] ??= execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const NEVER_MS = 30 * 60_000;

interface Round {
  pane: Spent & Arrived;
  bare: Spent & { seconds: number };
}

async function main(): Promise<void> {
  const sink = await startUploadSink();
  try {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      measured.push(await measureRound(sink));
      console.error(JSON.stringify(measured.at(-1)));
    }
    print(measured);
  } finally {
    await sink.stop();
  }
}

/** A fresh browser: first the pane, then the bare loop over the ranges the pane asked for. */
async function measureRound(sink: UploadSink): Promise<Round> {
  const view = await openPage();
  const { page, complaints } = view;
  try {
    await openPane(page, sink.origin);
    await page.evaluate(() => ((window as unknown as { excelHost: HostBehaviour }).excelHost.reads.length = 0));
    const pane = await watchPage(page, async () => {
      const uploaded = sink.nextUpload();
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      return uploaded;
    });
    const reads = await page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost.reads);
    if (pane.result.rows !== rows - 1) throw new Error(`${pane.result.rows} rows arrived: ${complaints.join('\n')}`);
    const bare = await watchPage(page, () => page.evaluate(readBare, reads));
    return { pane: { ...pane.result, ...pane.spent }, bare: { seconds: bare.result, ...bare.spent } };
  } finally {
    await view.close();
    await closeBrowser();
  }
}

async function openPane(page: Page, origin: string): Promise<void> {
  page.setDefaultTimeout(NEVER_MS);
  // Each body would go through this process as well, and cost more than all else.
  await page.context().unrouteAll();
  await page.addInitScript(
    (given) => {
      Object.assign(window, { benchRows: given.rows });
      sessionStorage.setItem('cmdb-import.connection', JSON.stringify(given.connection));
    },
    { rows, connection: { apiKey: 'bench', clientAccountId: 'bench', engagementId: 'main' } },
  );
  await page.addInitScript({ content: readFileSync(path.join(import.meta.dirname, 'sheet-script.js'), 'utf8') });
  await installExcelHost(page, { sheets: [{ name: 'CMDB', values: [], columnFormats: { 16: 'dd/mm/yyyy' } }] });
  await page.goto(`${origin}/taskpane.html`);
  await page.getByRole('region', { name: 'First rows' }).waitFor();
}

/** Seconds for the reads alone: same ranges, same properties, one sync each; what comes is dropped. */
async function readBare(reads: Read[]): Promise<number> {
  const started = performance.now();
  for (const { row, rows: count, columns } of reads)
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('CMDB').getRangeByIndexes(row, 0, count, columns);
      range.load('values,numberFormat,valueTypes');
      await context.sync();
    });
  return (performance.now() - started) / 1_000;
}

function print(measured: readonly Round[]): void {
  const best = (measure: (round: Round) => number): number => Math.min(...measured.map(measure));
  const worst = (measure: (round: Round) => number): number => Math.max(...measured.map(measure));
  const [pane, bare] = [best((round) => round.pane.seconds), best((round) => round.bare.seconds)];
  const cpu = [best((round) => round.pane.mainThreadSeconds), best((round) => round.bare.mainThreadSeconds)] as const;
  const { chunks, jsonBytes, sentBytes } = measured[0]!.pane;
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  console.log(`
${rows.toLocaleString('en-US')} rows × 20 columns, ${new Date().toISOString().slice(0, 10)}, best of ${rounds}; ${chunks} chunks, ${megabytes(jsonBytes)} of JSON, ${megabytes(sentBytes)} sent.

| | pane | bare loop | pane ÷ bare |
| --- | ---: | ---: | ---: |
| seconds | ${pane.toFixed(1)} | ${bare.toFixed(1)} | ${(pane / bare).toFixed(2)} |
| processor time of the main thread, s | ${cpu[0].toFixed(1)} | ${cpu[1].toFixed(1)} | ${(cpu[0] / cpu[1]).toFixed(2)} |
| longest task, ms (worst round) | ${worst((round) => round.pane.longestTaskMs).toFixed(0)} | ${worst((round) => round.bare.longestTaskMs).toFixed(0)} | |
| JavaScript heap, MB (worst round) | ${worst((round) => round.pane.heapMb).toFixed(0)} + ${worst((round) => round.pane.workerHeapMb).toFixed(0)} in workers | ${worst((round) => round.bare.heapMb).toFixed(0)} | |`);
}

await main();
