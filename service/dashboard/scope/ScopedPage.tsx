import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { useAnnounced } from '../parts/use-announced.ts';
import type { Tenant } from '../session/session-context.ts';
import { useView } from '../shell/location.ts';
import { usePageStyles } from '../shell/use-page-styles.ts';
import { ScopeFilter } from './ScopeFilter.tsx';
import { unknownWords } from './unknown-words.ts';
import { useEngagements, withinScope } from './use-engagements.ts';

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
  const styles = usePageStyles();
  const view = useView();
  return (
    <div className={styles.page}>
      <PageHeader title={title}>{acts}</PageHeader>
      <div className={styles.filters} role="group" aria-label="Filters">
        {filters}
      </div>
      <Loaded query={engagements} what="engagements" rows={6}>
        {(tenants) =>
          tenant === undefined ? <EmptyState {...(unknownWords(tenants, view) ?? choose)} /> : children(tenant)
        }
      </Loaded>
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
  const choose = { title: 'Choose a client and an engagement', detail: why };
  const shown =
    tenant === undefined
      ? (unknownWords(engagements.data ?? [], view) ?? choose).title
      : `Showing ${tenant.clientAccountId} / ${tenant.engagementId}`;
  // What is shown of an engagement begins anew with it, and cannot tell that another one was chosen.
  useAnnounced(JSON.stringify([view.client, view.engagement]), engagements.data === undefined ? null : shown);
  return (
    <ScopedPage
      title={title}
      engagements={engagements}
      tenant={tenant}
      choose={choose}
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
