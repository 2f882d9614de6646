import { useState } from 'react';
import { impactOfWithdrawal } from '#shared/pages/withdrawal-impact.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { actWords } from './flow-acts.ts';
import type { ActDialogProps } from './FlowActs.tsx';
import { ForgetChoice } from './ForgetChoice.tsx';
import { useWithdrawal } from './use-flow-acts.ts';

/** Says in numbers what withdrawing changes, before it is done. */
export function WithdrawDialog({ address, flow, close, report }: ActDialogProps) {
  const [isForgetting, setIsForgetting] = useState(false);
  const { preview, withdrawal } = useWithdrawal(address, flow.data_import_id);
  const { title, confirmLabel, busyLabel } = actWords.withdraw;
  return (
    <ConfirmDialog
      isDestructive
      title={title(flow.filename)}
      impact={preview.data === undefined ? [] : impactOfWithdrawal(preview.data)}
      confirmLabel={confirmLabel}
      busyLabel={busyLabel}
      isBusy={withdrawal.isPending}
      isUnready={preview.data === undefined}
      failure={preview.error ?? withdrawal.error}
      confirm={() => {
        if (preview.data !== undefined) withdrawal.mutate(isForgetting, { onSuccess: report });
      }}
      close={close}
    >
      {preview.isPending && <TableSkeleton rows={3} label="Counting what would change" />}
      <ForgetChoice preview={preview.data} isForgetting={isForgetting} onChange={setIsForgetting} />
    </ConfirmDialog>
  );
}
