import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FlowStatus } from '#shared/statuses.ts';
import { countOf, formatDuration, formatNumber } from '#shared/format.ts';
import { doneWords, leftWords, phasePace, speedWords } from '#shared/pages/pace.ts';
import { quietMs } from '#shared/pages/quiet-flow.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { phaseWord } from '#shared/phase-words.ts';
import { Progress } from '../parts/Progress.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { shownStatus, waitsFor } from '../parts/format.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useKnownNow, useLiveNow } from '../parts/use-now.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { addressOf, useView, type View } from '../shell/location.ts';
import { NARROW_TABLE, PHONE_TABLE, useMediaQuery } from '../shell/use-media-query.ts';
import type { TenantFlow } from './merge-flows.ts';

const useStyles = makeStyles({
  twoLines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Names of one series differ at their end.
  file: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    [`@media ${NARROW_TABLE}`]: { WebkitLineClamp: 4 },
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  second: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  quiet: { color: tokens.colorStatusWarningForeground3, fontSize: tokens.fontSizeBase200 },
});

interface FlowsTableProps {
  items: readonly TenantFlow[];
  loadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

export function FlowsTable({ items, loadMore, isLoadingMore }: FlowsTableProps) {
  const { client, engagement, status, search } = useView();
  return (
    <VirtualTable
      label={`${countOf(items.length, 'flow')}${loadMore ? ' and more' : ''}, newest first`}
      columns={columns}
      items={items}
      keyOf={({ flow }) => flow.flow_id}
      loadMore={loadMore}
      isLoadingMore={isLoadingMore}
      place={JSON.stringify(['flows', client, engagement, status, search])}
    />
  );
}

const columns: readonly TableColumn<TenantFlow>[] = [
  {
    key: 'status',
    header: 'Status',
    track: '10.5rem',
    narrowTrack: '10rem',
    cell: ({ flow }) => <StatusBadge status={shownStatus(flow.status)} word={waitsFor(flow)} />,
  },
  {
    key: 'file',
    header: 'File and sheet',
    track: 'minmax(9rem, 2fr)',
    narrowTrack: 'minmax(7rem, 2fr)',
    cell: (item) => <FileCell item={item} />,
  },
  {
    key: 'tenant',
    header: 'Client, engagement',
    track: 'minmax(8rem, 1fr)',
    narrowTrack: 'minmax(6rem, 1fr)',
    isLeftOutOnPhones: true,
    cell: ({ tenant }) => <TwoLines first={tenant.clientAccountId} second={tenant.engagementId} />,
  },
  {
    key: 'phase',
    header: 'Phase',
    track: 'minmax(9rem, 1fr)',
    narrowTrack: 'minmax(7.75rem, 1fr)',
    cell: ({ flow }) => <PhaseCell flow={flow} />,
  },
  {
    key: 'rows',
    header: 'Rows',
    track: '5rem',
    isNumber: true,
    isOptional: true,
    cell: ({ flow }) => formatNumber(flow.total_records),
  },
  {
    key: 'who',
    header: 'Started by',
    track: 'minmax(7rem, 0.8fr)',
    isOptional: true,
    cell: ({ flow }) => <TwoLines first={flow.created_by} />,
  },
  {
    key: 'started',
    header: 'Started',
    track: '6rem',
    narrowTrack: '5.5rem',
    cell: ({ flow }) => <RelativeTime iso={flow.created_at} />,
  },
];

function PhaseCell({ flow }: { flow: Flow }) {
  const styles = useStyles();
  const quiet = quietMs(flow, useKnownNow());
  return (
    <div className={styles.twoLines}>
      <Progress
        percentage={flow.progress_percentage}
        text={phaseWord(flow.current_phase)}
        color={quiet === null ? barColor(flow.status) : 'warning'}
      />
      {quiet !== null && (
        <span className={mergeClasses(styles.line, styles.quiet)}>No news for {formatDuration(quiet)}</span>
      )}
      {quiet === null && <TimeLeft flow={flow} />}
    </div>
  );
}

/** How long the phase that runs still takes; rows and rate, for which a table has no room, on hover. */
function TimeLeft({ flow }: { flow: Flow }) {
  const styles = useStyles();
  const now = useLiveNow();
  const phase = flow.phases.find((candidate) => candidate.phase === flow.current_phase);
  const pace = now === null || phase === undefined || flow.status !== 'running' ? null : phasePace(phase, now);
  if (phase === undefined || pace === null) return null;
  return (
    <span
      className={mergeClasses(styles.line, styles.second)}
      title={`${doneWords(phase)} · ${speedWords(phase, pace)}`}
    >
      {leftWords(pace.leftMs)}
    </span>
  );
}

function FileCell({ item: { flow, tenant } }: { item: TenantFlow }) {
  const styles = useStyles();
  const isPhone = useMediaQuery(PHONE_TABLE);
  const view = useView();
  return (
    <div className={styles.twoLines}>
      <span className={styles.file} title={flow.filename}>
        <ViewLink address={addressOfFlow(view, flow.flow_id, tenant)}>{flow.filename}</ViewLink>
      </span>
      <span className={mergeClasses(styles.line, styles.second)}>{flow.sheet_name ?? 'No sheet name given'}</span>
      {isPhone && (
        <span className={styles.second}>
          {tenant.clientAccountId} / {tenant.engagementId}
        </span>
      )}
    </div>
  );
}

function addressOfFlow(view: View, flowId: string, tenant: TenantFlow['tenant']): string {
  return addressOf(view, {
    page: 'flows',
    flow: flowId,
    flowClient: tenant.clientAccountId,
    flowEngagement: tenant.engagementId,
    tab: null,
    item: null,
  });
}

function TwoLines({ first, second }: { first: string; second?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.twoLines}>
      <span className={styles.line} title={first}>
        {first}
      </span>
      {second !== undefined && (
        <span className={mergeClasses(styles.line, styles.second)} title={second}>
          {second}
        </span>
      )}
    </div>
  );
}

function barColor(status: FlowStatus): 'brand' | 'success' | 'error' | 'warning' | 'quiet' {
  if (status === 'completed') return 'success';
  if (status === 'failed') return 'error';
  if (status === 'cancelled' || status === 'deleted') return 'quiet';
  return status === 'waiting_for_approval' || status === 'paused' ? 'warning' : 'brand';
}
