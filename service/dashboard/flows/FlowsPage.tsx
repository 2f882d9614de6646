import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { flowStatuses, type FlowStatus } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { formatWord } from '../parts/format.ts';
import { LiveStatus } from '../parts/LiveStatus.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { Choice, ScopeFilter } from '../scope/ScopeFilter.tsx';
import { useEngagements, withinScope } from '../scope/use-engagements.ts';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView, type View } from '../shell/location.ts';
import { FlowsTable } from './FlowsTable.tsx';
import { ENGAGEMENTS_WATCHED_MAX, useFlows } from './use-flows.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    overflow: 'auto',
  },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
});

export function FlowsPage() {
  const styles = useStyles();
  const view = useView();
  const engagements = useEngagements();
  const tenants = useMemo(
    () => withinScope(engagements.data ?? [], view.client, view.engagement),
    [engagements.data, view.client, view.engagement],
  );
  const { client, engagement, search } = view;
  const flows = useFlows(tenants, { client, engagement, status: statusOf(view), search });
  return (
    <div className={styles.page}>
      <PageHeader
        title="Flows"
        live={<LiveStatus updatedAtMs={flows.dataUpdatedAt} isFailing={flows.isError || flows.failureCount > 0} />}
      />
      <div className={styles.filters} role="group" aria-label="Filters">
        <ScopeFilter tenants={engagements.data ?? []} />
        <Choice
          label="Status"
          anyLabel="Any status"
          value={statusOf(view)}
          names={flowStatuses}
          wordFor={formatWord}
          choose={(status) => go(addressOf(view, { status }))}
        />
        <SearchField placeholder="File or sheet" />
      </div>
      <FlowsBody engagements={engagements} tenants={tenants} flows={flows} />
    </div>
  );
}

function statusOf(view: View): FlowStatus | null {
  return flowStatuses.find((status) => status === view.status) ?? null;
}

interface FlowsBodyProps {
  engagements: UseQueryResult<Tenant[]>;
  tenants: readonly Tenant[];
  flows: ReturnType<typeof useFlows>;
}

/** The list, or what stands in its place: loading, failed, too wide, nothing. */
function FlowsBody({ engagements, tenants, flows }: FlowsBodyProps) {
  const items = useMemo(() => flows.data?.pages.flatMap((page) => page.items) ?? [], [flows.data]);
  if (engagements.data === undefined && engagements.isError)
    return <FailureNotice failure={engagements.error} retry={() => void engagements.refetch()} />;
  if (engagements.data === undefined) return <TableSkeleton rows={8} label="Loading flows" />;
  if (tenants.length === 0) return <NoTenant isFiltered={engagements.data.length > 0} />;
  if (tenants.length > ENGAGEMENTS_WATCHED_MAX)
    return (
      <EmptyState
        title="Choose a client"
        detail={`${tenants.length} engagements are in this filter; up to ${ENGAGEMENTS_WATCHED_MAX} are watched at once.`}
      />
    );
  if (flows.data === undefined && flows.isError)
    return <FailureNotice failure={flows.error} retry={() => void flows.refetch()} />;
  if (flows.data === undefined) return <TableSkeleton rows={8} label="Loading flows" />;
  return (
    <>
      {flows.isError && <FailureNotice failure={flows.error} retry={() => void flows.refetch()} />}
      {items.length === 0 ? (
        <NoFlows />
      ) : (
        <FlowsTable
          items={items}
          loadMore={flows.hasNextPage ? () => void flows.fetchNextPage() : undefined}
          isLoadingMore={flows.isFetchingNextPage}
        />
      )}
    </>
  );
}

function NoTenant({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="No such client or engagement" detail="This key sees none of this name.">
      <ClearFilters />
    </EmptyState>
  ) : (
    <EmptyState
      title="Nothing has been imported yet"
      detail="The first import from the pane in Excel creates its client and engagement; its flow then appears here."
    />
  );
}

function NoFlows() {
  const view = useView();
  const isFiltered = view.status !== null || view.client !== null || view.search !== null;
  return isFiltered ? (
    <EmptyState
      title="No flow matches the filters"
      detail="Choose another status, client or engagement, or search for something else."
    >
      <ClearFilters />
    </EmptyState>
  ) : (
    <EmptyState title="No flows yet" detail="Every import from the pane in Excel starts one." />
  );
}

function ClearFilters() {
  const view = useView();
  return (
    <Button onClick={() => go(addressOf(view, { client: null, engagement: null, status: null, search: null }))}>
      Clear filters
    </Button>
  );
}
