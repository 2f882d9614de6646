import { useMemo, useState } from 'react';
import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import type { RememberedDecision } from '#shared/schemas/conflict-memory.schema.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { forgetColumn } from '../parts/forget-column.tsx';
import { ListState } from '../parts/ListState.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { effectsOfForgetting, meaningOf, titleOf } from './remembered-words.ts';
import { useForgetDecision, useRememberedDecisions } from './use-remembered.ts';

/** Decisions that later imports of the client follow, page by page; each can be forgotten. */
export function RememberedDecisions({ tenant }: { tenant: Tenant }) {
  const { may } = useSignedIn();
  const remembered = useRememberedDecisions(tenant);
  const [forgetting, setForgetting] = useState<RememberedDecision | null>(null);
  const mayForget = may(endpoints.forgetDecision.role);
  const columns = useMemo(() => columnsWith(mayForget ? setForgetting : null), [mayForget]);
  const nothing = (
    <EmptyState
      title="No decision is remembered"
      detail="With Remember chosen, a decision is made again on the same records in later imports of this client."
    />
  );
  return (
    <ListState query={remembered} what="remembered decisions" empty={nothing}>
      {(items) => (
        <>
          <VirtualTable
            label={`${countOf(items.length, 'remembered decision')}${remembered.loadMore ? ' and more' : ''}`}
            columns={columns}
            items={items}
            keyOf={(rule) => rule.rule_id}
            loadMore={remembered.loadMore}
            isLoadingMore={remembered.isLoadingMore}
          />
          {forgetting && <ForgetDialog tenant={tenant} rule={forgetting} close={() => setForgetting(null)} />}
        </>
      )}
    </ListState>
  );
}

function ForgetDialog({ tenant, rule, close }: { tenant: Tenant; rule: RememberedDecision; close: () => void }) {
  const forget = useForgetDecision(tenant);
  return (
    <ConfirmDialog
      title={`Forget the decision on ${titleOf(rule)}?`}
      impact={effectsOfForgetting(rule, tenant.clientAccountId)}
      confirmLabel="Forget"
      busyLabel="Forgetting…"
      isBusy={forget.isPending}
      failure={forget.error}
      confirm={() => forget.mutate(rule.rule_id, { onSuccess: close })}
      close={close}
    />
  );
}

function columnsWith(forget: ((rule: RememberedDecision) => void) | null): readonly TableColumn<RememberedDecision>[] {
  return [
    {
      key: 'records',
      header: 'Records',
      track: 'minmax(9rem, 1.5fr)',
      narrowTrack: 'minmax(7rem, 1fr)',
      cell: (rule) => <bdi>{titleOf(rule)}</bdi>,
    },
    { key: 'meaning', header: 'Decision', track: 'minmax(9rem, 1.5fr)', cell: (rule) => <bdi>{meaningOf(rule)}</bdi> },
    {
      key: 'who',
      header: 'Decided by',
      track: 'minmax(8rem, 1fr)',
      isOptional: true,
      cell: (rule) => <bdi>{rule.decided_by}</bdi>,
    },
    {
      key: 'where',
      header: 'Engagement',
      track: 'minmax(7rem, 1fr)',
      isOptional: true,
      cell: (rule) => <bdi>{rule.engagement_id}</bdi>,
    },
    { key: 'when', header: 'Decided', track: '6.5rem', cell: (rule) => <RelativeTime iso={rule.decided_at} /> },
    ...forgetColumn({ nameOf: titleOf, forget }),
  ];
}
