import { useEffect, useRef, useState, type ReactNode } from 'react';
import { openFileWorkbook } from '../workbook/file-workbook.ts';
import type { WorkbookPort } from '../workbook/workbook-port.ts';

export interface FileChoice {
  /** Opens the dialog of the system; nothing changes when it is left without a file. */
  choose(): void;
  open(file: File | undefined): Promise<void>;
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
  /** A file that is read late, after another choice or when nobody is there any more, is not opened. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const own = (turn.current += 1);
    setReading(file.name);
    setError(null);
    try {
      const workbook = await openFileWorkbook(file);
      if (own === turn.current) onOpen(workbook);
    } catch (failure) {
      if (own !== turn.current) return;
      setError(failure);
      setReading(null);
    }
  };
  return {
    choose: () => element.current?.click(),
    open,
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
