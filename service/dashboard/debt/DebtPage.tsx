import { makeStyles, tokens } from '@fluentui/react-components';
import { debtKinds, treatments } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { ScopeFilter } from '../scope/ScopeFilter.tsx';
import { useEngagements, withinScope } from '../scope/use-engagements.ts';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { AssessmentPanel } from './AssessmentPanel.tsx';
import { DebtSummary } from './DebtSummary.tsx';
import { DebtTable } from './DebtTable.tsx';
import { useDebtSummary } from './use-debt.ts';

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

/** What burdens an engagement's assets, what to do with them, and how old the dates are that say so. */
export function DebtPage() {
  const styles = useStyles();
  const view = useView();
  const engagements = useEngagements();
  const inScope = withinScope(engagements.data ?? [], view.client, view.engagement);
  const tenant = inScope.length === 1 ? inScope[0] : undefined;
  return (
    <div className={styles.page}>
      <PageHeader title="Technical debt" />
      <div className={styles.filters} role="group" aria-label="Engagement">
        <ScopeFilter tenants={engagements.data ?? []} />
      </div>
      {engagements.data === undefined && engagements.isError && (
        <FailureNotice failure={engagements.error} retry={() => void engagements.refetch()} />
      )}
      {engagements.data === undefined && !engagements.isError && <TableSkeleton rows={6} label="Loading engagements" />}
      {engagements.data !== undefined && tenant === undefined && (
        <EmptyState
          title="Choose a client and an engagement"
          detail="Assets are assessed within their engagement; none sees another's."
        />
      )}
      {tenant !== undefined && (
        <EngagementDebt key={`${tenant.clientAccountId}/${tenant.engagementId}`} tenant={tenant} />
      )}
    </div>
  );
}

function EngagementDebt({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const answer = useDebtSummary(tenant);
  const summary = answer.data?.summary;
  if (answer.data === undefined)
    return answer.isError ? (
      <FailureNotice failure={answer.error} retry={() => void answer.refetch()} />
    ) : (
      <TableSkeleton rows={6} label="Loading technical debt" />
    );
  if (summary === null || summary === undefined)
    return (
      <EmptyState
        title="Nothing has been assessed yet"
        detail="Assets are assessed at the end of an import, after its mappings were approved."
      />
    );
  const filter = {
    kind: debtKinds.find((kind) => kind === view.kind) ?? null,
    treatment: treatments.find((treatment) => treatment === view.treatment) ?? null,
  };
  return (
    <>
      {answer.isError && <FailureNotice failure={answer.error} retry={() => void answer.refetch()} />}
      <DebtSummary summary={summary} filter={filter} assessed={<RelativeTime iso={summary.assessed_at} />} />
      <DebtTable tenant={tenant} filter={filter} assessedAt={summary.assessed_at} />
      {view.item !== null && (
        <AssessmentPanel
          tenant={tenant}
          assetId={view.item}
          close={() => go(addressOf(view, { item: null }), 'replace')}
        />
      )}
    </>
  );
}
