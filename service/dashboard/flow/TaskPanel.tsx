import { sentence } from '#shared/field-label.ts';
import type { AgentTask, TaskErrorView } from '#shared/schemas/flow.schema.ts';
import { isPreview } from '#shared/schemas/inventory-result.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { doneWords } from '#shared/pages/pace.ts';
import { agentWord, phaseWord } from '#shared/phase-words.ts';
import { JsonBlock } from '../parts/JsonBlock.tsx';
import { PanelSection } from '../parts/PanelSection.tsx';
import { recordText, type HeaderRow } from '#shared/records-text.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { resultFacts, tryOf } from './task-list.ts';

interface TaskPanelProps {
  task: AgentTask;
  /** All of the flow. */
  tasks: readonly AgentTask[];
  headerRow: HeaderRow;
  close: () => void;
}

/** One agent's run of one phase: what failed first, then the facts, then everything the agent said. */
export function TaskPanel({ task, tasks, headerRow, close }: TaskPanelProps) {
  return (
    <SidePanel
      title={`${agentWord(task.agent)}, ${isPreview(task) ? 'preview' : `attempt ${tryOf(task, tasks)}`}`}
      close={close}
    >
      {task.error !== null && <ErrorFacts error={task.error} headerRow={headerRow} />}
      <Facts
        facts={[
          ['State', <StatusBadge key="state" status={task.status} />],
          ['Phase', phaseWord(task.phase)],
          ['Done', doneWords(task)],
          ['Worker', task.worker],
          ['Phase queued', timeOrNot(task.queued_at)],
          ['Started', timeOrNot(task.started_at)],
          ['Finished', timeOrNot(task.finished_at)],
          ['Last heartbeat', timeOrNot(task.heartbeat_at)],
          ['Task', <ShortId key="task" id={task.task_id} what="task id" />],
        ]}
      />
      {task.result !== null && (
        <PanelSection title="Result">
          <Facts facts={resultFacts(task.result)} />
        </PanelSection>
      )}
      {task.error !== null && <JsonBlock title="Error" value={task.error} />}
      <JsonBlock title="State" value={task.state} />
    </SidePanel>
  );
}

function ErrorFacts({ error, headerRow }: { error: TaskErrorView; headerRow: HeaderRow }) {
  return (
    <PanelSection title="What failed">
      <Facts
        facts={[
          ['Agent', agentWord(error.agent)],
          ['At', error.row_number === null ? 'No one record' : sentence(recordText(error.row_number, headerRow))],
          ['Message', error.message],
          ['Cause', error.cause ?? 'Not given'],
          ['Code', error.code],
        ]}
      />
    </PanelSection>
  );
}

function timeOrNot(iso: string | null) {
  return iso === null ? 'Not yet' : <RelativeTime iso={iso} />;
}
