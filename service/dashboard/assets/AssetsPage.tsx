import { makeStyles, tokens } from '@fluentui/react-components';
import { assetClasses } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { ScopeFilter } from '../scope/ScopeFilter.tsx';
import { useEngagements, withinScope } from '../scope/use-engagements.ts';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { AssetFilters } from './AssetFilters.tsx';
import { AssetPanel } from './AssetPanel.tsx';
import { AssetTable } from './AssetTable.tsx';

const useStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
  },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
});

/** What the imports of an engagement came to: its assets, each value with the cell it came from. */
export function AssetsPage() {
  const styles = useStyles();
  const view = useView();
  const engagements = useEngagements();
  const inScope = withinScope(engagements.data ?? [], view.client, view.engagement);
  const tenant = inScope.length === 1 ? inScope[0] : undefined;
  return (
    <div className={styles.page}>
      <PageHeader title="Assets" />
      <div className={styles.filters} role="group" aria-label="Filters">
        <ScopeFilter tenants={engagements.data ?? []} />
        {tenant !== undefined && <AssetFilters />}
      </div>
      {engagements.data === undefined && engagements.isError && (
        <FailureNotice failure={engagements.error} retry={() => void engagements.refetch()} />
      )}
      {engagements.data === undefined && !engagements.isError && <TableSkeleton rows={6} label="Loading engagements" />}
      {engagements.data !== undefined && tenant === undefined && (
        <EmptyState
          title="Choose a client and an engagement"
          detail="Assets belong to their engagement; none sees another's."
        />
      )}
      {tenant !== undefined && (
        <EngagementAssets key={`${tenant.clientAccountId}/${tenant.engagementId}`} tenant={tenant} />
      )}
    </div>
  );
}

function EngagementAssets({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const assetClass = assetClasses.find((one) => one === view.assetClass) ?? null;
  return (
    <>
      <AssetTable tenant={tenant} filter={{ assetClass, search: view.search }} />
      {view.item !== null && (
        <AssetPanel tenant={tenant} assetId={view.item} close={() => go(addressOf(view, { item: null }), 'replace')} />
      )}
    </>
  );
}
