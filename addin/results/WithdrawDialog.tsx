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
import { impactOfWithdrawal } from '#shared/withdrawal-impact.ts';
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
  onClose(): void;
  onWithdrawn(): void;
}

/** Says in numbers what withdrawing changes, before it is done. */
export function WithdrawDialog({ connection, flow, onClose, onWithdrawn }: WithdrawProps) {
  const styles = useStyles();
  const [isForgetting, setIsForgetting] = useState(false);
  const impactId = useId();
  const { preview, withdrawal } = useWithdrawal(connection, flow.data_import_id, onWithdrawn);
  /** Until the flow shows that it is being withdrawn. */
  const isBusy = withdrawal.isPending || withdrawal.isSuccess;
  return (
    <Dialog open onOpenChange={(_event, data) => (data.open || isBusy ? undefined : onClose())}>
      <DialogSurface aria-describedby={impactId}>
        <DialogBody>
          <DialogTitle>Withdraw the import of {flow.filename}?</DialogTitle>
          <DialogContent className={styles.content}>
            {/* Counted while the dialog is read out: it is told once it is there. */}
            <div id={impactId} role="status">
              {preview.isPending && (
                <Skeleton aria-label="Counting what would change">
                  <SkeletonItem size={96} />
                </Skeleton>
              )}
              {preview.data && (
                <ul className={styles.impact}>
                  {impactOfWithdrawal(preview.data).map((effect) => (
                    <li key={effect}>{effect}</li>
                  ))}
                </ul>
              )}
            </div>
            <ForgetTick preview={preview.data} isForgetting={isForgetting} onChange={setIsForgetting} />
            {preview.error !== null && <FailureNotice error={preview.error} safe="Nothing was withdrawn." />}
            {withdrawal.error !== null && (
              <FailureNotice
                error={withdrawal.error}
                safe={isRefused(withdrawal.error) ? 'Nothing was withdrawn.' : 'It may have been withdrawn.'}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabledFocusable={isBusy}>
              Keep it
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={!preview.data || isBusy}
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
