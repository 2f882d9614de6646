import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { DecisionRequest } from '#shared/schemas/conflict.schema.ts';
import type { ConflictState } from '#shared/statuses.ts';
import { WHOLE_LIST } from '../parts/natural-order.ts';
import { byRecord } from './conflict-order.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

/** How soon conflicts of an import that ends meanwhile show, ms. */
const REFRESH_MS = 15_000;

/** First part of the keys of what decisions would change. */
export const PREVIEW = 'decision-preview';

export interface ConflictFilter {
  state: ConflictState;
  dataImportId: string | null;
}

/** Which conflict of which flow. */
export interface ConflictAddress {
  tenant: Tenant;
  flowId: string;
  conflictId: string;
}

/** Held records of one engagement, page by page. */
export function useConflicts(tenant: Tenant, { state, dataImportId }: ConflictFilter) {
  const { connectionTo } = useSignedIn();
  return usePages(
    ['conflicts', tenant, 'list', state, dataImportId],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listHeldCases, {
        query: { ...page, state, ...(dataImportId !== null && { data_import_id: dataImportId }) },
        signal,
      }),
    { limit: WHOLE_LIST, order: byRecord },
  );
}

export function useConflictCounts(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['conflicts', tenant, 'counts'],
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.countConflicts, { signal }),
  });
}

export function useConflict({ tenant, flowId, conflictId }: ConflictAddress) {
  const { connectionTo } = useSignedIn();
  const params = { flow_id: flowId, conflict_id: conflictId };
  return useQuery({
    queryKey: ['conflicts', tenant, 'one', flowId, conflictId],
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.getConflict, { params, signal }),
  });
}

/** What a decision would change, asked anew with every change of it; null: there is none yet. */
export function useDecisionPreview({ tenant, flowId, conflictId }: ConflictAddress, decision: DecisionRequest | null) {
  const { connectionTo } = useSignedIn();
  const readAgain = useReadAgain(tenant);
  const params = { flow_id: flowId, conflict_id: conflictId };
  return useQuery({
    queryKey: [PREVIEW, tenant, flowId, conflictId, decision],
    enabled: decision !== null,
    gcTime: 0,
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.previewDecision, {
        params,
        ...(decision !== null && { body: decision }),
        signal,
      }).catch(readAgain),
  });
}

/** Refusals because something has changed: other assets are what the records may be, or the flow is elsewhere. */
const CHANGED: readonly string[] = ['conflict_changed', 'flow_state_conflict'];

export function isChanged(failure: unknown): boolean {
  return failure instanceof ApiFailure && CHANGED.includes(failure.problem?.code ?? '');
}

/** For such a refusal: reads how it is, and then passes the refusal on. */
export function useReadAgain(tenant: Tenant): (failure: unknown) => Promise<never> {
  const queryClient = useQueryClient();
  return async (failure) => {
    if (isChanged(failure)) await queryClient.invalidateQueries({ queryKey: ['conflicts', tenant] });
    throw failure;
  };
}

/** Decides; everything shown is read again, whether it was taken or refused. */
export function useDecide({ tenant, flowId, conflictId }: ConflictAddress) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ decision, remember }: { decision: DecisionRequest; remember: boolean }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.decideConflicts, {
        params: { flow_id: flowId },
        body: { decisions: [{ ...decision, conflict_id: conflictId }], remember },
      }),
    // Once it is made, a decision cannot be tried any more.
    onSettled: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== PREVIEW }),
  });
}
