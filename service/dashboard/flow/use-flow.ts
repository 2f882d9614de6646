import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { callEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isFinal } from '#shared/statuses.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

export const FLOW_REFRESH_MS = 1_500;

/** A flow that has ended can still be deleted by somebody, and one that could not be read may come back. */
const SLOW_REFRESH_MS = 10_000;

/** An opened flow and where it belongs. */
export interface FlowAddress {
  tenant: Tenant;
  flowId: string;
}

export function flowRefreshMs(flow: Flow | undefined): number {
  return flow === undefined || isFinal(flow.status) ? SLOW_REFRESH_MS : FLOW_REFRESH_MS;
}

/** The flow as it stands, asked again with its ETag while it may still change; an unchanged one costs a 304. */
export function useFlow({ tenant, flowId }: FlowAddress): UseQueryResult<Flow> {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  const queryKey = ['flow', tenant, flowId];
  const etag = useRef<string | null>(null);
  return useQuery<Flow>({
    queryKey,
    refetchInterval: ({ state }) => flowRefreshMs(state.data),
    queryFn: async ({ signal }): Promise<Flow> => {
      const known = queryClient.getQueryData<Flow>(queryKey);
      const answer = await callEndpoint(connectionTo(tenant), endpoints.getFlow, {
        params: { flow_id: flowId },
        signal,
        ...(known !== undefined && etag.current !== null ? { ifNoneMatch: etag.current } : {}),
      });
      etag.current = answer.etag;
      if (!answer.isNotModified) return answer.body;
      if (known === undefined) throw new Error('The service says that an unknown flow has not changed.');
      return known;
    },
  });
}
