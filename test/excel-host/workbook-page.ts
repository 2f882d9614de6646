import './zod-without-eval.ts';
import { findHost } from '#addin/office-start.ts';
import { ExcelWorkbook } from '#addin/workbook/excel-workbook.ts';
import { WorkbookError, type ReadProgress, type SheetSource } from '#addin/workbook/workbook-port.ts';
import type { HostBehaviour } from './install-excel-host.ts';

/** Errors lose their class on the way out of a page; this form does not. */
export type PageAnswer = { value: unknown } | { code: WorkbookError['code']; message: string; advice: string };

/** What a test calls in the page; excel-page.ts is the other end. */
interface WorkbookPage {
  findHost: typeof findHost;
  call(method: string, args: unknown[]): Promise<PageAnswer>;
  read(callId: number, source: SheetSource, rows: { from: number; count: number }): Promise<PageAnswer>;
  abort(callId: number): void;
}

declare global {
  interface Window {
    workbookPage: WorkbookPage;
    /** Given by the test. */
    reportProgress(callId: number, progress: ReadProgress): Promise<void>;
    excelHost: HostBehaviour;
  }
}

const workbook = new ExcelWorkbook();
const stops = new Map<number, AbortController>();

async function answer(work: () => Promise<unknown>): Promise<PageAnswer> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof WorkbookError) return { code: error.code, message: error.message, advice: error.advice };
    throw error;
  }
}

window.workbookPage = {
  findHost,
  call: (method, args) =>
    answer(() => (workbook as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[method]!(...args)),
  read: (callId, source, { from, count }) => {
    const stop = stops.get(callId) ?? new AbortController();
    stops.set(callId, stop);
    // Whoever listens is in another process: Excel waits until it has heard, and has stopped the read if it does.
    const onProgress = (progress: ReadProgress) => {
      window.excelHost.waitsFor = window.reportProgress(callId, progress);
    };
    return answer(async () => {
      const rows = await workbook.readRows(source, from, count, { signal: stop.signal, onProgress });
      await window.excelHost.waitsFor;
      return rows;
    });
  },
  abort: (callId) => {
    const stop = stops.get(callId) ?? new AbortController();
    stops.set(callId, stop);
    stop.abort();
  },
};
