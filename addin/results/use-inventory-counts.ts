import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_MAX } from '#shared/limits.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { inventoryCounts } from './inventory-counts.ts';

/** What a flow did to the inventory, or showed that it would do; null when it did not. */
export function useInventoryCounts(connection: PaneConnection, flowId: string, what: 'written' | 'shown' = 'written') {
  return useQuery({
    queryKey: ['inventory-counts', flowId, what],
    // What is shown may be another inventory the next time.
    gcTime: 0,
    queryFn: async () => {
      const tasks = await fetchEndpoint(connection, endpoints.listTasks, {
        params: { flow_id: flowId },
        query: { limit: PAGE_MAX },
      });
      return inventoryCounts(tasks.items, what);
    },
  });
}
