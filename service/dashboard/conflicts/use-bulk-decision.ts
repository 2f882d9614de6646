import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { DecisionsImpact } from '#shared/schemas/conflict.schema.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { sumOf, type BulkRequest } from './bulk-decision.ts';
import { PREVIEW, useReadAgain } from './use-conflicts.ts';

/** What the decisions of all requests would come to, as the service counts it. */
export function useBulkPreview(tenant: Tenant, requests: readonly BulkRequest[], isPaused: boolean) {
  const { connectionTo } = useSignedIn();
  const readAgain = useReadAgain(tenant);
  return useQuery({
    queryKey: [PREVIEW, tenant, requests],
    enabled: !isPaused && requests.length > 0,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const impacts: DecisionsImpact[] = [];
      for (const { flowId, decisions } of requests)
        impacts.push(
          await fetchEndpoint(connectionTo(tenant), endpoints.previewDecisions, {
            params: { flow_id: flowId },
            body: { decisions },
            signal,
          }).catch(readAgain),
        );
      return sumOf(impacts);
    },
  });
}

/** Decides request by request, each whole or not at all, and stops at the first that is refused. */
export function useBulkDecision(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  const [decided, setDecided] = useState(0);
  const deciding = useMutation({
    mutationFn: async ({ requests, remember }: { requests: readonly BulkRequest[]; remember: boolean }) => {
      let done = 0;
      setDecided(done);
      for (const { flowId, decisions } of requests) {
        const answer = await fetchEndpoint(connectionTo(tenant), endpoints.decideConflicts, {
          params: { flow_id: flowId },
          body: { decisions, remember },
        });
        done += answer.decided;
        setDecided(done);
      }
      return done;
    },
    onSettled: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== PREVIEW }),
  });
  return { deciding, decided };
}
