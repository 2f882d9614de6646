import { useCallback, useEffect, useState } from 'react';
import type { PaneConnection } from '../connect/use-connection.ts';
import type { FlowPointer, WorkbookPort } from '../workbook/workbook-port.ts';
import { forgetInTab, recallInTab, rememberInTab } from './tab-memory.ts';

interface KeptFlow {
  pointer: FlowPointer | null;
  /** It was found again and not begun here: it may be of another client or engagement. */
  isRecalled: boolean;
  /** Follows another flow, or none; rejects when it cannot be remembered. */
  keep(next: FlowPointer | null): Promise<void>;
}

/**
 * The flow the pane follows, found again after the pane was closed or reloaded: in Excel by the workbook, in a browser by
 * the tab, as a file that was dropped is gone with its page.
 */
export function useKeptFlow(connection: PaneConnection, workbook: WorkbookPort | null, isInExcel: boolean): KeptFlow {
  const [pointer, setPointer] = useState<FlowPointer | null>(() => (isInExcel ? null : recallInTab(connection)));
  const [isRecalled, setIsRecalled] = useState(true);
  useEffect(() => {
    if (!isInExcel) return;
    let isCurrent = true;
    void workbook?.recallFlow().then((kept) => {
      if (isCurrent && kept !== null) setPointer(kept);
    });
    return () => {
      isCurrent = false;
    };
  }, [workbook, isInExcel]);
  const keep = useCallback(
    async (next: FlowPointer | null) => {
      setPointer(next);
      setIsRecalled(false);
      if (isInExcel) await workbook?.rememberFlow(next);
      else if (next === null) forgetInTab(connection);
      else rememberInTab(connection, next);
    },
    [connection, workbook, isInExcel],
  );
  return { pointer, isRecalled, keep };
}
