import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { impactOfWithdrawal } from '#shared/pages/withdrawal-impact.ts';
import { useSafeStart } from '#shared/pages/use-safe-start.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { isRefused } from '../import/is-refused.ts';
import { ForgetTick } from '../import/ForgetTick.tsx';
import { useWithdrawal } from './use-withdrawal.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  impact: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface WithdrawProps {
  connection: PaneConnection;
  flow: Flow;
  isOpen: boolean;
  onClose(): void;
  onWithdrawn(): void;
}

/** Says in numbers what withdrawing changes, before it is done. */
export function WithdrawDialog({ connection, flow, isOpen, onClose, onWithdrawn }: WithdrawProps) {
  const styles = useStyles();
  const [isForgetting, setIsForgetting] = useState(false);
  const impactId = useId();
  const keep = useSafeStart(isOpen);
  const { preview, withdrawal } = useWithdrawal(connection, {
    dataImportId: flow.data_import_id,
    isOpen,
    onWithdrawn,
  });
  /** What was counted for a question before is no answer to this one. */
  const counted = preview.isSuccess && !preview.isFetching ? preview.data : undefined;
  /** Until the flow shows that it is being withdrawn. */
  const isBusy = withdrawal.isPending || withdrawal.isSuccess;
  return (
    <Dialog open={isOpen} onOpenChange={(_event, data) => (data.open || isBusy ? undefined : onClose())}>
      <DialogSurface aria-describedby={impactId}>
        <DialogBody>
          <DialogTitle>Withdraw the import of {flow.filename}?</DialogTitle>
          <DialogContent className={styles.content}>
            {/* Counted while the dialog is read out: it is told once it is there. */}
            <div id={impactId} role="status">
              {preview.isFetching && (
                <Skeleton aria-label="Counting what would change">
                  <SkeletonItem size={96} />
                </Skeleton>
              )}
              {counted && (
                <ul className={styles.impact}>
                  {impactOfWithdrawal(counted).map((effect) => (
                    <li key={effect}>{effect}</li>
                  ))}
                </ul>
              )}
            </div>
            <ForgetTick preview={counted} isForgetting={isForgetting} onChange={setIsForgetting} />
            {preview.isError && !preview.isFetching && (
              <FailureNotice error={preview.error} safe="Nothing was withdrawn." />
            )}
            {withdrawal.error !== null && (
              <FailureNotice
                error={withdrawal.error}
                safe={isRefused(withdrawal.error) ? 'Nothing was withdrawn.' : 'It may have been withdrawn.'}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button ref={keep} onClick={onClose} disabledFocusable={isBusy}>
              Keep it
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={!counted || isBusy}
              onClick={() => withdrawal.mutate(isForgetting)}
            >
              Withdraw the import
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
