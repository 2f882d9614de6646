import type { TechDebtSummary } from '#shared/schemas/assessment.schema.ts';
import { debtKinds, treatments } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { debtFiles } from '../parts/export-groups.ts';
import { ExportMenu } from '../parts/ExportMenu.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { EngagementPage } from '../scope/ScopedPage.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView, type View } from '../shell/location.ts';
import { AssessmentPanel } from './AssessmentPanel.tsx';
import { DebtSummary } from './DebtSummary.tsx';
import { DebtTable } from './DebtTable.tsx';
import { SupportEndFilter } from './SupportEndFilter.tsx';
import { useDebtSummary, type DebtFilter } from './use-debt.ts';

/** What burdens an engagement's assets, what to do with them, and how old the dates are that say so. */
export function DebtPage() {
  return (
    <EngagementPage
      title="Technical debt"
      why="Assets are assessed within their engagement; none sees another's."
      filters={() => <SupportEndFilter />}
      acts={(tenant) => <DebtExport tenant={tenant} />}
    >
      {(tenant) => <EngagementDebt tenant={tenant} />}
    </EngagementPage>
  );
}

/** As the address says; words that neither the page nor the service knows narrow nothing. */
function filterOf(view: View, summary: TechDebtSummary | null): DebtFilter {
  return {
    kind: knownOf(view.kind, [...debtKinds, ...Object.keys(summary?.by_kind ?? {})]),
    treatment: knownOf(view.treatment, [...treatments, ...Object.keys(summary?.by_treatment ?? {})]),
    ends: view.ends,
  };
}

const knownOf = (asked: string | null, known: readonly string[]): string | null =>
  known.find((word) => word === asked) ?? null;

function DebtExport({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const { data } = useDebtSummary(tenant);
  return <ExportMenu tenant={tenant} groups={[debtFiles(filterOf(view, data?.summary ?? null))]} />;
}

function EngagementDebt({ tenant }: { tenant: Tenant }) {
  const answer = useDebtSummary(tenant);
  return (
    <Loaded query={answer} what="technical debt" rows={6}>
      {({ summary }) => (
        <>
          {answer.isError && <FailureNotice failure={answer.error} retry={() => void answer.refetch()} />}
          {summary === null ? <NothingAssessed /> : <AssessedDebt tenant={tenant} summary={summary} />}
        </>
      )}
    </Loaded>
  );
}

function NothingAssessed() {
  return (
    <EmptyState
      title="Nothing has been assessed yet"
      detail="Assets are assessed at the end of an import, after its mappings were approved."
    />
  );
}

function AssessedDebt({ tenant, summary }: { tenant: Tenant; summary: TechDebtSummary }) {
  const view = useView();
  const filter = filterOf(view, summary);
  return (
    <>
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
