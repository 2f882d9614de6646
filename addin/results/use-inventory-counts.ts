import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_MAX } from '#shared/limits.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { inventoryCounts } from './inventory-counts.ts';

/** What a completed flow did to the inventory; null when it wrote none. */
export function useInventoryCounts(connection: PaneConnection, flowId: string) {
  return useQuery({
    queryKey: ['inventory-counts', flowId],
    queryFn: async () => {
      const tasks = await fetchEndpoint(connection, endpoints.listTasks, {
        params: { flow_id: flowId },
        query: { limit: PAGE_MAX },
      });
      return inventoryCounts(tasks.items);
    },
  });
}
