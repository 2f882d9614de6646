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

/** Refuses a chunk more often than it is tried, and then takes it. */
class BusyWorker {
  static tries = 0;
  static code = '';
  onmessage?: (event: { data: object }) => void;

  postMessage({ id }: { id: number }): void {
    BusyWorker.tries += 1;
    const problem = { code: BusyWorker.code };
    const later = { ok: false, kind: 'refused', message: 'Later', status: 429, problem, retryAfterSeconds: 0.001 };
    queueMicrotask(() => this.onmessage?.({ data: { id, ...(BusyWorker.tries > 20 ? { ok: true } : later) } }));
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
  jest.useRealTimers();
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
    onRetry: () => undefined,
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

test('a chunk waits for its turn as long as the service says so, which is no failed try', async () => {
  Object.assign(globalThis, { Worker: BusyWorker });
  Object.assign(BusyWorker, { tries: 0, code: 'too_many_in_flight' });
  const rows = Array.from({ length: 10 }, (_, at) => [`srv-${at}`]);
  await sendMissingRows(jobOver(rows));
  expect(BusyWorker.tries).toBe(21);
});

test('a chunk that is refused for another reason is tried a few times, each with the reason', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  Object.assign(globalThis, { Worker: BusyWorker });
  Object.assign(BusyWorker, { tries: 0, code: 'too_many_requests' });
  const reasons: string[] = [];
  const rows = Array.from({ length: 10 }, (_, at) => [`srv-${at}`]);
  const job = { ...jobOver(rows), onRetry: (reason: string) => void reasons.push(reason) };
  const ended = expect(sendMissingRows(job)).rejects.toThrow('Later');
  await jest.advanceTimersByTimeAsync(300_000);
  await ended;
  expect([BusyWorker.tries, reasons]).toEqual([8, Array<string>(7).fill('Later')]);
});
