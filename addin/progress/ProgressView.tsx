import { Button, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FindingList, phasesDone } from '../findings/FindingList.tsx';
import { InventoryPreview } from '../results/InventoryPreview.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';
import { ProgressStep } from './ProgressStep.tsx';
import type { StandingActions } from './StandingNotice.tsx';
import type { FlowState } from './use-flow.ts';

interface ProgressViewProps {
  connection: PaneConnection;
  flowId: string;
  following: FlowState;
  workbook: WorkbookPort | null;
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
  /** Says so when what was asked for cannot be done. */
  act(work: Promise<unknown>): void;
  onDelete: StandingActions['onDelete'];
  onLeave: StandingActions['onLeave'];
}

/** The progress step; of an inventory that is shown and not written yet, its one button writes it. */
export function ProgressView({
  connection,
  flowId,
  following,
  workbook,
  frame,
  act,
  onDelete,
  onLeave,
}: ProgressViewProps) {
  const { mayChange } = useAccess();
  const { flow } = following;
  const params = { flow_id: flowId };
  const isPreviewed = flow !== null && waitsWithInventory(flow);
  return frame(
    <ProgressStep
      state={following}
      preview={isPreviewed && <InventoryPreview connection={connection} flow={flow} />}
      actions={{
        onResume: () => act(fetchEndpoint(connection, endpoints.resumeFlow, { params })),
        onDelete,
        onLeave,
      }}
    >
      <FindingList connection={connection} flowId={flowId} workbook={workbook} phasesDone={phasesDone(flow)} />
    </ProgressStep>,
    isPreviewed && (
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

function waitsWithInventory({ status, current_phase: phase }: Flow): boolean {
  return status === 'waiting_for_approval' && phase === 'asset_inventory';
}
