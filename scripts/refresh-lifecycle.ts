/**
 * `npm run -s lifecycle:refresh -- [--from URL|FOLDER] [--as-of YYYY-MM-DD] [--file FILE] [--dry-run]`: rebuilds the
 * lifecycle data from endoflife.date. `--from` is the base of its API (https://endoflife.date/api/v1) or a folder with one
 * `<product>.json` per product in the same form. Prints what changes. The file is replaced in one step after every product
 * was read, or not at all; rows of other sources are kept.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pMap from 'p-map';
import pRetry, { AbortError } from 'p-retry';
import { refreshedProducts, type RefreshedProduct } from '#service/tech-debt/lifecycle-products.ts';
import { productAnswerSchema, refreshRows, type RowChange } from '#service/tech-debt/lifecycle-refresh.ts';
import { formatLifecycle, type LifecycleRow } from '#service/tech-debt/lifecycle-row.ts';
import { readOptions } from './read-options.ts';

const DATA_FILE = path.join(import.meta.dirname, '../service/tech-debt/lifecycle.json');
const PRODUCTS_AT_ONCE = 4;
const ANSWER_TIMEOUT_MS = 20_000;

async function main(): Promise<void> {
  const values = readOptions({
    from: { type: 'string', default: 'https://endoflife.date/api/v1' },
    'as-of': { type: 'string', default: new Date().toISOString().slice(0, 10) },
    file: { type: 'string', default: DATA_FILE },
    'dry-run': { type: 'boolean', default: false },
  });
  if (!/^\d{4}-\d\d-\d\d$/.test(values['as-of'])) throw new Error('--as-of: give a day as YYYY-MM-DD.');
  const answers = await pMap(refreshedProducts, (product) => readProduct(values.from, product), {
    concurrency: PRODUCTS_AT_ONCE,
  });
  let rows = JSON.parse(await readFile(values.file, 'utf8')) as LifecycleRow[];
  const before = rows.length;
  const changes: Record<'added' | 'changed' | 'unlisted', RowChange[]> = { added: [], changed: [], unlisted: [] };
  const leftOut: string[] = [];
  for (const [index, product] of refreshedProducts.entries()) {
    const outcome = refreshRows(rows, product, { releases: answers[index] ?? [], asOf: values['as-of'] });
    rows = outcome.rows;
    for (const kind of ['added', 'changed', 'unlisted'] as const) changes[kind].push(...outcome[kind]);
    leftOut.push(...outcome.leftOut);
  }
  print('added', changes.added);
  print('changed', changes.changed);
  print('no longer listed, kept', changes.unlisted);
  for (const name of leftOut) process.stdout.write(`left out: ${name}\n`);
  process.stdout.write(
    `${before} rows before, ${rows.length} after: ${changes.added.length} added, ${changes.changed.length} changed, ` +
      `${changes.unlisted.length} no longer listed, ${rows.filter((row) => row.as_of !== values['as-of']).length} of other days.\n`,
  );
  if (!values['dry-run']) await replaceFile(values.file, formatLifecycle(rows));
}

function print(what: string, changes: readonly RowChange[]): void {
  for (const { family, version, what: details } of changes)
    process.stdout.write(`${what}: ${family} ${version}${details.length === 0 ? '' : `: ${details.join(', ')}`}\n`);
}

async function readProduct(from: string, { product }: RefreshedProduct) {
  const text = /^https?:\/\//.test(from)
    ? await pRetry(() => fetchProduct(`${from.replace(/\/$/, '')}/products/${product}/`), {
        retries: 3,
        minTimeout: 200,
      })
    : await readFile(path.join(from, `${product}.json`), 'utf8');
  const parsed = productAnswerSchema.safeParse(JSON.parse(text));
  if (parsed.success && parsed.data.result.name === product) return parsed.data.result.releases;
  throw new Error(
    parsed.success
      ? `${product}: the answer is about ${parsed.data.result.name}.`
      : `${product}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`,
  );
}

async function fetchProduct(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
  if (answer.ok) return answer.text();
  const error = new Error(`${url} answered ${answer.status}.`);
  throw answer.status >= 500 || answer.status === 429 ? error : new AbortError(error);
}

/** A reader sees the old file or the new one. */
async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`Nothing was changed. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
