import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import type { FlowPointer, WorkbookPort } from '../workbook/workbook-port.ts';
import { isOwnFlow } from './own-flow.ts';
import { forgetInTab, recallInTab, rememberInTab } from './tab-memory.ts';

interface KeptFlow {
  pointer: FlowPointer | null;
  /** It was found again and not begun here: it may be of another client or engagement. */
  isRecalled: boolean;
  /** Follows another flow, or none; rejects when it cannot be remembered. */
  keep(next: FlowPointer | null): Promise<void>;
  /** Follows a flow that was found open; a workbook remembers only what is its own. */
  continueWith(open: ExistingFlow): Promise<void>;
}

/**
 * The flow the pane follows, found again after the pane was closed or reloaded: in Excel by the workbook, in a browser by
 * the tab, as a file that was dropped is gone with its page.
 */
export function useKeptFlow(connection: PaneConnection, workbook: WorkbookPort | null, isInExcel: boolean): KeptFlow {
  const [pointer, setPointer] = useState<FlowPointer | null>(() => (isInExcel ? null : recallInTab(connection)));
  const [isRecalled, setIsRecalled] = useState(true);
  const isGuest = useRef(false);
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
      // What the workbook remembers of its own is not touched by a flow that was only looked at.
      const leavesGuest = isGuest.current && next === null;
      isGuest.current = false;
      if (isInExcel) await (leavesGuest ? undefined : workbook?.rememberFlow(next));
      else if (next === null) forgetInTab(connection);
      else rememberInTab(connection, next);
    },
    [connection, workbook, isInExcel],
  );
  const continueWith = useCallback(
    async ({ flow_id: flowId, data_import_id: dataImportId, filename }: ExistingFlow) => {
      const next = { flowId, dataImportId };
      if (!isInExcel || workbook === null || (await isOwnFlow(workbook, { flowId, filename }))) return keep(next);
      isGuest.current = true;
      setPointer(next);
      setIsRecalled(false);
    },
    [keep, workbook, isInExcel],
  );
  return { pointer, isRecalled, keep, continueWith };
}
