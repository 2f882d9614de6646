import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import type { Tenant } from '../session/session-context.ts';
import { useView } from '../shell/location.ts';
import { ScopeFilter } from './ScopeFilter.tsx';
import { unknownWords } from './unknown-words.ts';
import { useEngagements, withinScope } from './use-engagements.ts';

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

interface ScopedPageProps {
  title: string;
  engagements: ReturnType<typeof useEngagements>;
  /** Whose things are shown; undefined until it is chosen. */
  tenant: Tenant | undefined;
  /** What to choose, and why it matters here. */
  choose: { title: string; detail: string };
  filters: ReactNode;
  acts?: ReactNode;
  children: (tenant: Tenant) => ReactNode;
}

/** A page about what one tenant owns: its name and filters, and what it is until there is a tenant to show. */
export function ScopedPage({ title, engagements, tenant, choose, filters, acts, children }: ScopedPageProps) {
  const styles = useStyles();
  const view = useView();
  return (
    <div className={styles.page}>
      <PageHeader title={title}>{acts}</PageHeader>
      <div className={styles.filters} role="group" aria-label="Filters">
        {filters}
      </div>
      {engagements.data === undefined && engagements.isError && (
        <FailureNotice failure={engagements.error} retry={() => void engagements.refetch()} />
      )}
      {engagements.data === undefined && !engagements.isError && <TableSkeleton rows={6} label="Loading engagements" />}
      {engagements.data !== undefined && tenant === undefined && (
        <EmptyState {...(unknownWords(engagements.data, view) ?? choose)} />
      )}
      {tenant !== undefined && children(tenant)}
    </div>
  );
}

interface EngagementPageProps {
  title: string;
  /** Why an engagement has to be chosen first. */
  why: string;
  filters?: (tenant: Tenant) => ReactNode;
  acts?: (tenant: Tenant) => ReactNode;
  children: (tenant: Tenant) => ReactNode;
}

/** A page about one engagement: the chosen one, or the only one there is. */
export function EngagementPage({ title, why, filters, acts, children }: EngagementPageProps) {
  const view = useView();
  const engagements = useEngagements();
  const [only, second] = withinScope(engagements.data ?? [], view.client, view.engagement);
  const tenant = second === undefined ? only : undefined;
  return (
    <ScopedPage
      title={title}
      engagements={engagements}
      tenant={tenant}
      choose={{ title: 'Choose a client and an engagement', detail: why }}
      filters={
        <>
          <ScopeFilter tenants={engagements.data ?? []} isRequired />
          {tenant && filters?.(tenant)}
        </>
      }
      acts={tenant && acts?.(tenant)}
    >
      {(shown) => <Keyed key={`${shown.clientAccountId}/${shown.engagementId}`}>{children(shown)}</Keyed>}
    </ScopedPage>
  );
}

/** Begins anew with its key. */
function Keyed({ children }: { children: ReactNode }) {
  return <>{children}</>;
}
