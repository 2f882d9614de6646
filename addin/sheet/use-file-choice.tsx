import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../shell/Announcer.tsx';
import { openFileWorkbook } from '../workbook/file-workbook.ts';
import type { WorkbookPort } from '../workbook/workbook-port.ts';

export interface FileChoice {
  /** Opens the dialog of the system; nothing changes when it is left without a file. */
  choose(): void;
  open(file: File | undefined): Promise<void>;
  /** Stops reading; what was there before is there again. */
  cancel(): void;
  fail(error: unknown): void;
  /** The name of the file that is being read. */
  reading: string | null;
  error: unknown;
  /** To be rendered, out of sight, where `choose` is offered. */
  input: ReactNode;
}

/** Chooses a file and reads it here, on this computer. */
export function useFileChoice(onOpen: (workbook: WorkbookPort) => void): FileChoice {
  const element = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** Stops the file that is being read, also when another one is chosen or nobody is there any more. */
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const announce = useAnnounce();
  const cancel = (): void => {
    stop.current.abort();
    setReading(null);
    announce('Reading was stopped');
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    stop.current.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    setReading(file.name);
    setError(null);
    try {
      const workbook = await openFileWorkbook(file, signal);
      if (!signal.aborted) onOpen(workbook);
    } catch (failure) {
      if (signal.aborted) return;
      setError(failure);
      setReading(null);
    }
  };
  return {
    choose: () => element.current?.click(),
    open,
    cancel,
    fail: setError,
    reading,
    error,
    input: (
      <input
        ref={element}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        aria-label="CMDB export"
        onChange={(event) => {
          void open(event.target.files?.[0]);
          // The same file chosen once more is a choice too.
          event.target.value = '';
        }}
      />
    ),
  };
}
