import {
  Field,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  HourglassHalfRegular,
  PersonClockRegular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { ownDirection } from '#shared/own-direction.ts';
import type { FlowPhaseView } from '#shared/schemas/flow.schema.ts';
import { serverNow } from '#shared/server-clock.ts';
import type { FlowStatus, PhaseStatus } from '#shared/statuses.ts';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import { formatWord } from '#shared/field-label.ts';
import { countOf, formatDuration } from '#shared/format.ts';
import { doneWords, phasePace, sizeWords, speedWords } from '#shared/pages/pace.ts';
import { phaseWord } from '#shared/phase-words.ts';
import { progressOf } from '../shell/progress-of.ts';
import { StandingNotice, type StandingActions } from './StandingNotice.tsx';
import type { FlowState } from './use-flow.ts';

const icons: Readonly<Record<PhaseStatus, FluentIcon>> = {
  not_started: CircleRegular,
  queued: HourglassHalfRegular,
  running: HourglassHalfRegular,
  waiting: PersonClockRegular,
  completed: CheckmarkCircleFilled,
  failed: DismissCircleFilled,
};

const useStyles = makeStyles({
  line: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  phase: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  icon: { fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  active: { color: tokens.colorBrandForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  detail: { display: 'block', color: tokens.colorNeutralForeground3 },
});

interface ProgressProps {
  state: FlowState;
  /** The row it failed at, `row 3`; null: at none, or nobody knows which. */
  failedAt: string | null;
  actions: StandingActions;
  /** What would become of the inventory, while the flow waits with it. */
  preview?: ReactNode;
  /** What was found so far. */
  children?: ReactNode;
}

/** The phases as a line: done with its duration, running with bar, rate and time left, waiting with what it waits for. */
export function ProgressStep({ state, failedAt, actions, preview, children }: ProgressProps) {
  const styles = useStyles();
  const { flow, trouble, error } = state;
  const isStale = trouble !== null;
  const isMoving = flow?.status === 'running' || flow?.status === 'initialized';
  const now = useNow(isMoving && !isStale);
  if (error !== null)
    return (
      <FailureNotice
        error={error}
        safe="What was stored stays stored."
        actions={[{ label: 'Back to the sheet', onClick: () => actions.onLeave() }]}
      />
    );
  if (flow === null) {
    return isStale ? (
      <NoAnswer trouble={trouble} safe="Nothing is known of the import yet. It does not need this pane." />
    ) : (
      <Skeleton aria-label="Reading the flow">
        <SkeletonItem size={64} />
      </Skeleton>
    );
  }
  // What waits for somebody stands above the phases, in sight without scrolling.
  const notice = <StandingNotice flow={flow} failedAt={failedAt} actions={actions} now={now} />;
  return (
    <>
      {isStale && (
        <NoAnswer trouble={trouble} safe="What you see is of the last answer. The import does not need this pane." />
      )}
      <Text size={200} style={{ overflowWrap: 'anywhere' }}>
        {ownDirection(flow.filename)}
        {flow.sheet_name ? ` · ${ownDirection(flow.sheet_name)}` : ''} · {countOf(flow.total_records, 'row')}
      </Text>
      {!isMoving && notice}
      {preview}
      <Field label={`${Math.floor(flow.progress_percentage)} % done`}>
        <ProgressBar
          value={flow.progress_percentage}
          max={100}
          aria-valuetext={`${Math.floor(flow.progress_percentage)} % done`}
          color={flow.status === 'failed' ? 'error' : 'brand'}
        />
      </Field>
      <ol className={styles.line} aria-label="Phases">
        {flow.phases.map((phase) => (
          <Phase key={phase.phase} phase={phase} isStale={isStale} isEnded={isEnded(flow.status)} />
        ))}
      </ol>
      {isMoving && notice}
      {children}
    </>
  );
}

function NoAnswer({ trouble, safe }: { trouble: 'lost' | 'busy'; safe: string }) {
  return (
    <ErrorNotice
      intent="warning"
      title={trouble === 'busy' ? 'The service is busy' : 'The connection is lost'}
      message={safe}
      advice={
        trouble === 'busy'
          ? 'It takes no more requests for now, and is asked again by itself.'
          : 'It is shown again as soon as the service answers.'
      }
    />
  );
}

interface PhaseProps {
  phase: FlowPhaseView;
  /** The last poll failed: of what moved since nothing is known. */
  isStale: boolean;
  /** The flow was deleted or withdrawn: it waits for nothing any more. */
  isEnded: boolean;
}

const isEnded = (status: FlowStatus): boolean => status === 'deleted' || status === 'cancelled';

function Phase({ phase, isStale, isEnded }: PhaseProps) {
  const styles = useStyles();
  const now = useNow(phase.status === 'running' && !isStale);
  const Icon = Object.hasOwn(icons, phase.status) ? icons[phase.status] : CircleRegular;
  const isActive = phase.status === 'running' || phase.status === 'waiting' || phase.status === 'queued';
  return (
    <li className={styles.phase}>
      <Icon
        className={mergeClasses(
          styles.icon,
          phase.status === 'completed' && styles.done,
          isActive && styles.active,
          phase.status === 'failed' && styles.failed,
        )}
        aria-hidden
      />
      <div>
        <Text weight={isActive ? 'semibold' : 'regular'}>{phaseWord(phase.phase)}</Text>
        <Text size={200} className={styles.detail}>
          {isEnded && isWaiting(phase) ? 'Not done' : detailOf(phase, isStale ? null : now)}
        </Text>
        {phase.status === 'running' && (
          <ProgressBar
            aria-label={phaseWord(phase.phase)}
            {...progressOf(phase.rows_done, phase.rows_total, doneWords(phase))}
          />
        )}
      </div>
    </li>
  );
}

const isWaiting = ({ status }: FlowPhaseView): boolean => status === 'waiting' || status === 'queued';

/** @param now null: rate and time left are not known */
function detailOf(phase: FlowPhaseView, now: number | null): string {
  const startedAt = phase.started_at === null ? (now ?? 0) : Date.parse(phase.started_at);
  const again = phase.attempt > 1 ? ` · run ${phase.attempt}` : '';
  switch (phase.status) {
    case 'not_started':
      return 'Not started';
    case 'queued':
      return `Waiting for a worker${again}`;
    case 'waiting':
      return phase.phase === 'asset_inventory'
        ? 'Waiting for you to apply the changes'
        : 'Waiting for you to review the mappings';
    case 'failed':
      return `Failed${again}`;
    case 'completed':
      return (
        [
          phase.finished_at === null ? '' : `Done in ${formatDuration(Date.parse(phase.finished_at) - startedAt)}`,
          sizeWords(phase),
        ]
          .filter((part) => part !== '')
          .join(' · ') + again
      );
    case 'running': {
      const speed = now === null ? null : phasePace(phase, now);
      return doneWords(phase) + (speed === null ? '' : ` · ${speedWords(phase, speed)}`) + again;
    }
    default:
      return formatWord(phase.status) + again;
  }
}

/** The present time of the service, moving once a second while something runs. */
function useNow(isMoving: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, [isMoving]);
  return now;
}
