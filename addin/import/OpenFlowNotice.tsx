import { useState } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import { formatAgo } from '#shared/format.ts';
import { discoveryPhases } from '#shared/statuses.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';
import { DeleteImportDialog, standing } from './DeleteImportDialog.tsx';

interface OpenFlowProps {
  connection: PaneConnection;
  flow: ExistingFlow;
  onContinue(): void;
  onDelete(isForgetting: boolean): Promise<void>;
}

/** An import is still open for this engagement: go to it, or delete it after its impact was shown. */
export function OpenFlowNotice({ connection, flow, onContinue, onDelete }: OpenFlowProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <ErrorNotice
        intent="warning"
        title="An import is still open for this engagement"
        message={`"${flow.filename}" (${standing(flow)}) was last active ${formatAgo(flow.last_activity, Date.now())}. Your sheet was not sent.`}
        advice="Continue with that import, or delete it and import this sheet."
        actions={[
          { label: 'Continue', onClick: onContinue },
          { label: 'Delete', onClick: () => setIsAsking(true) },
        ]}
      />
      <DeleteImportDialog
        connection={connection}
        flow={flow}
        isWritten={isPastPreview(flow)}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onDelete={(isForgetting) => void onDelete(isForgetting).then(() => setIsAsking(false))}
      />
    </>
  );
}

/** Whether its inventory may be written; a flow that only shows it waits. */
function isPastPreview({ status, current_phase: phase }: ExistingFlow): boolean {
  const order: readonly string[] = discoveryPhases;
  return status !== 'waiting_for_approval' && order.indexOf(phase) >= order.indexOf('asset_inventory');
}
