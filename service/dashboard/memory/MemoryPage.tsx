import { useMemo, useState } from 'react';
import { endpoints } from '#shared/endpoints.ts';
import { wordOf } from '#shared/field-label.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import type { RememberedMappingView } from '#shared/schemas/mapping-memory.schema.ts';
import type { ValueKind } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { forgetColumn } from '../parts/forget-column.tsx';
import { FieldName } from '#shared/pages/FieldName.tsx';
import { ListState } from '../parts/ListState.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { useListAnnounced } from '../parts/use-list-announced.ts';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { ScopedPage } from '../scope/ScopedPage.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import { useEngagements } from '../scope/use-engagements.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { ForgetDialog } from './ForgetDialog.tsx';
import { Meanings } from './Meanings.tsx';
import { useMemory } from './use-memory.ts';

/** What each client's analysts decided on headers: looked at, searched, forgotten. */
export function MemoryPage() {
  const view = useView();
  const engagements = useEngagements();
  const clients = [...new Set((engagements.data ?? []).map((one) => one.clientAccountId))];
  const client = view.client ?? (clients.length === 1 ? (clients[0] ?? null) : null);
  return (
    <ScopedPage
      title="Remembered mappings"
      engagements={engagements}
      tenant={engagements.data?.find((one) => one.clientAccountId === client)}
      choose={{
        title: 'Choose a client',
        detail: "Every client account has a memory of its own; none sees another's.",
      }}
      filters={
        <>
          <Choice
            label="Client"
            anyLabel="Choose a client"
            value={client}
            names={clients}
            isDisabled={clients.length === 1 && client === clients[0]}
            choose={(chosen) => go(addressOf(view, { client: chosen, engagement: null }))}
          />
          <SearchField placeholder="Header or field" />
        </>
      }
    >
      {(tenant) => <MemoryList tenant={tenant} search={view.search ?? ''} />}
    </ScopedPage>
  );
}

function MemoryList({ tenant, search }: { tenant: Tenant; search: string }) {
  const { may } = useSignedIn();
  const memory = useMemory(tenant, search);
  const [forgetting, setForgetting] = useState<RememberedMappingView | null>(null);
  const mayForget = may(endpoints.forgetMapping.role);
  const columns = useMemo(() => columnsWith(mayForget ? setForgetting : null), [mayForget]);
  useListAnnounced([tenant.clientAccountId, search], memory, {
    none: 'No header and no field matches',
    count: (count) => countOf(count, 'remembered mapping'),
  });
  const nothing =
    search === '' ? (
      <EmptyState
        title="Nothing is remembered yet"
        detail="When an analyst approves mappings, what was decided on each header is remembered for this client."
      />
    ) : (
      <EmptyState title="No header and no field matches" detail="Search for a part of a header or of a field name." />
    );
  return (
    <ListState query={memory} what="remembered mappings" empty={nothing}>
      {(items) => (
        <>
          <VirtualTable
            label={`${countOf(items.length, 'remembered mapping')}${memory.loadMore ? ' and more' : ''}`}
            columns={columns}
            items={items}
            keyOf={(entry) => entry.memory_id}
            loadMore={memory.loadMore}
            isLoadingMore={memory.isLoadingMore}
          />
          {forgetting && <ForgetDialog tenant={tenant} entry={forgetting} close={() => setForgetting(null)} />}
        </>
      )}
    </ListState>
  );
}

const kindWords: Readonly<Record<ValueKind, string>> = {
  none: 'None',
  text: 'Text',
  number: 'Numbers',
  date: 'Dates',
  boolean: 'Yes or no',
  ip: 'IP addresses',
  mac: 'MAC addresses',
  email: 'E-mail addresses',
  id: 'Identifiers',
};

function columnsWith(
  forget: ((entry: RememberedMappingView) => void) | null,
): readonly TableColumn<RememberedMappingView>[] {
  return [
    {
      key: 'header',
      header: 'Header',
      track: 'minmax(9rem, 1.5fr)',
      narrowTrack: 'minmax(7rem, 1fr)',
      cell: (entry) => <bdi>{entry.header}</bdi>,
    },
    {
      key: 'field',
      header: 'Field',
      track: 'minmax(8rem, 1fr)',
      cell: (entry) => (
        <>
          {entry.target_field === null ? 'Left out' : <FieldName name={entry.target_field} />}
          <Meanings entry={entry} />
        </>
      ),
    },
    {
      key: 'kind',
      header: 'Values',
      track: '8.5rem',
      isOptional: true,
      cell: (entry) => wordOf(kindWords, entry.value_kind),
    },
    {
      key: 'who',
      header: 'Confirmed by',
      track: 'minmax(8rem, 1fr)',
      isOptional: true,
      cell: (entry) => <bdi>{entry.confirmed_by}</bdi>,
    },
    { key: 'when', header: 'Confirmed', track: '6.5rem', cell: (entry) => <RelativeTime iso={entry.confirmed_at} /> },
    { key: 'uses', header: 'Used', track: '4rem', isNumber: true, cell: (entry) => formatNumber(entry.use_count) },
    ...forgetColumn({ nameOf: (entry: RememberedMappingView) => entry.header, forget }),
  ];
}
