import { Button, Spinner, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PaneConnection } from '../connect/use-connection.ts';
import { buildRequest } from '../import/build-request.ts';
import { OpenFlowNotice } from '../import/OpenFlowNotice.tsx';
import { useImport } from '../import/use-import.ts';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import { countOf } from '#shared/format.ts';
import type { FlowPointer, WorkbookPort } from '../workbook/workbook-port.ts';
import { SheetStep } from './SheetStep.tsx';
import { useSheet } from './use-sheet.ts';

interface SheetViewProps {
  connection: PaneConnection;
  workbook: WorkbookPort;
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
  onStored(pointer: FlowPointer): void;
  onOtherFile?: (() => void) | undefined;
}

/** The sheet step with its one button. What stands in the way of the import is said above the preview. */
export function SheetView({ connection, workbook, frame, onStored, onOtherFile }: SheetViewProps) {
  const state = useSheet(workbook);
  const sending = useImport(connection);
  const { sheet } = state;
  const submit = async (): Promise<void> => {
    if (sheet === null) return;
    const pointer = await sending.send(buildRequest(sheet, state.category, state.withheld));
    if (pointer !== null) onStored(pointer);
  };
  const notice = (
    <>
      {sending.openFlow !== null && (
        <OpenFlowNotice
          flow={sending.openFlow}
          onContinue={() =>
            sending.openFlow &&
            onStored({ flowId: sending.openFlow.flow_id, dataImportId: sending.openFlow.data_import_id })
          }
          onDelete={() => sending.deleteOpenFlow()}
        />
      )}
      {sending.refusal !== null && (
        <ErrorNotice title="The sheet is too large for one import" message={`${sending.refusal} Nothing was sent.`} />
      )}
      {sending.error !== null && (
        <FailureNotice error={sending.error} safe="Nothing of this sheet was stored; importing again is safe." />
      )}
    </>
  );
  const isReady = sheet !== null && sheet.rows.length > 0 && !sending.isSending;
  return frame(
    <SheetStep state={state} onOtherFile={onOtherFile} notice={notice} />,
    <>
      <Text size={200}>
        {sheet === null
          ? 'Reading the sheet'
          : `${countOf(sheet.rows.length, 'row')} · ${countOf(sheet.columns.length, 'column')}`}
      </Text>
      <Button
        appearance="primary"
        disabled={!isReady}
        icon={sending.isSending ? <Spinner size="tiny" /> : null}
        onClick={() => void submit()}
      >
        {sending.isSending ? 'Importing' : 'Import'}
      </Button>
    </>,
  );
}
