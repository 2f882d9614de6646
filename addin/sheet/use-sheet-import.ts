import { useState } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { buildRequest, fitsOneRequest } from '../import/build-request.ts';
import type { UploadState } from '../import/upload/use-upload.ts';
import { useFlowInTheWay, type EndedFlow } from '../import/use-flow-in-the-way.ts';
import { useImport, type ImportState } from '../import/use-import.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { focusStepHeading } from '../shell/StepHeading.tsx';
import type { FlowPointer, WorkbookPort } from '../workbook/workbook-port.ts';
import { hasSameHeaders } from './same-headers.ts';
import type { SheetState } from './use-sheet.ts';

export interface SheetImport {
  sending: ImportState;
  upload: UploadState;
  /** The open flow that is in the way. */
  openFlow: ExistingFlow | null;
  /** It was in the way until it ended; nothing is since. */
  endedFlow: EndedFlow | null;
  /** The headers are no longer those that were shown. */
  hasMoved: boolean;
  /** Each of them: null when it did not end in an import. */
  submit(): Promise<FlowPointer | null>;
  resume(): Promise<FlowPointer | null>;
  removeOpenFlow(flow: ExistingFlow, isForgetting: boolean): Promise<void>;
}

interface Sent {
  connection: PaneConnection;
  workbook: WorkbookPort;
  state: SheetState;
  upload: UploadState;
}

/** The sheet on its way to the service: in one request or as an upload, and what may be deleted to make room for it. */
export function useSheetImport({ connection, workbook, state, upload }: Sent): SheetImport {
  const announce = useAnnounce();
  const sending = useImport(connection);
  const inTheWay = useFlowInTheWay(connection, sending.openFlow ?? upload.openFlow);
  const [hasMoved, setHasMoved] = useState(false);
  const { sheet } = state;
  return {
    sending,
    upload,
    hasMoved,
    openFlow: inTheWay.open,
    endedFlow: inTheWay.ended,
    submit: async () => {
      if (sheet === null) return null;
      upload.clear();
      sending.clear();
      setHasMoved(false);
      // A workbook may have been changed since it was read here, by the analyst or by others.
      const now = workbook.kind === 'excel' ? await state.readAgain() : sheet;
      if (now === null) return null;
      if (!hasSameHeaders(sheet, now)) {
        setHasMoved(true);
        return null;
      }
      const withheld = state.withheldIn(now);
      const request = buildRequest(now, state.category, withheld);
      if (fitsOneRequest(now, request)) return sending.send(request);
      return upload.start(now, { category: state.category, withheld: [...withheld] });
    },
    resume: async () => (sheet === null ? null : upload.resume(sheet)),
    removeOpenFlow: async (flow, isForgetting) => {
      if (!(await sending.deleteFlow(flow, { isForgetting, hasEnded: inTheWay.hasEnded }))) return;
      upload.clear();
      focusStepHeading();
      announce('Import deleted');
    },
  };
}
