import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { countOf } from '#shared/format.ts';
import { READY_FROM } from '#shared/limits.ts';
import { Tick } from '../shell/Tick.tsx';
import { beforeApproval } from './before-approval.ts';
import { MappingStep } from './MappingStep.tsx';
import { doubledTargets, readyToApprove, type ReviewGroup } from './review-state.ts';
import { useMappingReview } from './use-mapping-review.ts';

const useStyles = makeStyles({
  approval: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  act: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  count: { whiteSpace: 'nowrap' },
  said: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 'min-content' },
  button: { flexShrink: 0, maxWidth: '100%' },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

interface MappingViewProps {
  connection: PaneConnection;
  dataImportId: string;
  /** Whether decisions can still be made. */
  isOpen: boolean;
  /** Whether its changes were shown before, so that they are to be shown again. */
  wasShown: boolean;
  /** Lets them be made again where they can; null: what was decided stays. */
  onReopen: (() => void) | null;
  /** What of the columns is listed first; null: all. */
  listed: ReviewGroup | null;
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
}

/** The mapping step with its one button: first approve what is ready, then approve and continue. */
export function MappingView({ connection, dataImportId, isOpen, wasShown, onReopen, listed, frame }: MappingViewProps) {
  const styles = useStyles();
  const { mayChange } = useAccess();
  const [isPreviewed, setIsPreviewed] = useState(wasShown);
  const [threshold, setThreshold] = useState(READY_FROM);
  const [group, setGroup] = useState<ReviewGroup | null>(listed);
  const state = useMappingReview(connection, dataImportId);
  const mappings = state.mappings ?? [];
  const ready = readyToApprove(mappings, threshold);
  const approved = mappings.filter((mapping) => mapping.status === 'approved').length;
  const isConflicted = doubledTargets(mappings, state.fields).size > 0;
  const step = (
    <MappingStep
      state={state}
      isOpen={isOpen}
      mayBeReopened={onReopen !== null}
      threshold={threshold}
      onThreshold={setThreshold}
      group={group}
      onGroup={setGroup}
    />
  );
  if (state.mappings === null) return frame(step);
  if (!isOpen && onReopen === null) return frame(step);
  if (!mayChange) return frame(step, <Text size={200}>{LOOK_ONLY}</Text>);
  if (!isOpen)
    return frame(
      step,
      <>
        <Text size={200}>Nothing is written yet.</Text>
        <Button onClick={() => onReopen?.()}>Change mappings</Button>
      </>,
    );
  return frame(
    step,
    ready.length > 0 ? (
      <>
        <Text size={200}>
          {approved} of {countOf(mappings.length, 'column')} approved
        </Text>
        <Button
          appearance="primary"
          disabledFocusable={state.isBusy}
          onClick={() => void state.change(ready.map((mapping) => ({ id: mapping.id, status: 'approved' as const })))}
        >
          Approve {ready.length} ready
        </Button>
      </>
    ) : (
      <div className={styles.approval}>
        {beforeApproval(mappings, state.fields).map(({ text, group: of }) => (
          <Text key={text} size={200} className={styles.warning}>
            {text}{' '}
            {of !== null && of !== group && (
              <Link inline className={styles.link} onClick={() => setGroup(of)}>
                Show them
              </Link>
            )}
          </Text>
        ))}
        <Tick
          checked={isPreviewed}
          onChange={(_event, { checked }) => setIsPreviewed(checked === true)}
          label="Show the changes before they are written"
        />
        <div className={styles.act}>
          <Text size={200} className={styles.said}>
            <span className={styles.count}>{approved} approved,</span>{' '}
            <span className={styles.count}>{mappings.length - approved} to be left out</span>
          </Text>
          <Button
            className={styles.button}
            appearance="primary"
            disabled={isConflicted}
            disabledFocusable={state.isBusy}
            onClick={() => void state.approve({ previewInventory: isPreviewed })}
          >
            Approve and continue
          </Button>
        </div>
      </div>
    ),
  );
}
