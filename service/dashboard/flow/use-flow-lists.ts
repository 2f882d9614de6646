import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { sheetOrigin } from '#shared/cell-address.ts';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { stageOf } from '#shared/pages/flow-stage.ts';
import { useStageChange } from '#shared/pages/use-stage-change.ts';
import { PAGE_MAX } from '#shared/limits.ts';
import type { Finding, Flow } from '#shared/schemas/flow.schema.ts';
import type { ImportDetail, RawRecord } from '#shared/schemas/import.schema.ts';
import { isFinal, type AssetChangeKind } from '#shared/statuses.ts';
import type { HeaderRow } from '#shared/records-text.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { FLOW_REFRESH_MS, type FlowAddress } from './use-flow.ts';

/** Findings and raw records: many to a page, and those of another key stay until the new ones are here. */
const LONG_LIST = { limit: 200, isKept: true };

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

function useReadAgain(queryKey: readonly unknown[], flow: Flow): void {
  const queries = useQueryClient();
  useStageChange(flow, () => void queries.invalidateQueries({ queryKey }));
}

export function useFindings({ tenant, flowId }: FlowAddress, flow: Flow) {
  const { connectionTo } = useSignedIn();
  const queryKey = ['findings', tenant, flowId];
  useReadAgain(queryKey, flow);
  return usePages<Finding>(
    queryKey,
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listFindings, {
        params: { flow_id: flowId },
        query: page,
        signal,
      }),
    LONG_LIST,
  );
}

/** What the import did, or would do, to the inventory; null: of every kind. */
export function useAssetChanges({ tenant, flowId }: FlowAddress, flow: Flow, kind: AssetChangeKind | null) {
  const { connectionTo } = useSignedIn();
  const ofFlow = ['asset-changes', tenant, flowId];
  useReadAgain(ofFlow, flow);
  return usePages([...ofFlow, kind], (page, signal) =>
    fetchEndpoint(connectionTo(tenant), endpoints.listAssetChanges, {
      params: { flow_id: flowId },
      query: { ...page, ...(kind !== null && { kind }) },
      signal,
    }),
  );
}

export function useMappings(tenant: Tenant, flow: Flow) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['mappings', tenant, flow.data_import_id, stageOf(flow)],
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
  const { connectionTo } = useSignedIn();
  return usePages<RawRecord>(
    ['records', tenant, dataImportId, rowNumber],
    (page, signal) =>
      fetchEndpoint(connectionTo(tenant), endpoints.listRecords, {
        params: { data_import_id: dataImportId },
        query: { ...page, ...(rowNumber !== null && { row_number: rowNumber }) },
        signal,
      }),
    { ...LONG_LIST, isFinal: true },
  );
}

export function useImport(tenant: Tenant, dataImportId: string, enabled = true) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: ['import', tenant, dataImportId],
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      fetchEndpoint(connectionTo(tenant), endpoints.getImport, { params: { data_import_id: dataImportId }, signal }),
  });
}

/** Of a flow's import, read where a record is named; null until then, and where the import came without a range. */
export function useHeaderRow(tenant: Tenant, dataImportId: string, isNamed = true): HeaderRow {
  const { data } = useImport(tenant, dataImportId, isNamed);
  return data === undefined ? null : headerRowOf(data);
}

export function headerRowOf(detail: ImportDetail): HeaderRow {
  return sheetOrigin(detail)?.headerRow ?? null;
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
