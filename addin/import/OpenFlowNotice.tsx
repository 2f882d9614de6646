import { useState } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import { formatAgo } from '#shared/format.ts';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import { discoveryPhases } from '#shared/statuses.ts';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';
import { DeleteImportDialog, standing } from './DeleteImportDialog.tsx';

interface OpenFlowProps {
  flow: ExistingFlow;
  onContinue(): void;
  onDelete(): Promise<void>;
}

/** An import is still open for this engagement: go to it, or delete it after its impact was shown. */
export function OpenFlowNotice({ flow, onContinue, onDelete }: OpenFlowProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <ErrorNotice
        intent="warning"
        title="An import is still open for this engagement"
        message={`"${flow.filename}" (${standing(flow)}) was last active ${formatAgo(flow.last_activity, Date.now())}. Your sheet was not sent.`}
        advice={
          isWithdrawing(flow)
            ? 'It is being withdrawn. Continue with it, and import this sheet when it is done.'
            : 'Continue with that import, or delete it and import this sheet.'
        }
        actions={[
          { label: 'Continue', onClick: onContinue },
          ...(isWithdrawing(flow) ? [] : [{ label: 'Delete', onClick: () => setIsAsking(true) }]),
        ]}
      />
      <DeleteImportDialog
        flow={flow}
        isWritten={isPastPreview(flow)}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onDelete={() => void onDelete().then(() => setIsAsking(false))}
      />
    </>
  );
}

/** Whether its inventory may be written; a flow that only shows it waits. */
function isPastPreview({ status, current_phase: phase }: ExistingFlow): boolean {
  const order: readonly string[] = discoveryPhases;
  return status !== 'waiting_for_approval' && order.indexOf(phase) >= order.indexOf('asset_inventory');
}
