import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { RememberedMappingView } from '#shared/schemas/mapping-memory.schema.ts';
import { naturally, WHOLE_LIST } from '../parts/natural-order.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

/** What a client's analysts decided on headers, page by page. */
export function useMemory(tenant: Tenant, search: string) {
  const { connectionTo } = useSignedIn();
  return usePages(
    ['memory', tenant.clientAccountId, search],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listMappingMemory, {
        query: { ...page, ...(search !== '' && { search }) },
        signal,
      }),
    { limit: WHOLE_LIST, order: byHeader },
  );
}

const byHeader = (one: RememberedMappingView, other: RememberedMappingView): number =>
  naturally(one.header, other.header);

export function useForget(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (memoryId: string) =>
      fetchEndpoint(connectionTo(tenant), endpoints.forgetMapping, { params: { memory_id: memoryId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['memory', tenant.clientAccountId] }),
  });
}
