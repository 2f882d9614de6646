import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import { endpoints } from '#shared/endpoints.ts';
import { UPLOAD_CHUNK_MAX_BYTES } from '#shared/limits.ts';
import type { PaneConnection } from '../../connect/use-connection.ts';
import type { ReadSheet } from '../../sheet/understand.ts';
import type { FlowPointer, SheetSource, UploadPointer, WorkbookPort } from '../../workbook/workbook-port.ts';
import { openRequest, publishRequest } from '../build-request.ts';
import { sendMissingRows, type UploadProgress } from './upload-sheet.ts';

type UploadPhase = 'none' | 'sending' | 'paused' | 'publishing' | 'interrupted';

export interface RunProgress extends UploadProgress {
  /** What rate and time left are counted from: rows that had arrived when sending began or went on, and when that was. */
  rowsBefore: number;
  startedAt: number;
}

export interface UploadState {
  phase: UploadPhase;
  /** How far it is by now, null before the service has said so. Asked for, as it changes too often to draw a page each time. */
  findProgress(): RunProgress | null;
  pointer: UploadPointer | null;
  error: unknown;
  openFlow: ExistingFlow | null;
  /** Opens a session and sends the sheet; null when it did not end in an import. */
  start(sheet: ReadSheet, choices: Pick<UploadPointer, 'category' | 'withheld'>): Promise<FlowPointer | null>;
  /** Goes on with what a lost connection or a closed pane left. */
  resume(sheet: ReadSheet): Promise<FlowPointer | null>;
  pause(): void;
  goOn(): void;
  /** Takes back what was sent. */
  cancel(): Promise<void>;
  clear(): void;
}

/** A large sheet on its way: started, paused, resumed, taken back. The workbook keeps the ids, so closing the pane loses nothing. */
export function useUpload(connection: PaneConnection, workbook: WorkbookPort): UploadState {
  const [phase, setPhase] = useState<UploadPhase>('none');
  const [pointer, setPointer] = useState<UploadPointer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [openFlow, setOpenFlow] = useState<ExistingFlow | null>(null);
  const stop = useRef<AbortController | null>(null);
  const progress = useRef<RunProgress | null>(null);
  const gate = useGate();

  useEffect(() => {
    let isCurrent = true;
    void workbook.recallUpload().then((kept) => {
      if (!isCurrent || kept === null) return;
      setPointer(kept);
      setPhase('interrupted');
    });
    return () => {
      isCurrent = false;
      stop.current?.abort();
    };
  }, [workbook]);

  const remember = useCallback(
    async (next: UploadPointer | null) => {
      setPointer(next);
      await workbook.rememberUpload(next);
    },
    [workbook],
  );

  const fail = useCallback((failure: unknown, next: UploadPhase) => {
    const existing = failure instanceof ApiFailure ? failure.problem?.existing_flow : undefined;
    if (existing) setOpenFlow(existing);
    else setError(failure);
    setPhase(next);
  }, []);

  /** From here on it can be cancelled. */
  const begin = useCallback((): AbortSignal => {
    stop.current = new AbortController();
    return stop.current.signal;
  }, []);

  const send = useCallback(
    async (sheet: ReadSheet, to: UploadPointer, signal: AbortSignal): Promise<FlowPointer | null> => {
      if (signal.aborted) return null;
      gate.open();
      progress.current = null;
      setPhase('sending');
      try {
        const published = await findPublished(connection, to);
        if (published === null) {
          await sendMissingRows({
            connection,
            workbook,
            source: sheet.source,
            pointer: to,
            chunkMaxBytes: UPLOAD_CHUNK_MAX_BYTES,
            signal,
            whenRunning: gate.whenOpen,
            onProgress: (now) => {
              progress.current = { ...(progress.current ?? beginningNow(now)), ...now };
            },
          });
          setPhase('publishing');
        }
        const stored = published ?? (await publish(connection, sheet, to));
        await remember(null);
        setPhase('none');
        return stored;
      } catch (failure) {
        if (!signal.aborted) fail(failure, 'interrupted');
        return null;
      }
    },
    [connection, workbook, gate, remember, fail],
  );

  const clear = useCallback(() => {
    setError(null);
    setOpenFlow(null);
  }, []);

  return {
    phase,
    findProgress: useCallback(() => progress.current, []),
    pointer,
    error,
    openFlow,
    clear,
    start: async (sheet, choices) => {
      clear();
      setPhase('sending');
      const signal = begin();
      try {
        const draft = draftPointer(sheet, choices);
        const opened = await fetchEndpoint(connection, endpoints.openUpload, { body: openRequest(sheet, draft) });
        const next = { ...draft, uploadId: opened.upload_id };
        await remember(next);
        return await send(sheet, next, signal);
      } catch (failure) {
        fail(failure, 'none');
        return null;
      }
    },
    resume: async (sheet) => {
      clear();
      return pointer === null ? null : send(sheet, pointer, begin());
    },
    pause: () => {
      gate.close();
      setPhase('paused');
    },
    goOn: () => {
      // The pause is not time it took.
      if (progress.current !== null) progress.current = beginningNow(progress.current);
      gate.open();
      setPhase('sending');
    },
    cancel: async () => {
      stop.current?.abort();
      gate.open();
      clear();
      try {
        if (pointer !== null) await discard(connection, pointer);
        await remember(null);
        progress.current = null;
        setPhase('none');
      } catch (failure) {
        fail(failure, 'interrupted');
      }
    },
  };
}

