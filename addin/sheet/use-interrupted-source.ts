import { useEffect, useRef } from 'react';
import { isSourceOf } from '../import/upload/upload-session.ts';
import type { UploadPointer } from '../workbook/workbook-port.ts';
import type { SheetState } from './use-sheet.ts';

/**
 * Goes once to the rows of an interrupted upload, where the workbook still has them, and shows them as they were chosen:
 * its import can be continued at once.
 */
export function useInterruptedSource(state: SheetState, pointer: UploadPointer | null): void {
  const shown = useRef<UploadPointer | null>(null);
  useEffect(() => {
    if (pointer === null || shown.current === pointer) return;
    const interrupted = state.sources.find((one) => isSourceOf(one, pointer));
    if (interrupted === undefined) return;
    shown.current = pointer;
    state.chooseSource(interrupted.id);
    state.chooseHeader({ index: pointer.headerIndex, rows: pointer.headerRowCount });
    state.chooseFill(pointer.fillsMerged);
    state.chooseStruck(pointer.leavesOutStruck);
    state.chooseCategory(pointer.category);
  }, [state, pointer]);
}
