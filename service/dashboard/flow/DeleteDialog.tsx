import { useState } from 'react';
import { isOpen } from '#shared/statuses.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { impactOfAct, wordsOfAct } from './flow-acts.ts';
import type { ActDialogProps } from './FlowActs.tsx';
import { ForgetChoice } from './ForgetChoice.tsx';
import { useDeletion, useWithdrawalPreview } from './use-flow-acts.ts';

/** Says what deleting the flow ends, if anything, and what it keeps; what was learned from the import is kept unless it is to be forgotten. */
export function DeleteDialog({ address, flow, close, report }: ActDialogProps) {
  const [isForgetting, setIsForgetting] = useState(false);
  const preview = useWithdrawalPreview(address, flow.data_import_id);
  const isEnding = isOpen(flow.status);
  const deletion = useDeletion(address, isEnding);
  const { title, confirmLabel, busyLabel } = wordsOfAct('delete', flow);
  return (
    <ConfirmDialog
      isDestructive={isEnding}
      title={title(flow.filename)}
      impact={impactOfAct('delete', flow, address)}
      confirmLabel={confirmLabel}
      busyLabel={busyLabel}
      isBusy={deletion.isPending}
      isUnready={preview.isPending}
      failure={deletion.error}
      confirm={() => deletion.mutate(isForgetting, { onSuccess: report })}
      close={close}
    >
      <ForgetChoice preview={preview.data} isForgetting={isForgetting} onChange={setIsForgetting} />
    </ConfirmDialog>
  );
}
