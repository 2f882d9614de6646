import { Spinner } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { isApproved } from '#shared/pages/column-standing.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import { mayReopenMappings } from '#shared/may-reopen-mappings.ts';
import { mayHaveWritten } from '#shared/pages/may-have-written.ts';
import { isOpen } from '#shared/statuses.ts';
import { useAccess } from './connect/access.ts';
import type { PaneConnection } from './connect/use-connection.ts';
import { FlowNotices } from './FlowNotices.tsx';
import { DeleteImportDialog } from './import/DeleteImportDialog.tsx';
import { deleteImport } from './import/use-import.ts';
import { useKeptFlow } from './import/use-kept-flow.ts';
import { MappingView } from './mapping/MappingView.tsx';
import { ApplyInventory, waitsWithInventory } from './progress/ApplyInventory.tsx';
import { ProgressView } from './progress/ProgressView.tsx';
import { reopenMappings } from './progress/reopen-mappings.ts';
import { useFlow } from './progress/use-flow.ts';
import { useFlowNews } from './progress/use-flow-news.ts';
import { ResultsView } from './results/ResultsView.tsx';
import { WithdrawDialog } from './results/WithdrawDialog.tsx';
import { FileDrop } from './sheet/FileDrop.tsx';
import { SheetView } from './sheet/SheetView.tsx';
import { ContextPill } from './shell/ContextPill.tsx';
import { PaneMenu } from './shell/PaneMenu.tsx';
import { Shell } from './shell/Shell.tsx';
import { useAnnounce } from './shell/Announcer.tsx';
import { focusStepHeading } from './shell/StepHeading.tsx';
import { useActs } from './use-acts.ts';
import { useQuestion } from './use-question.ts';
import { useSteps } from './use-steps.ts';
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
  const { pointer: kept, isRecalled, keep, continueWith } = useKeptFlow(connection, workbook, isInExcel);
  const following = useFlow(connection, kept?.flowId ?? null);
  // The workbook goes on remembering it, for whoever it belongs to, until another sheet of it is imported.
  const isElsewhere = isInExcel && isRecalled && isMissing(following.error);
  const pointer = isElsewhere ? null : kept;
  const { flow } = following;
  const announce = useAnnounce();
  useFlowNews(flow);
  const { step, reached, listed, ...steps } = useSteps(pointer === null ? 'none' : flow);
  const { failure, isActing, act, attempt } = useActs(flow);
  const isGone = isMissing(following.error) || (flow !== null && isTakenBack(flow));
  const deletion = useQuestion<Flow>(isGone ? undefined : pointer?.flowId);
  const withdrawal = useQuestion<Flow>(step === 'Results' ? flow?.flow_id : undefined);
  /** Each has a sheet step of its own. */
  const [filesOpened, setFilesOpened] = useState(0);
  /** What the sheet step opens on; null: the best guess. */
  const [firstSource, setFirstSource] = useState<string | null>(null);
  const { mayChange } = useAccess();

  const goOn = (work: () => Promise<void>): void => {
    steps.follow();
    attempt(work);
  };
  const follow = (next: FlowPointer | null): void => goOn(() => keep(next));
  const leaveTo = (sourceId: string | null = null): void => {
    setFirstSource(sourceId);
    follow(null);
  };
  const leave = (): void => leaveTo();
  const leaveDeleted = (): void => {
    flushSync(leave);
    focusStepHeading();
    announce('Import deleted');
  };
  const openOther = (other: WorkbookPort): void => {
    setFilesOpened(filesOpened + 1);
    setFirstSource(null);
    onOpenFile(other);
  };
  const remove = (isForgetting: boolean): void => {
    deletion.close();
    if (flow !== null) act(() => deleteImport(connection, flow.flow_id, isForgetting), leaveDeleted);
  };

  const frame = (body: ReactNode, footer?: ReactNode): ReactNode => (
    <Shell
      step={step}
      reached={reached}
      onStep={steps.visit}
      context={<ContextPill connection={connection} onClick={onReconsider} />}
      menu={
        <PaneMenu
          onDisconnect={onDisconnect}
          onNew={pointer === null ? undefined : leave}
          onDelete={mayChange && flow !== null && isDeletable(flow) ? () => deletion.ask(flow) : undefined}
          isActing={isActing}
        />
      }
      footer={footer}
    >
      <FlowNotices isElsewhere={isElsewhere} failure={failure} />
      {body}
    </Shell>
  );

  const view = (): ReactNode => {
    if (pointer === null) {
      if (workbook === null && !isInExcel) return frame(<FileDrop onOpen={onOpenFile} />);
      if (workbook === null) return frame(<Spinner label="Opening the workbook" />);
      return (
        <SheetView
          key={`sheet ${filesOpened}`}
          connection={connection}
          workbook={workbook}
          firstSource={firstSource}
          frame={frame}
          onStored={follow}
          onContinue={(open) => goOn(() => continueWith(open))}
          onOtherFile={isInExcel ? undefined : openOther}
        />
      );
    }
    if (step === 'Mapping' && flow !== null)
      return (
        <MappingView
          connection={connection}
          dataImportId={pointer.dataImportId}
          isOpen={flow.status === 'waiting_for_approval' && !isApproved(flow)}
          wasShown={flow.phases.some(({ phase, attempt }) => phase === 'asset_inventory' && attempt > 0)}
          onReopen={mayReopenMappings(flow) ? () => act(() => reopenMappings(connection, flow)) : null}
          isActing={isActing}
          listed={listed}
          frame={frame}
        />
      );
    if (step === 'Results' && flow !== null)
      return (
        <ResultsView
          connection={connection}
          flow={flow}
          workbook={workbook}
          canSave={!isInExcel}
          onWithdraw={() => withdrawal.ask(flow)}
          onMappings={(group) => steps.visit('Mapping', group)}
          frame={frame}
          onLeave={leaveTo}
        />
      );
    return frame(
      <ProgressView
        connection={connection}
        flowId={pointer.flowId}
        following={following}
        workbook={workbook}
        isActing={isActing}
        act={act}
        onDelete={() => flow !== null && deletion.ask(flow)}
        onLeave={leave}
      />,
      flow !== null && waitsWithInventory(flow) && (
        <ApplyInventory connection={connection} flow={flow} isActing={isActing} act={act} />
      ),
    );
  };

  return (
    <>
      {view()}
      {/* Beside the view, and there until they have closed: what goes while a question stands leaves the rest hidden from readers. */}
      {deletion.about !== null && (
        <DeleteImportDialog
          key={`deletion ${deletion.key}`}
          connection={connection}
          flow={flow ?? deletion.about}
          isWritten={mayHaveWritten(flow ?? deletion.about)}
          isOpen={deletion.isOpen}
          onClose={deletion.close}
          onDelete={remove}
        />
      )}
      {withdrawal.about !== null && (
        <WithdrawDialog
          key={`withdrawal ${withdrawal.key}`}
          connection={connection}
          flow={withdrawal.about}
          isOpen={withdrawal.isOpen}
          onClose={withdrawal.close}
          onWithdrawn={following.again}
        />
      )}
    </>
  );
}

/** The service knows no such flow here: it is somebody else's, or gone. */
function isMissing(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 404;
}

/** Somebody has deleted or withdrawn it: there is nothing more to ask. */
function isTakenBack({ status, withdrawal }: Flow): boolean {
  return status === 'deleted' || status === 'cancelled' || withdrawal !== null;
}

function isDeletable(flow: Flow): boolean {
  return isOpen(flow.status) && !isWithdrawing(flow);
}
