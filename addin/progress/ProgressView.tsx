import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { sheetOrigin } from '#shared/cell-address.ts';
import { recordText } from '#shared/records-text.ts';
import { FindingList } from '../findings/FindingList.tsx';
import { useStoredImport } from '../import/use-stored-import.ts';
import { InventoryPreview } from '../results/InventoryPreview.tsx';
import type { WorkbookPort } from '../workbook/workbook-port.ts';
import { waitsWithInventory } from './ApplyInventory.tsx';
import { ProgressStep } from './ProgressStep.tsx';
import { reopenMappings } from './reopen-mappings.ts';
import type { StandingActions } from './StandingNotice.tsx';
import type { FlowState } from './use-flow.ts';

interface ProgressViewProps extends Pick<StandingActions, 'isActing' | 'onDelete' | 'onLeave'> {
  connection: PaneConnection;
  flowId: string;
  following: FlowState;
  workbook: WorkbookPort | null;
  /** Says so when what was asked for cannot be done. */
  act(work: () => Promise<unknown>): void;
}

/** The progress of a flow with what was found so far, and with the inventory it may wait with. */
export function ProgressView({ connection, flowId, following, workbook, act, ...actions }: ProgressViewProps) {
  const { flow } = following;
  const onResume = (): void =>
    act(() => fetchEndpoint(connection, endpoints.resumeFlow, { params: { flow_id: flowId } }));
  const onReopen = (): void => {
    if (flow !== null) act(() => reopenMappings(connection, flow));
  };
  const record = flow?.error?.row_number ?? null;
  const stored = useStoredImport(connection, flow?.data_import_id, record !== null);
  const failedAt =
    record === null || stored.isLoading ? null : recordText(record, sheetOrigin(stored.data ?? {})?.headerRow ?? null);
  return (
    <ProgressStep
      state={following}
      failedAt={failedAt}
      preview={flow !== null && waitsWithInventory(flow) && <InventoryPreview connection={connection} flow={flow} />}
      actions={{ ...actions, onResume, onReopen }}
    >
      <FindingList connection={connection} flow={flow} workbook={workbook} />
    </ProgressStep>
  );
}
