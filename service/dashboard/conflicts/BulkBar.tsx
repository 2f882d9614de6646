import {
  Button,
  makeStyles,
  Text,
  Toast,
  Toaster,
  ToastTitle,
  tokens,
  useId,
  useRestoreFocusTarget,
  useToastController,
} from '@fluentui/react-components';
import { useContext, useState } from 'react';
import { countOf, formatNumber } from '#shared/format.ts';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import type { Tenant } from '../session/session-context.ts';
import { Announce, useAnnounced } from '../parts/use-announced.ts';
import { decidedBy, type BulkAction } from './bulk-decision.ts';
import { BulkDialog } from './BulkDialog.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: tokens.spacingVerticalXXXL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface BulkBarProps {
  tenant: Tenant;
  /** The conflicts that are selected. */
  cases: readonly HeldCase[];
  /** Whether there are none to select. */
  isEmpty: boolean;
  clear: () => void;
}

/** What can be decided on all selected conflicts at once. */
export function BulkBar({ tenant, cases, isEmpty, clear }: BulkBarProps) {
  const styles = useStyles();
  const [asked, setAsked] = useState<BulkAction | null>(null);
  const restore = useRestoreFocusTarget();
  const toasterId = useId('decided');
  const announce = useContext(Announce);
  const { dispatchToast } = useToastController(toasterId);
  useAnnounced(
    String(cases.length),
    cases.length === 0 ? 'No conflict selected' : `${countOf(cases.length, 'conflict')} selected`,
  );
  const mergeable = decidedBy('merge', cases).length;
  return (
    <>
      {!(isEmpty && cases.length === 0) && (
        <div className={styles.bar} role="group" aria-label="Decide on selected conflicts" tabIndex={-1}>
          {cases.length === 0 ? (
            <Text size={200} className={styles.quiet}>
              Open a conflict to decide on it, or select several to decide on them at once.
            </Text>
          ) : (
            <>
              <Text weight="semibold">{countOf(cases.length, 'conflict')} selected</Text>
              <Button {...restore} size="small" onClick={() => setAsked('create')}>
                New assets
              </Button>
              <Button {...restore} size="small" disabledFocusable={mergeable === 0} onClick={() => setAsked('merge')}>
                Merge {mergeable > 0 && `${formatNumber(mergeable)} `}into the only candidate
              </Button>
              <Button size="small" appearance="subtle" onClick={clear}>
                Clear
              </Button>
            </>
          )}
        </div>
      )}
      {asked !== null && (
        <BulkDialog
          tenant={tenant}
          action={asked}
          cases={cases}
          close={() => setAsked(null)}
          report={(decided) => {
            setAsked(null);
            clear();
            dispatchToast(
              <Toast>
                <ToastTitle>{countOf(decided, 'conflict')} decided</ToastTitle>
              </Toast>,
              { intent: 'success' },
            );
          }}
        />
      )}
      <Toaster toasterId={toasterId} position="bottom-end" announce={announce} />
    </>
  );
}
