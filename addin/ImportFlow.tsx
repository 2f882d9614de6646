import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  Tooltip,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from './connect/use-connection.ts';
import { FindingList, phasesDone } from './findings/FindingList.tsx';
import { MappingView } from './mapping/MappingView.tsx';
import { ProgressStep } from './progress/ProgressStep.tsx';
import { useFlow } from './progress/use-flow.ts';
import { isApproved, reachedSteps } from './reached-steps.ts';
import { InventoryPreview } from './results/InventoryPreview.tsx';
import { ResultsStep } from './results/ResultsStep.tsx';
import { FileDrop } from './sheet/FileDrop.tsx';
import { SheetView } from './sheet/SheetView.tsx';
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
  const [pointer, setPointer] = useState<FlowPointer | null>(null);
  const [visited, setVisited] = useState<StepName | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const following = useFlow(connection, pointer?.flowId ?? null);
  useEffect(() => {
    let isCurrent = true;
    void workbook?.recallFlow().then((kept) => {
      if (isCurrent && kept !== null) setPointer(kept);
    });
    return () => {
      isCurrent = false;
    };
  }, [workbook]);

  const follow = (next: FlowPointer | null): void => {
    setPointer(next);
    setVisited(null);
    setFailure(null);
    workbook?.rememberFlow(next).catch(setFailure);
  };
  const act = (work: Promise<unknown>, then?: () => void): void => void work.then(then, setFailure);
  const leave = (): void => follow(null);

  const { flow } = following;
  const reached = reachedSteps(pointer === null ? 'none' : flow);
  const current = reached.at(-1) ?? 'Sheet';
  const step = visited !== null && reached.includes(visited) ? visited : current;
  const frame = (body: ReactNode, footer?: ReactNode): ReactNode => (
    <Shell
      step={step}
      reached={reached}
      onStep={setVisited}
      context={<Context connection={connection} onClick={onReconsider} />}
      menu={<PaneMenu onDisconnect={onDisconnect} onNew={pointer === null ? null : leave} />}
      footer={footer}
    >
      {failure !== null && <FailureNotice error={failure} safe="Your rows are stored." />}
      {body}
    </Shell>
  );

  if (pointer === null) {
    if (workbook === null && !isInExcel) return frame(<FileDrop onOpen={onOpenFile} />);
    if (workbook === null) return frame(null);
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
        frame={frame}
      />
    );
  if (step === 'Results' && flow !== null) {
    return frame(
      <ResultsStep connection={connection} flow={flow} workbook={workbook} onWithdrawn={following.again} />,
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
        onApply: () => act(fetchEndpoint(connection, endpoints.applyInventory, { params })),
        onDelete: () => act(fetchEndpoint(connection, endpoints.deleteFlow, { params }), leave),
        onLeave: leave,
      }}
    >
      <FindingList connection={connection} flowId={pointer.flowId} workbook={workbook} phasesDone={phasesDone(flow)} />
    </ProgressStep>,
  );
}

/** Whether the flow waits with an inventory that is shown and not written. */
function isShown({ status, current_phase: phase }: Flow): boolean {
  return status === 'waiting_for_approval' && phase === 'asset_inventory';
}

const useStyles = makeStyles({
  pill: {
    maxWidth: '100%',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    display: 'block',
  },
});

function Context({ connection, onClick }: { connection: PaneConnection; onClick: () => void }) {
  const styles = useStyles();
  const words = `${connection.clientAccountId} • ${connection.engagementId}`;
  return (
    <Tooltip content={`${words}: change client or engagement`} relationship="label">
      <Button className={styles.pill} size="small" shape="circular" onClick={onClick}>
        {words}
      </Button>
    </Tooltip>
  );
}

function PaneMenu({ onDisconnect, onNew }: { onDisconnect(): void; onNew: (() => void) | null }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Menu" relationship="label">
          <Button appearance="subtle" size="small" icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {onNew && <MenuItem onClick={onNew}>Start with another sheet</MenuItem>}
          <MenuItem onClick={() => window.open('/dashboard/', '_blank', 'noopener')}>Open the dashboard</MenuItem>
          <MenuItem onClick={onDisconnect}>Disconnect and forget the key</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
