import { countOf, formatNumber } from '#shared/format.ts';
import { conflictStates } from '#shared/statuses.ts';
import { formatWord } from '../parts/format.ts';
import { useListAnnounced } from '../parts/use-list-announced.ts';
import { EngagementPage } from '../scope/ScopedPage.tsx';
import { ImportChoice } from '../scope/ImportChoice.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import { nothingWords } from './nothing-words.ts';
import { ConflictTable } from './ConflictTable.tsx';
import { RebuildNotice } from './RebuildNotice.tsx';
import { RememberedDecisions } from './RememberedDecisions.tsx';
import { useConflictCounts, useConflicts, type ConflictFilter } from './use-conflicts.ts';

/** Of the filter: not conflicts, but decisions that later imports follow. */
const REMEMBERED = 'remembered';

/** Records the inventory could not place: what they say beside what it holds, and the decision on them. */
export function ConflictsPage() {
  return (
    <EngagementPage
      title="Conflicts"
      why="Held records belong to their engagement; none sees another's."
      filters={(tenant) => <ConflictFilters tenant={tenant} />}
    >
      {(tenant) => <EngagementConflicts tenant={tenant} />}
    </EngagementPage>
  );
}

function ConflictFilters({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const counts = useConflictCounts(tenant);
  const count = (state: 'open' | 'decided'): string =>
    counts.data === undefined ? '' : ` ${formatNumber(counts.data[state])}`;
  return (
    <>
      <Choice
        label="Decision"
        anyLabel={`To decide${count('open')}`}
        value={view.decision}
        names={[...conflictStates.slice(1), REMEMBERED]}
        wordFor={(name) => (name === 'decided' ? `Decided${count('decided')}` : formatWord(name))}
        choose={(decision) => go(addressOf(view, { decision, item: null }))}
      />
      {view.decision !== REMEMBERED && <ImportChoice imports={counts.data?.imports ?? []} />}
    </>
  );
}

function EngagementConflicts({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const state = conflictStates.find((one) => one === view.decision) ?? 'open';
  if (view.decision === REMEMBERED) return <RememberedDecisions tenant={tenant} />;
  const [flowId = '', conflictId = ''] = view.item?.split('/') ?? [];
  return (
    <>
      <RebuildNotice tenant={tenant} />
      <HeldList tenant={tenant} filter={{ state, dataImportId: view.dataImport }} />
      {conflictId !== '' && (
        <ConflictPanel
          key={view.item}
          address={{ tenant, flowId, conflictId }}
          close={() => go(addressOf(view, { item: null }), 'replace')}
        />
      )}
    </>
  );
}

function HeldList({ tenant, filter }: { tenant: Tenant; filter: ConflictFilter }) {
  useListAnnounced(filter, useConflicts(tenant, filter), {
    none: nothingWords[filter.state].title,
    count: (count) => countOf(count, 'conflict'),
  });
  // What is selected of another list is forgotten.
  return <ConflictTable key={`${filter.state} ${filter.dataImportId ?? ''}`} tenant={tenant} filter={filter} />;
}
