import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { isLive } from '../parts/liveness.ts';
import { LiveStatus } from '../parts/LiveStatus.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { countOf } from '#shared/format.ts';
import { serverTime } from '#shared/server-clock.ts';
import { useListAnnounced } from '../parts/use-list-announced.ts';
import { AsOf, useNow } from '../parts/use-now.ts';
import { Choice, ScopeFilter } from '../scope/ScopeFilter.tsx';
import { useEngagements, withinScope } from '../scope/use-engagements.ts';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { usePageStyles } from '../shell/use-page-styles.ts';
import { standingFilter, standingNames, standingWord } from './flow-filter.ts';
import { FlowsTable } from './FlowsTable.tsx';
import { ENGAGEMENTS_WATCHED_MAX, flowsRefreshMs, useFlows } from './use-flows.ts';

export function FlowsPage() {
  const styles = usePageStyles();
  const view = useView();
  const engagements = useEngagements();
  const tenants = useMemo(
    () => withinScope(engagements.data ?? [], view.client, view.engagement),
    [engagements.data, view.client, view.engagement],
  );
  const { client, engagement, search } = view;
  const standing = standingFilter(view.status);
  const flows = useFlows(tenants, { client, engagement, ...standing, search });
  const isNow = isLive(flows, flowsRefreshMs(flows.data?.pages, tenants), useNow());
  return (
    <div className={styles.page}>
      <PageHeader title="Flows" live={<LiveStatus updatedAtMs={serverTime(flows.dataUpdatedAt)} isLive={isNow} />} />
      <div className={styles.filters} role="group" aria-label="Filters">
        <ScopeFilter tenants={engagements.data ?? []} />
        <Choice
          label="Status"
          anyLabel="All but deleted"
          value={standingNames.find((name) => name === view.status) ?? null}
          names={standingNames}
          wordFor={standingWord}
          choose={(status) => go(addressOf(view, { status }))}
        />
        <SearchField placeholder="File or sheet" />
      </div>
      <AsOf value={isNow ? null : serverTime(flows.dataUpdatedAt)}>
        <FlowsBody engagements={engagements} tenants={tenants} flows={flows} />
      </AsOf>
    </div>
  );
}

interface FlowsBodyProps {
  engagements: UseQueryResult<Tenant[]>;
  tenants: readonly Tenant[];
  flows: ReturnType<typeof useFlows>;
}

/** The list, or what stands in its place: loading, failed, too wide, nothing. */
function FlowsBody({ engagements, tenants, flows }: FlowsBodyProps) {
  return (
    <Loaded query={engagements} what="flows" rows={8}>
      {(known) => {
        if (tenants.length === 0) return <NoTenant isFiltered={known.length > 0} />;
        if (tenants.length > ENGAGEMENTS_WATCHED_MAX) return <TooMany engagements={tenants.length} />;
        return <FlowList flows={flows} />;
      }}
    </Loaded>
  );
}

function TooMany({ engagements }: { engagements: number }) {
  return (
    <EmptyState
      title="Choose a client"
      detail={`${engagements} engagements are in this filter; up to ${ENGAGEMENTS_WATCHED_MAX} are watched at once.`}
    />
  );
}

function FlowList({ flows }: Pick<FlowsBodyProps, 'flows'>) {
  const { client, engagement, status, search } = useView();
  const items = useMemo(() => flows.data?.pages.flatMap((page) => page.items) ?? [], [flows.data]);
  useListAnnounced(
    { client, engagement, status, search },
    { data: flows.data && items, loadMore: flows.hasNextPage ? flows : undefined, isOld: flows.isPlaceholderData },
    { none: 'No flow matches the filters', count: (count) => countOf(count, 'flow') },
  );
  return (
    <Loaded query={flows} what="flows" rows={8}>
      {() => (
        <>
          {flows.isError && (
            <FailureNotice
              failure={flows.error}
              retry={() => void (flows.isFetchNextPageError ? flows.fetchNextPage() : flows.refetch())}
            />
          )}
          {items.length === 0 ? (
            <NoFlows />
          ) : (
            <FlowsTable
              items={items}
              loadMore={flows.hasNextPage && !flows.isFetchNextPageError ? () => void flows.fetchNextPage() : undefined}
              isLoadingMore={flows.isFetchingNextPage}
            />
          )}
        </>
      )}
    </Loaded>
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
