import { Button, makeStyles, mergeClasses, tokens, useId } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { countOf, formatDuration } from '#shared/format.ts';
import { doneWords, phasePace, sizeWords, speedWords } from '#shared/pages/pace.ts';
import { wordOf } from '#shared/field-label.ts';
import { phaseWord } from '#shared/phase-words.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useKnownNow, useLiveNow } from '../parts/use-now.ts';
import { buildTimeline, type Lane, type Stretch, type Timeline } from './timeline.ts';

/** However short a stretch is, it can be seen, also at the very end. */
const LEAST_WIDTH = tokens.spacingHorizontalSNudge;

/** No room for a bar beside the name: it goes below, with what it says. */
const NARROW = '@media (max-width: 640px)';

const useStyles = makeStyles({
  timeline: {
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    flexShrink: 0,
  },
  // All lanes share these columns, so that their bars stand on one scale.
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'auto auto minmax(4rem, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    [NARROW]: { gridTemplateColumns: '1fr auto' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    display: 'inline-block',
    boxSizing: 'border-box',
    width: tokens.spacingHorizontalM,
    height: tokens.spacingVerticalS,
    forcedColorAdjust: 'none',
  },
  lane: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  whole: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(4rem, 1fr) auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase300,
    [NARROW]: { gridTemplateColumns: '1fr auto' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  track: {
    position: 'relative',
    height: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    [NARROW]: { gridColumn: '1 / -1' },
  },
  stretch: {
    position: 'absolute',
    insetBlock: 0,
    minWidth: LEAST_WIDTH,
    boxSizing: 'border-box',
    forcedColorAdjust: 'none',
  },
  queued: {
    backgroundColor: tokens.colorNeutralStroke1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  waiting: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder2}`,
  },
  running: { backgroundColor: tokens.colorCompoundBrandBackground },
  completed: { backgroundColor: tokens.colorCompoundBrandBackground },
  failed: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    borderRight: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralForeground1}`,
  },
  stopped: { backgroundColor: tokens.colorNeutralForeground4 },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'end',
    [NARROW]: { gridColumn: '1 / -1', textAlign: 'start' },
    fontVariantNumeric: 'tabular-nums',
  },
});

const kindWords: Record<Stretch['kind'], string> = {
  queued: 'Waiting to run',
  running: 'Working',
  completed: 'Worked',
  failed: 'Failed attempt',
  stopped: 'Stopped attempt',
  waiting: 'Waiting for an analyst',
};

interface PhaseTimelineProps {
  flow: Flow;
  tasks: readonly AgentTask[];
}

/** Which phase took how long; of a flow that was over when it was opened one bar, until somebody wants to see more. */
export function PhaseTimeline({ flow, tasks }: PhaseTimelineProps) {
  const styles = useStyles();
  const isOver = flow.status === 'completed';
  const [chosen, setChosen] = useState(isOver ? null : true);
  const isOpen = chosen ?? !isOver;
  const timeline = buildTimeline(flow, tasks, useKnownNow());
  const lanesId = useId('lanes');
  return (
    <div className={styles.timeline}>
      {isOver && (
        <div className={styles.whole}>
          <span className={styles.name}>All phases</span>
          <span className={styles.track} aria-hidden>
            {!isOpen &&
              timeline.lanes.flatMap(({ phase, stretches }) =>
                stretches.map((stretch, index) => (
                  <Bar key={`${phase.phase} ${index}`} stretch={stretch} timeline={timeline} />
                )),
              )}
          </span>
          <span className={styles.facts}>{formatDuration(timeline.endMs - timeline.startMs)}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
            iconPosition="after"
            aria-expanded={isOpen}
            aria-controls={lanesId}
            onClick={() => setChosen(!isOpen)}
          >
            Details
          </Button>
        </div>
      )}
      <div id={lanesId}>{isOpen && <Lanes timeline={timeline} />}</div>
    </div>
  );
}

/** On one scale of time: queue waits grey, work solid, failed attempts red with an edge. */
function Lanes({ timeline }: { timeline: Timeline }) {
  const styles = useStyles();
  const now = useLiveNow();
  return (
    <>
      <ol className={styles.list} aria-label="Phases">
        {timeline.lanes.map((lane) => (
          <li key={lane.phase.phase} className={styles.lane}>
            <span className={styles.name}>{phaseWord(lane.phase.phase)}</span>
            <StatusBadge status={lane.status} />
            <span className={styles.track} aria-hidden>
              {lane.stretches.map((stretch, index) => (
                <Bar key={index} stretch={stretch} timeline={timeline} />
              ))}
            </span>
            <span className={styles.facts}>{describeLane(lane, now)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.legend} aria-hidden>
        {kindsOf(timeline).map((kind) => (
          <span key={kind} className={styles.key}>
            <span className={mergeClasses(styles.swatch, styles[kind])} />
            {wordOf(kindWords, kind)}
          </span>
        ))}
      </div>
    </>
  );
}

function Bar({ stretch, timeline }: { stretch: Stretch; timeline: Timeline }) {
  const styles = useStyles();
  const scale = 100 / (timeline.endMs - timeline.startMs);
  const from = Math.max(0, (stretch.fromMs - timeline.startMs) * scale);
  return (
    <span
      className={mergeClasses(styles.stretch, styles[stretch.kind])}
      style={{
        insetInlineStart: `min(${from}%, 100% - ${LEAST_WIDTH})`,
        width: `${(stretch.toMs - stretch.fromMs) * scale}%`,
      }}
    />
  );
}

/** @param now null: rate and time left are not known */
function describeLane({ phase, status, tries, runs, queuedMs, ranMs, decidedMs }: Lane, now: number | null): string {
  if (ranMs === null) return '';
  const parts = [formatDuration(ranMs)];
  if (queuedMs !== null && queuedMs >= 1_000) parts.push(`${formatDuration(queuedMs)} queued`);
  if (decidedMs >= 1_000) parts.push(`${formatDuration(decidedMs)} waiting for an analyst`);
  if (phase.rows_total > 0 && phase.rows_done > 0)
    parts.push(phase.rows_done === phase.rows_total ? sizeWords(phase) : doneWords(phase));
  const pace = now === null || status !== 'running' ? null : phasePace(phase, now);
  if (pace !== null) parts.push(speedWords(phase, pace));
  if (runs > 1) parts.push(countOf(runs, 'run'));
  if (tries > 1) parts.push(countOf(tries, 'attempt'));
  return parts.filter((part) => part !== '').join(' · ');
}

function kindsOf(timeline: Timeline): Stretch['kind'][] {
  return [...new Set(timeline.lanes.flatMap((lane) => lane.stretches.map((stretch) => stretch.kind)))];
}
