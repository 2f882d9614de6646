import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  useId,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSafeStart } from '#shared/pages/use-safe-start.ts';
import { FailureNotice } from './FailureNotice.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  impact: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  destructive: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});

interface ConfirmDialogProps {
  title: string;
  /** What the act does, in numbers, one effect each. */
  impact: readonly string[];
  confirmLabel: string;
  busyLabel: string;
  isBusy: boolean;
  failure: unknown;
  confirm: () => void;
  close: () => void;
  /** Whether it cannot be confirmed yet: its impact is still being counted. */
  isUnready?: boolean;
  /** Whether what it does cannot be taken back. */
  isDestructive?: boolean;
  /** What more can be said or chosen about the act. */
  children?: ReactNode;
}

/** Names what an act will do before it is done; Cancel has the focus first. A refusal is shown here, where the act was asked for. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const styles = useStyles();
  const { isBusy, close } = props;
  const impactId = useId('impact');
  const cancel = useSafeStart();
  const isDisabled = isBusy || props.isUnready === true;
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_event, { open }) => {
        if (!open && !isBusy) close();
      }}
    >
      <DialogSurface aria-describedby={impactId}>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <ul className={styles.impact} id={impactId}>
              {props.impact.map((effect) => (
                <li key={effect}>{effect}</li>
              ))}
            </ul>
            {props.children}
            {props.failure !== null && <FailureNotice failure={props.failure} />}
          </DialogContent>
          <DialogActions>
            <Button ref={cancel} onClick={close} disabledFocusable={isBusy}>
              Cancel
            </Button>
            <Button
              appearance="primary"
              className={props.isDestructive && !isDisabled ? styles.destructive : undefined}
              disabledFocusable={isDisabled}
              onClick={props.confirm}
            >
              {isBusy ? props.busyLabel : props.confirmLabel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
