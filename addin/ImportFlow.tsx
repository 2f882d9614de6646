import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, Tooltip } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { isApproved } from '#shared/column-standing.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { mayHaveWritten } from '#shared/may-have-written.ts';
import { isOpen } from '#shared/statuses.ts';
import { LOOK_ONLY, useAccess } from './connect/access.ts';
import type { PaneConnection } from './connect/use-connection.ts';
import { FindingList, phasesDone } from './findings/FindingList.tsx';
import { DeleteImportDialog } from './import/DeleteImportDialog.tsx';
import { useKeptFlow } from './import/use-kept-flow.ts';
import { MappingView } from './mapping/MappingView.tsx';
import type { ReviewGroup } from './mapping/review-state.ts';
import { ProgressStep } from './progress/ProgressStep.tsx';
import { useFlow } from './progress/use-flow.ts';
import { reachedSteps } from './reached-steps.ts';
import { InventoryPreview } from './results/InventoryPreview.tsx';
import { ResultsStep } from './results/ResultsStep.tsx';
import { FileDrop } from './sheet/FileDrop.tsx';
import { SheetView } from './sheet/SheetView.tsx';
import { PaneMenu } from './shell/PaneMenu.tsx';
import { Shell } from './shell/Shell.tsx';
import type { StepName } from './shell/StepList.tsx';
import { FailureNotice } from './shell/ErrorNotice.tsx';
import type { FlowPointer, WorkbookPort } from './workbook/workbook-port.ts';

interface ImportFlowProps {
  connection: PaneConnection;
  workbook: WorkbookPort | null;
  isInExcel: boolean;
  onOpenFile(workbook: WorkbookPort | null): void;
  /** Choose another client or engagement. */
  onReconsider(): void;
  onDisconnect(): void;
}