function beginningNow(now: UploadProgress): RunProgress {
  return { ...now, rowsBefore: now.rowsDone, startedAt: Date.now() };
}

async function discard(connection: PaneConnection, { uploadId }: UploadPointer): Promise<void> {
  try {
    await fetchEndpoint(connection, endpoints.discardUpload, { params: { upload_id: uploadId } });
  } catch (failure) {
    // What is not there any more needs no discarding.
    if (!(failure instanceof ApiFailure) || (failure.status !== 404 && failure.status !== 410)) throw failure;
  }
}

/** Whether the rows of this source are what an interrupted upload was sending. */
export function isSourceOf(source: SheetSource, pointer: UploadPointer): boolean {
  return source.sheetName === pointer.sheetName && source.range === pointer.range;
}

function draftPointer(sheet: ReadSheet, choices: Pick<UploadPointer, 'category' | 'withheld'>): UploadPointer {
  return {
    uploadId: '',
    sheetName: sheet.source.sheetName,
    range: sheet.source.range,
    headerIndex: sheet.headerIndex,
    totalRows: sheet.totalRows,
    startedAt: new Date().toISOString(),
    ...choices,
  };
}

/** The import of an upload that was published although its answer was lost. */
async function findPublished(connection: PaneConnection, { uploadId }: UploadPointer): Promise<FlowPointer | null> {
  const upload = await fetchEndpoint(connection, endpoints.getUpload, { params: { upload_id: uploadId } });
  if (upload.state !== 'published') return null;
  const params = { data_import_id: upload.data_import_id };
  const dataImport = await fetchEndpoint(connection, endpoints.getImport, { params });
  return { flowId: dataImport.flow_id, dataImportId: dataImport.data_import_id };
}

/** The upload's id is the attempt's key: publishing twice answers the same import. */
async function publish(connection: PaneConnection, sheet: ReadSheet, pointer: UploadPointer): Promise<FlowPointer> {
  const stored = await fetchEndpoint(connection, endpoints.storeImport, {
    body: publishRequest(sheet, pointer),
    idempotencyKey: pointer.uploadId,
  });
  return { flowId: stored.flow_id, dataImportId: stored.data_import_id };
}

interface Gate {
  whenOpen: () => Promise<void>;
  open: () => void;
  close: () => void;
}

/** Open, or closed until somebody opens it. */
function useGate(): Gate {
  const waiting = useRef<{ promise: Promise<void>; release: () => void } | null>(null);
  const [gate] = useState<Gate>(() => ({
    whenOpen: () => waiting.current?.promise ?? Promise.resolve(),
    open: () => {
      waiting.current?.release();
      waiting.current = null;
    },
    close: () => {
      if (waiting.current !== null) return;
      let release = (): void => undefined;
      const promise = new Promise<void>((resolve) => (release = resolve));
      waiting.current = { promise, release };
    },
  }));
  return gate;
}
