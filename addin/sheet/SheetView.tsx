import { Button, Spinner, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import { countOf } from '#shared/format.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { isSourceOf } from '../import/upload/upload-session.ts';
import { useUpload } from '../import/upload/use-upload.ts';
import type { FlowPointer, WorkbookPort } from '../workbook/workbook-port.ts';
import { ImportNotices } from './ImportNotices.tsx';
import { readingText } from './reading-text.ts';
import { SheetStep } from './SheetStep.tsx';
import { SilenceNotice } from './SilenceNotice.tsx';
import { useFileChoice } from './use-file-choice.tsx';
import { useInterruptedSource } from './use-interrupted-source.ts';
import { useSheet } from './use-sheet.ts';
import { useSheetImport } from './use-sheet-import.ts';
import { useSheetNews } from './use-sheet-news.ts';

interface SheetViewProps {
  connection: PaneConnection;
  workbook: WorkbookPort;
  /** What is chosen first; null: the best guess. */
  firstSource: string | null;
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
  onStored(pointer: FlowPointer): void;
  onContinue(open: ExistingFlow): void;
  onOtherFile?: ((workbook: WorkbookPort) => void) | undefined;
}

/** The sheet step with its one button. What stands in the way of the import is said above the preview. */
export function SheetView({
  connection,
  workbook,
  firstSource,
  frame,
  onStored,
  onContinue,
  onOtherFile,
}: SheetViewProps) {
  const upload = useUpload(connection, workbook);
  const state = useSheet(workbook, upload.pointer, firstSource);
  const sheetImport = useSheetImport({ connection, workbook, state, upload });
  const other = useFileChoice((opened) => onOtherFile?.(opened));
  const { mayChange } = useAccess();
  const { sheet } = state;
  const { sending, openFlow } = sheetImport;
  useSheetNews(sheet);
  useInterruptedSource(state, upload.phase === 'interrupted' ? upload.pointer : null);
  const follow = async (stored: Promise<FlowPointer | null>): Promise<void> => {
    const pointer = await stored;
    if (pointer !== null) onStored(pointer);
  };
  const isOtherRead = other.reading !== null;
  const isBusy = state.isReadingAgain || sending.isSending || upload.phase !== 'none';
  const isUnderWay = isBusy && upload.phase !== 'interrupted';
  const isReading = state.isReadingAgain || (sheet === null && state.error === null);
  const isEmpty = sheet === null || sheet.totalRows === 0;
  return frame(
    <SheetStep
      state={state}
      isFile={workbook.kind === 'file'}
      otherFile={onOtherFile === undefined || isUnderWay ? undefined : other}
      isLocked={isUnderWay}
      notice={
        <>
          <SilenceNotice answers={workbook.answers} />
          <ImportNotices
            connection={connection}
            sheetImport={sheetImport}
            canResume={
              !isOtherRead && sheet !== null && upload.pointer !== null && isSourceOf(sheet.source, upload.pointer)
            }
            onContinue={onContinue}
            onResume={() => void follow(sheetImport.resume())}
          />
        </>
      }
    />,
    <>
      <Text size={200}>
        {!mayChange
          ? LOOK_ONLY
          : isReading
            ? readingText(state.progress)
            : sheet !== null && `${countOf(sheet.totalRows, 'row')} · ${countOf(sheet.columns.length, 'column')}`}
      </Text>
      <Button
        // What is in the way has a primary button of its own.
        appearance={openFlow === null ? 'primary' : 'secondary'}
        disabled={isEmpty || !mayChange}
        disabledFocusable={isBusy || isOtherRead}
        icon={sending.isSending || state.isReadingAgain ? <Spinner size="tiny" aria-hidden /> : null}
        onClick={() => void follow(sheetImport.submit())}
      >
        {sending.isSending ? 'Importing' : 'Import'}
      </Button>
    </>,
  );
}