/** From the sheet to the results. Where it stands follows from the flow, so a pane opened later is at the same step. */
export function ImportFlow({
  connection,
  workbook,
  isInExcel,
  onOpenFile,
  onReconsider,
  onDisconnect,
}: ImportFlowProps) {
  const { pointer: kept, isRecalled, keep } = useKeptFlow(connection, workbook, isInExcel);
  const [visited, setVisited] = useState<StepName | null>(null);
  const [listed, setListed] = useState<ReviewGroup | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isDeleting, setIsDeleting] = useState(false);
  const { mayChange } = useAccess();
  const following = useFlow(connection, kept?.flowId ?? null);
  // The workbook goes on remembering it, for whoever it belongs to, until another sheet of it is imported.
  const isElsewhere = isInExcel && isRecalled && isMissing(following.error);
  const pointer = isElsewhere ? null : kept;

  const follow = (next: FlowPointer | null): void => {
    setVisited(null);
    setFailure(null);
    setIsDeleting(false);
    keep(next).catch(setFailure);
  };
  const act = (work: Promise<unknown>, then?: () => void): void => void work.then(then, setFailure);
  const leave = (): void => follow(null);

  const { flow } = following;
  const remove = (): void => {
    setIsDeleting(false);
    if (flow !== null)
      act(fetchEndpoint(connection, endpoints.deleteFlow, { params: { flow_id: flow.flow_id } }), leave);
  };
  const reached = reachedSteps(pointer === null ? 'none' : flow);
  const current = reached.at(-1) ?? 'Sheet';
  const visit = (next: StepName | null, group: ReviewGroup | null = null): void => {
    setVisited(next);
    setListed(group);
  };
  const step = visited !== null && reached.includes(visited) ? visited : current;
  const frame = (body: ReactNode, footer?: ReactNode): ReactNode => (
    <Shell
      step={step}
      reached={reached}
      // The step the flow is at is followed, not visited: when it goes on, so does the pane.
      onStep={(next) => visit(next === current ? null : next)}
      context={<Context connection={connection} onClick={onReconsider} />}
      menu={
        <PaneMenu
          onDisconnect={onDisconnect}
          onNew={pointer === null ? undefined : leave}
          onDelete={mayChange && flow !== null && isDeletable(flow) ? () => setIsDeleting(true) : undefined}
        />
      }
      footer={footer}
    >
      {isElsewhere && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            What was imported from this workbook before is not of this client and engagement. It is found again where it
            was imported.
          </MessageBarBody>
        </MessageBar>
      )}
      {failure !== null && <FailureNotice error={failure} safe="Your rows are stored." />}
      {body}
      {flow !== null && (
        <DeleteImportDialog
          flow={flow}
          isWritten={mayHaveWritten(flow)}
          isOpen={isDeleting}
          onClose={() => setIsDeleting(false)}
          onDelete={remove}
        />
      )}
    </Shell>
  );

  if (pointer === null) {
    if (workbook === null && !isInExcel) return frame(<FileDrop onOpen={onOpenFile} />);
    if (workbook === null) return frame(<Spinner label="Opening the workbook" />);
    return (
      <SheetView
        connection={connection}
        workbook={workbook}
        frame={frame}
        onStored={follow}
        onOtherFile={isInExcel ? undefined : () => onOpenFile(null)}
      />
    );
  }
  if (step === 'Mapping' && flow !== null)
    return (
      <MappingView
        connection={connection}
        dataImportId={pointer.dataImportId}
        isOpen={flow.status === 'waiting_for_approval' && !isApproved(flow)}
        listed={listed}
        frame={frame}
      />
    );
  if (step === 'Results' && flow !== null) {
    return frame(
      <ResultsStep
        connection={connection}
        flow={flow}
        workbook={workbook}
        canSave={!isInExcel}
        onWithdrawn={following.again}
        onMappings={(group) => visit('Mapping', group)}
      />,
      <>
        <Text size={200}>Everything is stored.</Text>
        <Button appearance="primary" onClick={leave}>
          Import another sheet
        </Button>
      </>,
    );
  }
  const params = { flow_id: pointer.flowId };
  return frame(
    <ProgressStep
      state={following}
      preview={flow !== null && isShown(flow) && <InventoryPreview connection={connection} flow={flow} />}
      actions={{
        onResume: () => act(fetchEndpoint(connection, endpoints.resumeFlow, { params })),
        onDelete: () => setIsDeleting(true),
        onLeave: leave,
      }}
    >
      <FindingList connection={connection} flowId={pointer.flowId} workbook={workbook} phasesDone={phasesDone(flow)} />
    </ProgressStep>,
    flow !== null && isShown(flow) && (
      <>
        <Text size={200}>{mayChange ? 'Nothing is written yet.' : LOOK_ONLY}</Text>
        <Button
          appearance="primary"
          disabled={!mayChange}
          onClick={() => act(fetchEndpoint(connection, endpoints.applyInventory, { params }))}
        >
          Apply the changes
        </Button>
      </>
    ),
  );
}

/** The service knows no such flow here: it is somebody else's, or gone. */
function isMissing(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 404;
}

/** A withdrawal goes on to its end: what it has begun to take back cannot stay half done. */
function isDeletable({ status, current_phase: phase }: Flow): boolean {
  return isOpen(status) && phase !== 'withdrawal';
}

/** Whether the flow waits with an inventory that is shown and not written. */
function isShown({ status, current_phase: phase }: Flow): boolean {
  return status === 'waiting_for_approval' && phase === 'asset_inventory';
}

const useStyles = makeStyles({
  pill: { maxWidth: '100%', minWidth: 0 },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

function Context({ connection, onClick }: { connection: PaneConnection; onClick: () => void }) {
  const styles = useStyles();
  const words = `${connection.clientAccountId} • ${connection.engagementId}`;
  return (
    <Tooltip content={`${words}: change client or engagement`} relationship="label">
      <Button
        className={styles.pill}
        size="small"
        shape="circular"
        icon={<ChevronDownRegular />}
        iconPosition="after"
        onClick={onClick}
      >
        <span className={styles.words}>{words}</span>
      </Button>
    </Tooltip>
  );
}
