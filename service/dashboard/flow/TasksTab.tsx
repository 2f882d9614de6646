import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf, formatDuration, formatNumber } from '#shared/format.ts';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useKnownNow } from '../parts/use-now.ts';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { addressOf, go, useView } from '../shell/location.ts';
import { newestFirst, rowsDone, summariseResult, tryOf } from './task-list.ts';
import { TaskPanel } from './TaskPanel.tsx';
import type { FlowAddress } from './use-flow.ts';
import { useTasks } from './use-flow-lists.ts';

const useStyles = makeStyles({
  outcome: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  error: { color: tokens.colorPaletteRedForeground1 },
});

export function TasksTab({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const view = useView();
  const tasks = useTasks(address, flow);
  const opened = tasks.data?.find((task) => task.task_id === view.item);
  return (
    <ListState
      query={tasks}
      what="agent tasks"
      empty={<EmptyState title="No agent has run yet" detail="A task appears here when a worker starts a phase." />}
    >
      {(items) => (
        <>
          <VirtualTable
            label={countOf(items.length, 'agent task')}
            columns={columnsFor(items, flow)}
            items={newestFirst(items)}
            keyOf={(task) => task.task_id}
            isSelected={(task) => task === opened}
          />
          {opened && (
            <TaskPanel task={opened} tasks={items} close={() => go(addressOf(view, { item: null }), 'replace')} />
          )}
        </>
      )}
    </ListState>
  );
}

const columnsFor = (tasks: readonly AgentTask[], flow: Flow): readonly TableColumn<AgentTask>[] => [
  {
    key: 'agent',
    header: 'Agent',
    track: 'minmax(11rem, 1fr)',
    narrowTrack: 'minmax(7rem, 1fr)',
    cell: (task) => <OpenItem item={task.task_id}>{formatWord(task.agent)}</OpenItem>,
  },
  {
    key: 'attempt',
    header: 'Attempt',
    track: '4rem',
    narrowTrack: '3.5rem',
    isNumber: true,
    cell: (task) => tryOf(task, tasks),
  },
  {
    key: 'state',
    header: 'State',
    track: '7.5rem',
    narrowTrack: '7rem',
    cell: (task) => <StatusBadge status={task.status} />,
  },
  {
    key: 'duration',
    header: 'Duration',
    track: '5rem',
    narrowTrack: '4.5rem',
    isNumber: true,
    cell: (task) => <Duration task={task} />,
  },
  {
    key: 'rows',
    header: 'Rows',
    track: '6rem',
    isNumber: true,
    cell: (task) => `${formatNumber(rowsDone(task, flow))} / ${formatNumber(task.rows_total)}`,
  },
  { key: 'outcome', header: 'Result or error', track: 'minmax(8rem, 3fr)', cell: (task) => <Outcome task={task} /> },
  {
    key: 'started',
    header: 'Started',
    track: '6rem',
    isOptional: true,
    cell: (task) => <RelativeTime iso={task.started_at} />,
  },
];

function Duration({ task }: { task: AgentTask }) {
  const now = useKnownNow();
  const end = task.finished_at === null ? now : Date.parse(task.finished_at);
  return <>{formatDuration(end - Date.parse(task.started_at))}</>;
}

function Outcome({ task }: { task: AgentTask }) {
  const styles = useStyles();
  if (task.error !== null)
    return (
      <span className={mergeClasses(styles.outcome, styles.error)}>
        <bdi>{placeOf(task.error.row_number) + task.error.message}</bdi>
      </span>
    );
  return <span className={styles.outcome}>{task.result === null ? '' : summariseResult(task.result)}</span>;
}

function placeOf(rowNumber: number | null): string {
  return rowNumber === null ? '' : `Record ${formatNumber(rowNumber)}: `;
}
