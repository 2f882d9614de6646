import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Graph } from '#shared/schemas/graph.schema.ts';
import type { EdgeState } from '#shared/statuses.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

const keyOf = (tenant: Tenant, what: string, ...of: unknown[]) => [
  'graph',
  tenant.clientAccountId,
  tenant.engagementId,
  what,
  ...of,
];

/** A graph, and the node it was read around; null: it is of what matters most. */
export interface ReadPicture {
  graph: Graph;
  focus: string | null;
}

/** The picture around a node, or of what matters most; while another one is read, the one before. */
export function usePicture(tenant: Tenant, focus: string | null, depth: number) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: keyOf(tenant, 'picture', focus, depth),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ReadPicture> => ({
      graph: await fetchEndpoint(connectionTo(tenant), endpoints.getGraph, {
        query: { depth, ...(focus === null ? {} : { focus }) },
        signal,
      }),
      focus,
    }),
  });
}

export function useGraphSummary(tenant: Tenant) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: keyOf(tenant, 'summary'),
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.getGraphSummary, { signal }),
  });
}

export function useNodeSearch(tenant: Tenant, search: string) {
  const { connectionTo } = useSignedIn();
  return useQuery({
    queryKey: keyOf(tenant, 'nodes', search),
    enabled: search !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.searchGraph, { query: { search }, signal }),
  });
}

/** Edges of one state, or all, page by page. */
export function useEdges(tenant: Tenant, state: EdgeState | null) {
  const { connectionTo } = useSignedIn();
  return usePages(keyOf(tenant, 'edges', state), (page, signal) =>
    fetchEndpoint(connectionTo(tenant), endpoints.listGraphEdges, {
      query: { ...page, ...(state !== null && { state }) },
      signal,
    }),
  );
}
