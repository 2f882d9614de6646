import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { WorkbookError } from '../../workbook/workbook-port.ts';
import { sendMissingRows, type UploadJob } from './upload-sheet.ts';

const upload = {
  upload_id: 'upl_1',
  data_import_id: 'imp_1',
  state: 'open',
  columns: ['Name'],
  total_rows: 10,
  received_rows: 0,
  missing: [{ first_row: 1, rows: 10 }],
  expires_at: '2026-11-29T00:00:00.000Z',
};

/** Its code is gone, as after an upgrade of the service: the first it is given is the last. */
class DeadWorker {
  private isDead = false;
  onerror?: (event: Event) => void;

  postMessage(): void {
    if (this.isDead) return;
    this.isDead = true;
    queueMicrotask(() => this.onerror?.(new Event('error')));
  }

  terminate(): void {}
}

/** What a browser has and this process has not. */
const browser = { Worker: DeadWorker, ErrorEvent: class {}, location: { hostname: 'localhost' } };

beforeEach(() => {
  Object.assign(globalThis, browser);
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(upload)));
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name);
});

const jobOver = (rows: string[][]): UploadJob =>
  ({
    connection: { origin: 'http://127.0.0.1', apiKey: 'key' },
    workbook: { readRows: () => Promise.resolve(rows) },
    source: { columnCount: 1 },
    pointer: { uploadId: 'upl_1', headerIndex: 0, totalRows: 10, withheld: [], sheetName: 'Servers' },
    chunkMaxBytes: 1_000_000,
    signal: new AbortController().signal,
    whenRunning: () => Promise.resolve(),
    onProgress: () => undefined,
  }) as unknown as UploadJob;

test('a sheet that got shorter while it was sent has changed, and the pane is not at fault', async () => {
  const failure = await sendMissingRows(jobOver([['srv-1']])).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WorkbookError);
  expect(failure).toMatchObject({ code: 'sheet_changed', message: expect.stringContaining('ends 9 rows before') });
});

test('an upload whose worker has died ends and says so, as nothing it is given is sent any more', async () => {
  const rows = Array.from({ length: 10 }, (_, at) => [`srv-${at}`]);
  await expect(sendMissingRows(jobOver(rows))).rejects.toThrow(
    'Sending stopped: a part of this pane could not be loaded.',
  );
});
