import { endpoints } from '#shared/endpoints.ts';
import type { AgentTask, Flow, Job } from '#shared/schemas/flow.schema.ts';
import { wordOf } from '#shared/field-label.ts';
import { isFinal, type JobKind } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf } from '#shared/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { phaseWord } from '#shared/phase-words.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { outcomeOf } from './job-outcome.ts';
import type { FlowAddress } from './use-flow.ts';
import { useJobs, useTasks } from './use-flow-lists.ts';

/** Agenda's own documents of this flow. */
export function JobsTab({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const { may, session } = useSignedIn();
  const jobs = useJobs(address, flow);
  const tasks = useTasks(address, flow);
  if (!may(endpoints.listJobs.role))
    return (
      <EmptyState
        title="Only admins see jobs"
        detail={`You are signed in as ${session.role}. What each agent did is under Tasks.`}
      />
    );
  return (
    <ListState query={jobs} what="jobs" empty={<NoJobs flow={flow} />}>
      {(items) => (
        <VirtualTable
          label={countOf(items.length, 'job')}
          columns={columnsWith(tasks.data ?? [])}
          items={items}
          keyOf={(job) => job.job_id}
        />
      )}
    </ListState>
  );
}

function NoJobs({ flow }: { flow: Flow }) {
  return (
    <EmptyState
      title="No jobs"
      detail={
        isFinal(flow.status)
          ? 'This flow has ended, and finished jobs are removed after some days. What they did is under Tasks.'
          : 'No agent of this flow has been scheduled yet.'
      }
    />
  );
}

/** What a job does, by its name at Agenda. */
const kindWords: Readonly<Record<JobKind, string>> = {
  'flow.run-phase': 'Runs a phase',
  'flow.help-phase': 'Helps a phase',
};

const columnsWith = (tasks: readonly AgentTask[]): readonly TableColumn<Job>[] => [
  {
    key: 'job',
    header: 'Job id',
    track: '7rem',
    isOptional: true,
    cell: (job) => <ShortId id={job.job_id} what="job id" />,
  },
  {
    key: 'name',
    header: 'Kind',
    track: 'minmax(5.5rem, 0.8fr)',
    isOptional: true,
    cell: (job) => wordOf(kindWords, job.name),
  },
  {
    key: 'phase',
    header: 'Phase',
    track: 'minmax(7rem, 1fr)',
    cell: (job) => phaseWord(job.phase),
  },
  {
    key: 'state',
    header: 'Job',
    track: '6.25rem',
    cell: (job) => <StatusBadge status={job.state} word={jobWords.get(job.state)} />,
  },
  {
    key: 'outcome',
    header: 'Its attempt',
    track: '6.25rem',
    cell: (job) => <Outcome outcome={outcomeOf(job, tasks)} />,
  },
  {
    key: 'next',
    header: 'Next run',
    track: '5rem',
    isOptional: true,
    cell: (job) => <MaybeTime iso={job.next_run_at} />,
  },
  {
    key: 'last',
    header: 'Last run',
    track: '5.5rem',
    cell: (job) => <MaybeTime iso={job.last_run_at} />,
  },
  { key: 'fails', header: 'Failures', track: '4rem', isNumber: true, cell: (job) => job.fail_count },
  {
    key: 'reason',
    header: 'Last failure',
    track: 'minmax(6rem, 1.5fr)',
    cell: (job) => job.fail_reason ?? '–',
  },
];

/** The queue calls completed what a worker has answered, also where the attempt failed. */
const jobWords = new Map<string, string>([['completed', 'Done']]);

function Outcome({ outcome }: { outcome: ReturnType<typeof outcomeOf> }) {
  return outcome === null ? '–' : <StatusBadge status={outcome} />;
}

function MaybeTime({ iso }: { iso: string | null }) {
  return iso === null ? '–' : <RelativeTime iso={iso} />;
}
