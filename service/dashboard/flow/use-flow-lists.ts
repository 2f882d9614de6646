import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchEndpoint, type CallInput } from '#shared/call-endpoint.ts';
import type { Endpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_MAX } from '#shared/limits.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isFinal } from '#shared/statuses.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { FLOW_REFRESH_MS, type FlowAddress } from './use-flow.ts';

const TASKS_REFRESH_MS = 2 * FLOW_REFRESH_MS;

/** The flow and everything that is read for it is read again while it may still change. */
function refreshOf(flow: Flow): number | false {
  return isFinal(flow.status) ? false : TASKS_REFRESH_MS;
}

/** Attempts of all phases; a flow has few, so one page holds them. */
export function useTasks({ tenant, flowId }: FlowAddress, flow: Flow) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['tasks', tenant, flowId, isFinal(flow.status)],
    placeholderData: keepPreviousData,
    refetchInterval: refreshOf(flow),
    queryFn: async ({ signal }) =>
      (
        await fetchEndpoint(connectionTo(tenant), endpoints.listTasks, {
          params: { flow_id: flowId },
          query: { limit: PAGE_MAX },
          signal,
        })
      ).items,
  });
}

export function useFindings({ tenant, flowId }: FlowAddress, flow: Flow) {
  return usePages(endpoints.listFindings, {
    tenant,
    queryKey: ['findings', tenant, flowId, flow.revision],
    input: { params: { flow_id: flowId } },
    limit: 200,
  });
}

export function useMappings(tenant: Tenant, flow: Flow) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['mappings', tenant, flow.data_import_id, flow.revision],
    placeholderData: keepPreviousData,
    refetchInterval: refreshOf(flow),
    queryFn: async ({ signal }) =>
      (
        await fetchEndpoint(connectionTo(tenant), endpoints.listFieldMappings, {
          params: { data_import_id: flow.data_import_id },
          signal,
        })
      ).items,
  });
}

/** Raw records never change, so what is read once is kept. */
export function useRecords(tenant: Tenant, dataImportId: string, rowNumber: number | null) {
  return usePages(endpoints.listRecords, {
    tenant,
    queryKey: ['records', tenant, dataImportId, rowNumber],
    input: {
      params: { data_import_id: dataImportId },
      ...(rowNumber === null ? {} : { query: { row_number: rowNumber } }),
    },
    limit: 200,
  });
}

export function useImport(tenant: Tenant, dataImportId: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['import', tenant, dataImportId],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getImport, { params: { data_import_id: dataImportId }, signal }),
  });
}

/** Only admins may read jobs; for others nothing is asked. */
export function useJobs({ tenant, flowId }: FlowAddress, flow: Flow) {
  const { connectionTo, may } = useSignedIn();
  return useQuery({
    queryKey: ['jobs', tenant, flowId, isFinal(flow.status)],
    enabled: may(endpoints.listJobs.role),
    placeholderData: keepPreviousData,
    refetchInterval: refreshOf(flow),
    queryFn: async ({ signal }) =>
      (await fetchEndpoint(connectionTo(tenant), endpoints.listJobs, { params: { flow_id: flowId }, signal })).items,
  });
}
