import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { LOOK_ONLY, useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { doubledTargets } from '#shared/doubled-targets.ts';
import { countOf } from '#shared/format.ts';
import { READY_FROM } from '#shared/limits.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { Tick } from '../shell/Tick.tsx';
import { beforeApproval } from './before-approval.ts';
import { MappingStep } from './MappingStep.tsx';
import { groupOf, readyToApprove, type ReviewGroup } from './review-state.ts';
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
  /** Something was asked of the flow that it does not show yet. */
  isActing: boolean;
  /** What of the columns is listed first; null: all. */
  listed: ReviewGroup | null;
  frame(body: ReactNode, footer?: ReactNode): ReactNode;
}

/** The mapping step with its one button: first approve what is ready, then continue. It opens on what is to be reviewed. */
export function MappingView({
  connection,
  dataImportId,
  isOpen,
  wasShown,
  onReopen,
  isActing,
  listed,
  frame,
}: MappingViewProps) {
  const styles = useStyles();
  const { mayChange } = useAccess();
  const [isPreviewed, setIsPreviewed] = useState(wasShown);
  const [threshold, setThreshold] = useState(READY_FROM);
  // Undefined: nobody has chosen yet, and the columns are not read.
  const [chosen, setGroup] = useState<ReviewGroup | null | undefined>(listed ?? undefined);
  const state = useMappingReview(connection, dataImportId);
  const mappings = state.mappings ?? [];
  if (chosen === undefined && state.mappings !== null)
    setGroup(isOpen && hasAny(state.mappings, 'review', threshold) ? 'review' : null);
  const group = chosen ?? null;
  const ready = readyToApprove(mappings, threshold);
  const approveReady = async (): Promise<void> => {
    // What is approved goes out of sight of a filter; without anything left in it, all are shown.
    const others = mappings.filter((mapping) => !ready.includes(mapping));
    const isEmptied = group !== null && group !== 'approved' && !hasAny(others, group, threshold);
    const isDone = await state.change(ready.map((mapping) => ({ id: mapping.id, status: 'approved' as const })));
    if (isDone && isEmptied) setGroup((now) => (now === group ? null : now));
  };
  const isUndecided = mappings.some(({ status, target_field: field }) => status === 'suggested' && field !== null);
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
        <Button disabledFocusable={isActing} onClick={() => onReopen?.()}>
          Change mappings
        </Button>
      </>,
    );
  return frame(
    step,
    ready.length > 0 ? (
      <>
        <Text size={200}>
          {approved} of {countOf(mappings.length, 'column')} approved
        </Text>
        <Button appearance="primary" disabledFocusable={state.isBusy} onClick={() => void approveReady()}>
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
            {isUndecided ? 'Approve and continue' : 'Continue'}
          </Button>
        </div>
      </div>
    ),
  );
}

function hasAny(mappings: readonly FieldMapping[], group: ReviewGroup, threshold: number): boolean {
  return mappings.some((mapping) => groupOf(mapping, { threshold }) === group);
}
