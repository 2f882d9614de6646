import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { sentence } from '#shared/field-label.ts';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { agentWord } from '#shared/phase-words.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf, formatDuration } from '#shared/format.ts';
import { doneFigure } from '#shared/pages/pace.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { recordText, type HeaderRow } from '#shared/records-text.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useKnownNow } from '../parts/use-now.ts';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { addressOf, go, useView } from '../shell/location.ts';
import { newestFirst, rowsDone, summariseResult, tryOf } from './task-list.ts';
import { TaskPanel } from './TaskPanel.tsx';
import type { FlowAddress } from './use-flow.ts';
import { useHeaderRow, useTasks } from './use-flow-lists.ts';

const useStyles = makeStyles({
  outcome: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  // Messages are as long as what failed likes; the panel has all of them.
  error: {
    color: tokens.colorPaletteRedForeground1,
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
});

export function TasksTab({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const view = useView();
  const tasks = useTasks(address, flow);
  const isAtRecord = tasks.data?.some(({ error }) => (error?.row_number ?? null) !== null) === true;
  const headerRow = useHeaderRow(address.tenant, flow.data_import_id, isAtRecord);
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
            columns={columnsFor(items, flow, headerRow)}
            items={newestFirst(items)}
            keyOf={(task) => task.task_id}
            isSelected={(task) => task === opened}
          />
          {opened && (
            <TaskPanel
              task={opened}
              tasks={items}
              headerRow={headerRow}
              close={() => go(addressOf(view, { item: null }), 'replace')}
            />
          )}
        </>
      )}
    </ListState>
  );
}

const columnsFor = (
  tasks: readonly AgentTask[],
  flow: Flow,
  headerRow: HeaderRow,
): readonly TableColumn<AgentTask>[] => [
  {
    key: 'agent',
    header: 'Agent',
    track: 'minmax(11rem, 1fr)',
    narrowTrack: 'minmax(7rem, 1fr)',
    cell: (task) => <OpenItem item={task.task_id}>{agentWord(task.agent)}</OpenItem>,
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
    header: 'Done',
    track: '6rem',
    isNumber: true,
    cell: (task) => doneFigure({ ...task, rows_done: rowsDone(task, flow) }),
  },
  {
    key: 'outcome',
    header: 'Result or error',
    track: 'minmax(8rem, 3fr)',
    cell: (task) => <Outcome task={task} headerRow={headerRow} />,
  },
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

function Outcome({ task, headerRow }: { task: AgentTask; headerRow: HeaderRow }) {
  const styles = useStyles();
  if (task.error !== null)
    return (
      <span className={mergeClasses(styles.outcome, styles.error)}>
        <bdi>{placeOf(task.error.row_number, headerRow) + task.error.message}</bdi>
      </span>
    );
  return <span className={styles.outcome}>{task.result === null ? '' : summariseResult(task.result)}</span>;
}

function placeOf(rowNumber: number | null, headerRow: HeaderRow): string {
  return rowNumber === null ? '' : `${sentence(recordText(rowNumber, headerRow))}: `;
}
