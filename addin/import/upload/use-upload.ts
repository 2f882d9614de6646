import { skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { UPLOAD_CHUNK_MAX_BYTES } from '#shared/limits.ts';
import type { PaneConnection } from '../../connect/use-connection.ts';
import type { ReadSheet } from '../../sheet/understand.ts';
import { filling } from '../../workbook/filled-rows.ts';
import { leavingOut } from '../../workbook/struck-rows.ts';
import type { FlowPointer, UploadPointer, WorkbookPort } from '../../workbook/workbook-port.ts';
import { newGate } from './gate.ts';
import { discardSession, findSession, openSession, publish, type UploadChoices } from './upload-session.ts';
import { assertUnmoved } from './unmoved.ts';
import { sendMissingRows, type UploadProgress } from './upload-sheet.ts';
import { NO_UPLOAD, nextStanding, type UploadStanding } from './upload-standing.ts';

export interface RunProgress extends UploadProgress {
  /** What rate and time left are counted from: rows that had arrived when sending began or went on, and when that was. */
  rowsBefore: number;
  startedAt: number;
  /** Why a chunk is tried again; null once one has arrived. */
  retriedFor: string | null;
}

export interface UploadState extends UploadStanding {
  /** Until when the service keeps what has arrived of an interrupted upload; null where that is not known. */
  keptUntil: string | null;
  /** How far it is by now, null before the service has said so. Asked for, as it changes too often to draw a page each time. */
  findProgress(): RunProgress | null;
  /** Opens a session and sends the sheet; null when it did not end in an import. */
  start(sheet: ReadSheet, choices: UploadChoices): Promise<FlowPointer | null>;
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
  const [standing, dispatch] = useReducer(nextStanding, NO_UPLOAD);
  const stop = useRef<AbortController | null>(null);
  const progress = useRef<RunProgress | null>(null);
  const [gate] = useState(newGate);

  useEffect(() => {
    let isCurrent = true;
    void workbook.recallUpload().then((pointer) => {
      if (isCurrent && pointer !== null) dispatch({ type: 'recalled', pointer });
    });
    return () => {
      isCurrent = false;
      stop.current?.abort();
    };
  }, [workbook]);

  const { phase, pointer } = standing;
  const interrupted = useQuery({
    queryKey: ['upload', pointer?.uploadId],
    queryFn: phase === 'interrupted' && pointer !== null ? () => findSession(connection, pointer) : skipToken,
    gcTime: 0,
  });

  /** From here on it can be cancelled. */
  const begin = (): AbortSignal => {
    gate.open();
    progress.current = null;
    dispatch({ type: 'begun' });
    stop.current = new AbortController();
    return stop.current.signal;
  };

  const send = async (sheet: ReadSheet, to: UploadPointer, signal: AbortSignal): Promise<FlowPointer | null> => {
    try {
      const { columns, published } = await findSession(connection, to);
      if (published !== null) return await finish(published);
      const uploaded = { source: sheet.source, pointer: to, columns, signal };
      await assertUnmoved(workbook, uploaded);
      await sendMissingRows({
        connection,
        workbook: leavingOut(filling(workbook, sheet.fills), sheet.leftOut),
        source: sheet.source,
        pointer: to,
        chunkMaxBytes: UPLOAD_CHUNK_MAX_BYTES,
        signal,
        whenRunning: gate.whenOpen,
        onProgress: (now) => {
          progress.current = { ...(progress.current ?? beginningNow(now)), ...now, retriedFor: null };
        },
        onRetry: (retriedFor) => {
          if (progress.current !== null) progress.current = { ...progress.current, retriedFor };
        },
      });
      await assertUnmoved(workbook, uploaded);
      dispatch({ type: 'sent' });
      return await finish(await publish(connection, sheet, to));
    } catch (failure) {
      if (!signal.aborted) dispatch({ type: 'failed', failure });
      return null;
    }
  };

  /** The import is there and is followed, whatever the workbook still keeps: that would lead to it too. */
  const finish = async (stored: FlowPointer): Promise<FlowPointer> => {
    try {
      await workbook.rememberUpload(null);
      dispatch({ type: 'ended' });
    } catch (failure) {
      dispatch({ type: 'failed', failure });
    }
    return stored;
  };

  return {
    ...standing,
    keptUntil: interrupted.data?.keptUntil ?? null,
    findProgress: useCallback(() => progress.current, []),
    clear: () => dispatch({ type: 'cleared' }),
    start: async (sheet, choices) => {
      const signal = begin();
      try {
        const pointer = await openSession(connection, sheet, choices);
        const isKept = await workbook.rememberUpload(pointer).then(
          () => true,
          () => false,
        );
        dispatch({ type: 'opened', pointer, isKept });
        return await send(sheet, pointer, signal);
      } catch (failure) {
        dispatch({ type: 'failed', failure });
        return null;
      }
    },
    resume: async (sheet) => (standing.pointer === null ? null : send(sheet, standing.pointer, begin())),
    pause: () => {
      gate.close();
      dispatch({ type: 'paused' });
    },
    goOn: () => {
      // The pause is not time it took.
      if (progress.current !== null) progress.current = beginningNow(progress.current);
      gate.open();
      dispatch({ type: 'resumed' });
    },
    cancel: async () => {
      stop.current?.abort();
      gate.open();
      dispatch({ type: 'cleared' });
      try {
        if (standing.pointer !== null) await discardSession(connection, standing.pointer);
        if (standing.isKept) await workbook.rememberUpload(null);
        progress.current = null;
        dispatch({ type: 'ended' });
      } catch (failure) {
        dispatch({ type: 'failed', failure });
      }
    },
  };
}

function beginningNow(now: UploadProgress): RunProgress {
  return { ...now, rowsBefore: now.rowsDone, startedAt: Date.now(), retriedFor: null };
}
