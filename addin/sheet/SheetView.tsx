import { Button, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { buildRequest, fitsOneRequest } from '../import/build-request.ts';
import { isRefused } from '../import/is-refused.ts';
import { OpenFlowNotice } from '../import/OpenFlowNotice.tsx';
import { UploadNotice } from '../import/upload/UploadNotice.tsx';
import { isSourceOf } from '../import/upload/upload-session.ts';
import { useUpload } from '../import/upload/use-upload.ts';
import { useImport } from '../import/use-import.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import { focusStepHeading } from '../shell/StepHeading.tsx';
import { countOf } from '#shared/format.ts';
import type { FlowPointer, UploadPointer, WorkbookPort } from '../workbook/workbook-port.ts';
import { readingText } from './reading-text.ts';
import { hasSameHeaders } from './same-headers.ts';
import { SheetStep } from './SheetStep.tsx';
import { SilenceNotice } from './SilenceNotice.tsx';
import { useFileChoice } from './use-file-choice.tsx';
import { useSheet, type SheetState } from './use-sheet.ts';
import { useSheetNews } from './use-sheet-news.ts';

interface SheetViewProps {
  connection: PaneConnection;
  workbook: WorkbookPort;
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
  onStored(pointer: FlowPointer): void;
  onContinue(open: ExistingFlow): void;
  onOtherFile?: ((workbook: WorkbookPort) => void) | undefined;
}

/** The sheet step with its one button. What stands in the way of the import is said above the preview. */
export function SheetView({ connection, workbook, frame, onStored, onContinue, onOtherFile }: SheetViewProps) {
  const announce = useAnnounce();
  const sending = useImport(connection);
  const upload = useUpload(connection, workbook);
  const state = useSheet(workbook, upload.pointer);
  const other = useFileChoice((opened) => onOtherFile?.(opened));
  const isOtherRead = other.reading !== null;
  const { mayChange } = useAccess();
  const { sheet } = state;
  useSheetNews(sheet);
  useInterruptedSource(state, upload.phase === 'interrupted' ? upload.pointer : null);
  const openFlow = sending.openFlow ?? upload.openFlow;
  const [hasMoved, setHasMoved] = useState(false);
  const submit = async (): Promise<void> => {
    if (sheet === null) return;
    upload.clear();
    sending.clear();
    setHasMoved(false);
    // A workbook may have been changed since it was read here, by the analyst or by others.
    const now = workbook.kind === 'excel' ? await state.readAgain() : sheet;
    if (now === null) return;
    if (!hasSameHeaders(sheet, now)) {
      setHasMoved(true);
      return;
    }
    const withheld = state.withheldIn(now);
    const request = buildRequest(now, state.category, withheld);
    const pointer = fitsOneRequest(now, request)
      ? await sending.send(request)
      : await upload.start(now, { category: state.category, withheld: [...withheld] });
    if (pointer !== null) onStored(pointer);
  };
  const resume = async (): Promise<void> => {
    const pointer = sheet === null ? null : await upload.resume(sheet);
    if (pointer !== null) onStored(pointer);
  };
  const remove = async (flow: ExistingFlow, isForgetting: boolean): Promise<void> => {
    if (!(await sending.deleteFlow(flow, isForgetting))) return;
    upload.clear();
    focusStepHeading();
    announce('Import deleted');
  };
  const notice = (
    <>
      <SilenceNotice answers={workbook.answers} />
      <OpenFlowNotice
        connection={connection}
        flow={openFlow}
        onContinue={onContinue}
        onDelete={(flow, isForgetting) => void remove(flow, isForgetting)}
      />
      {sending.deletionError !== null && (
        <FailureNotice
          error={sending.deletionError}
          safe={
            isRefused(sending.deletionError)
              ? 'The import in the way was not deleted.'
              : 'It may have been deleted; deleting it again is safe.'
          }
        />
      )}
      <UploadNotice
        upload={upload}
        canResume={
          !isOtherRead && sheet !== null && upload.pointer !== null && isSourceOf(sheet.source, upload.pointer)
        }
        onResume={() => void resume()}
      />
      {upload.error !== null && (
        <FailureNotice
          error={upload.error}
          safe={
            upload.error instanceof ApiFailure && !isRefused(upload.error)
              ? 'What has arrived is kept; going on is safe.'
              : 'Nothing of this sheet is visible to anybody; what has arrived is kept.'
          }
        />
      )}
      {hasMoved && (
        <ErrorNotice
          intent="warning"
          title="The sheet has changed"
          message="Its headers are not those that were shown here. Nothing was sent."
          advice="Look at the sheet as it stands now, then import it."
        />
      )}
      {sending.error !== null && (
        <FailureNotice
          error={sending.error}
          safe={`${isRefused(sending.error) ? 'Nothing of this sheet was' : 'It may have been'} stored; importing again is safe.`}
        />
      )}
    </>
  );
  const isBusy = state.isReadingAgain || sending.isSending || upload.phase !== 'none';
  const isUnderWay = isBusy && upload.phase !== 'interrupted';
  const isEmpty = sheet === null || sheet.totalRows === 0;
  return frame(
    <SheetStep
      state={state}
      isFile={workbook.kind === 'file'}
      otherFile={onOtherFile === undefined || isUnderWay ? undefined : other}
      isLocked={isUnderWay}
      notice={notice}
    />,
    <>
      <Text size={200}>
        {!mayChange
          ? LOOK_ONLY
          : sheet === null || state.isReadingAgain
            ? readingText(state.progress)
            : `${countOf(sheet.totalRows, 'row')} · ${countOf(sheet.columns.length, 'column')}`}
      </Text>
      <Button
        // What is in the way has a primary button of its own.
        appearance={openFlow === null ? 'primary' : 'secondary'}
        disabled={isEmpty || !mayChange}
        disabledFocusable={isBusy || isOtherRead}
        icon={sending.isSending || state.isReadingAgain ? <Spinner size="tiny" aria-hidden /> : null}
        onClick={() => void submit()}
      >
        {sending.isSending ? 'Importing' : 'Import'}
      </Button>
    </>,
  );
}

/**
 * Goes once to the rows of an interrupted upload, where the workbook still has them, and shows them as they were chosen:
 * its import can be continued at once.
 */
function useInterruptedSource(state: SheetState, pointer: UploadPointer | null): void {
  const shown = useRef<UploadPointer | null>(null);
  useEffect(() => {
    if (pointer === null || shown.current === pointer) return;
    const interrupted = state.sources.find((one) => isSourceOf(one, pointer));
    if (interrupted === undefined) return;
    shown.current = pointer;
    state.chooseSource(interrupted.id);
    state.chooseHeader({ index: pointer.headerIndex, rows: pointer.headerRowCount });
    state.chooseFill(pointer.fillsMerged);
    state.chooseCategory(pointer.category);
  }, [state, pointer]);
}
