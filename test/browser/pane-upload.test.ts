import { expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { until } from '../harness/until.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile } from './pane-steps.ts';

const ROWS = 60_000;
/** Of its rows, 16,000 and some each. */
const CHUNKS = 4;
const pane = pagePerTest({ expected: /net::ERR_CONNECTION_RESET/ });

const cellsOf = (row: number): string[] => [
  `srv-${row}`,
  `10.${row >> 16}.${(row >> 8) & 255}.${row & 255}`,
  `note ${row}`,
];
const file = () =>
  csvFile(
    'large.csv',
    ['Name,IP Address,Notes', ...Array.from({ length: ROWS }, (_, row) => cellsOf(row).join(','))].join('\n'),
  );

/** Lets the first chunk of the sheet through; the others wait on their way until they are let go. */
async function holdChunks(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/chunks/*', async (route: Route) => {
    if (!route.request().url().endsWith('/chunks/0')) await held;
    await route.continue();
  });
  return letGo;
}

const importsOf = async (connection: Connection) => (await fetchEndpoint(connection, endpoints.listImports)).items;

/** A few rows from all over the import, as they were sent. */
async function expectEqualRows(connection: Connection): Promise<void> {
  const [stored] = await importsOf(connection);
  expect(stored?.total_records).toBe(ROWS);
  for (const row of [0, 1, 29_999, 30_000, 47_123, ROWS - 1]) {
    const { items } = await fetchEndpoint(connection, endpoints.listRecords, {
      params: { data_import_id: stored?.data_import_id ?? '' },
      query: { row_number: row + 1 },
    });
    expect(Object.values(items[0]?.raw_data ?? {})).toEqual(cellsOf(row));
  }
}

test('a sheet too large for one request is uploaded, with progress, and becomes an import all at once', async () => {
  const { page } = pane;
  const connection = pane.service.as('large');
  const letGo = await holdChunks(page);
  await connect(page, pane.service, 'large');
  await chooseFile(page, file());
  await page.getByText('60,000 rows · 3 columns').first().waitFor();
  await page.getByText('What is said of columns is about the first').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page
    .getByRole('group', { name: 'Upload' })
    .getByText(/^[1-9][\d,]+ of 60,000 rows/)
    .waitFor();
  expect(await importsOf(connection)).toEqual([]);
  letGo();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  await expectEqualRows(connection);
});

test('pauses, goes on, survives lost answers, and can be taken back', async () => {
  const { page } = pane;
  const connection = pane.service.as('lossy');
  const answer = { isBeingLost: false, isLost: false };
  const held: { letGo: (() => void) | null } = { letGo: null };
  await page.route('**/chunks/*', async (route) => {
    // An answer is lost after its chunk was stored: the first of a chunk whose body is known here. Sent again without a
    // body, the service would wait for it.
    if (!answer.isBeingLost && route.request().postDataBuffer() !== null) {
      answer.isBeingLost = true;
      await route.fetch({ timeout: 60_000 });
      await route.abort('connectionreset');
      answer.isLost = true;
      return;
    }
    // The next chunk waits until it is let go.
    if (answer.isBeingLost && held.letGo === null) await new Promise<void>((resolve) => (held.letGo = resolve));
    return route.continue();
  });
  await connect(page, pane.service, 'lossy');
  await chooseFile(page, file());
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await until('an answer is lost', () => Promise.resolve(answer.isLost));
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('paused').waitFor();
  await shoot(page, 'pane-upload-paused');
  expect(await seriousViolations(page)).toEqual([]);
  await until('the next chunk is on its way', () => Promise.resolve(held.letGo !== null));
  held.letGo?.();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  await expectEqualRows(connection);
});

test('paused while its last rows are on their way, becomes no import before it goes on', async () => {
  const { page } = pane;
  const connection = pane.service.as('last-rows');
  const chunksOnTheirWay = new Set<string>();
  page.on('request', (request) => {
    if (request.url().includes('/chunks/')) chunksOnTheirWay.add(request.url());
  });
  const letGo = await holdChunks(page);
  await connect(page, pane.service, 'last-rows');
  await chooseFile(page, file());
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await until('all chunks are on their way', () => Promise.resolve(chunksOnTheirWay.size === CHUNKS));
  await page.getByRole('button', { name: 'Pause' }).click();
  letGo();
  await page.getByText('60,000 of 60,000 rows · paused').waitFor();
  expect(await importsOf(connection)).toEqual([]);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor({ timeout: 60_000 });
  await expectEqualRows(connection);
});

test('is taken back by Cancel: nothing of it is left, and the next import starts anew', async () => {
  const { page } = pane;
  const connection = pane.service.as('cancelled');
  await holdChunks(page);
  await connect(page, pane.service, 'cancelled');
  await chooseFile(page, file());
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText(/^[1-9][\d,]+ of 60,000 rows/).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('group', { name: 'Upload' }).waitFor({ state: 'detached' });
  expect(await importsOf(connection)).toEqual([]);
  await page.getByRole('button', { name: 'Import', exact: true, disabled: false }).waitFor();
});
