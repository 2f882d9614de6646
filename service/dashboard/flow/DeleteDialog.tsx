import { useState } from 'react';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { actWords, impactOfAct } from './flow-acts.ts';
import type { ActDialogProps } from './FlowActs.tsx';
import { ForgetChoice } from './ForgetChoice.tsx';
import { useDeletion, useWithdrawalPreview } from './use-flow-acts.ts';

/** Says what deleting the flow ends and what it keeps; what was learned from the import is kept unless it is to be forgotten. */
export function DeleteDialog({ address, flow, close, report }: ActDialogProps) {
  const [isForgetting, setIsForgetting] = useState(false);
  const preview = useWithdrawalPreview(address, flow.data_import_id);
  const deletion = useDeletion(address);
  const { title, confirmLabel, busyLabel } = actWords.delete;
  return (
    <ConfirmDialog
      isDestructive
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
