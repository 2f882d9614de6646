import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

/** Decisions on held records that later imports of the client follow, page by page. */
export function useRememberedDecisions(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  return usePages(['conflicts', tenant, 'remembered'], (page, signal) =>
    fetchEndpoint(connectionTo(tenant), endpoints.listRememberedDecisions, { query: page, signal }),
  );
}

export function useForgetDecision(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ruleId: string) =>
      fetchEndpoint(connectionTo(tenant), endpoints.forgetDecision, { params: { rule_id: ruleId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['conflicts', tenant, 'remembered'] }),
  });
}
