import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { AnswerWatch } from '#addin/workbook/answer-watch.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import {
  WorkbookError,
  type FlowPointer,
  type ReadOptions,
  type ReadProgress,
  type SheetMarks,
  type SheetSource,
  type UploadPointer,
  type WorkbookFacts,
  type WorkbookPort,
} from '#addin/workbook/workbook-port.ts';
import { projectRoot } from '../harness/project-root.ts';
import { installExcelHost, type HostBehaviour, type HostWorkbook } from './install-excel-host.ts';
import type { PageAnswer } from './workbook-page.ts';

const ORIGIN = 'http://localhost';
const OFFICE_JS = path.join(projectRoot, 'node_modules/@microsoft/office-js/dist');
/** As the service serves the pane: office.js may not frame its telemetry. */
const POLICY = { 'Content-Security-Policy': "default-src 'self'; style-src 'self' 'unsafe-inline'" };
const html = `<!doctype html><meta charset="utf-8"><title>Workbook</title><script src="/officejs/office.js"></script><script src="/workbook-page.js"></script>`;

/** Bundles the Excel port for a bare page; the script's text. */
export async function buildWorkbookPage(): Promise<string> {
  const config = path.join(import.meta.dirname, 'workbook-page.config.ts');
  const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return readFileSync(path.join(projectRoot, 'dist/excel-host/workbook-page.js'), 'utf8');
}

/** Opens a page that Excel has opened: the real office.js, the Excel port and nothing else. No server is needed. */
export async function openWorkbookPage(page: Page, script: string, workbook: HostWorkbook): Promise<ExcelPage> {
  await installExcelHost(page, workbook);
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', headers: POLICY, body: html });
    if (pathname === '/workbook-page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname.startsWith('/officejs/'))
      return route.fulfill({ path: path.join(OFFICE_JS, pathname.slice('/officejs/'.length)) });
    return route.fulfill({ status: 404, body: '' });
  });
  const excelPage = new ExcelPage(page);
  await page.exposeFunction('reportProgress', (callId: number, progress: ReadProgress) =>
    excelPage.hear(callId, progress),
  );
  await page.goto(ORIGIN);
  return excelPage;
}

/** The Excel port of the page as a port of this process, so that the contract can ask it like any other. */
export class ExcelPage implements WorkbookPort {
  readonly id = crypto.randomUUID();
  readonly kind = 'excel';
  readonly answers = new AnswerWatch();
  private readonly listeners = new Map<number, (progress: ReadProgress) => void>();
  /** The page is being told to stop a read. */
  private stopping: Promise<void> | undefined;
  private readonly page: Page;
  private calls = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Resolves when the page knows what the listener did about it. */
  async hear(callId: number, progress: ReadProgress): Promise<void> {
    this.listeners.get(callId)?.(progress);
    await this.stopping;
  }

  host(): Promise<HostBehaviour> {
    return this.page.evaluate(() => (window as unknown as { excelHost: HostBehaviour }).excelHost);
  }

  disturb(behaviour: Partial<HostBehaviour>): Promise<void> {
    return this.page.evaluate(
      (changes) => void Object.assign((window as unknown as { excelHost: HostBehaviour }).excelHost, changes),
      behaviour,
    );
  }

  findHost(): Promise<unknown> {
    return this.page.evaluate(() => window.workbookPage.findHost());
  }

  describe(): Promise<WorkbookFacts> {
    return this.call('describe');
  }

  filename(): Promise<string> {
    return this.call('filename');
  }

  listSources(): Promise<SheetSource[]> {
    return this.call('listSources');
  }

  marksOf(source: SheetSource): Promise<SheetMarks> {
    return this.call('marksOf', source);
  }

  async readRows(source: SheetSource, fromRow: number, rowCount: number, options: ReadOptions = {}): Promise<Cell[][]> {
    const callId = (this.calls += 1);
    if (options.onProgress) this.listeners.set(callId, options.onProgress);
    const abort = () => (this.stopping = this.page.evaluate((id) => window.workbookPage.abort(id), callId));
    if (options.signal?.aborted) await abort();
    options.signal?.addEventListener('abort', () => void abort());
    const rows = { from: fromRow, count: rowCount };
    const answer = await this.page.evaluate(
      (given) => window.workbookPage.read(given.callId, given.source, given.rows),
      { callId, source, rows },
    );
    return valueOf<Cell[][]>(answer);
  }

  selectCell(sheetName: string, address: string): Promise<void> {
    return this.call('selectCell', sheetName, address);
  }

  rememberFlow(pointer: FlowPointer | null): Promise<void> {
    return this.call('rememberFlow', pointer);
  }

  recallFlow(): Promise<FlowPointer | null> {
    return this.call('recallFlow');
  }

  rememberUpload(pointer: UploadPointer | null): Promise<void> {
    return this.call('rememberUpload', pointer);
  }

  recallUpload(): Promise<UploadPointer | null> {
    return this.call('recallUpload');
  }

  private async call<T>(method: keyof WorkbookPort, ...args: unknown[]): Promise<T> {
    await this.findHost();
    const given = { method, args };
    return valueOf<T>(await this.page.evaluate(({ method, args }) => window.workbookPage.call(method, args), given));
  }
}

function valueOf<T>(answer: PageAnswer): T {
  if ('value' in answer) return answer.value as T;
  throw new WorkbookError(answer.code, answer.message, answer.advice);
}
