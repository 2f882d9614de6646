import { hashKey, useInfiniteQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import { isFinal } from '#shared/statuses.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import type { StandingFilter } from './flow-filter.ts';
import { readMergedPage, type MergedPage, type Source } from './merge-flows.ts';

/** How often the loaded pages are read again while something may change, and while all is at rest, ms. */
const BUSY_REFRESH_MS = 3_000;
const REST_REFRESH_MS = 10_000;

/** Engagements watched at once. Each is a request of its own per refresh, so a wider filter must be narrowed first. */
export const ENGAGEMENTS_WATCHED_MAX = 60;

/** Requests of one refresh for which the intervals above hold; more of them come less often. */
const REQUESTS_PER_REFRESH = 8;

interface FlowFilter extends StandingFilter {
  client: string | null;
  engagement: string | null;
  /** In the name of the file or the sheet; null is all. */
  search: string | null;
}

/** Flows of some engagements, newest first, deleted ones only where they are asked for; page by page, read again while the page is in sight. */
export function useFlows(tenants: readonly Tenant[], filter: FlowFilter) {
  const { connectionTo } = useSignedIn();
  const first: Source[] = tenants.map((tenant) => ({ tenant, buffered: [], cursor: undefined }));
  return useInfiniteQuery({
    queryKey: ['flows', filter, tenants],
    enabled: tenants.length > 0 && tenants.length <= ENGAGEMENTS_WATCHED_MAX,
    initialPageParam: first,
    getNextPageParam: (last) => last.next,
    // A new engagement within the same filter changes what is read; until that is here, the rows stay.
    placeholderData: (before, query) => (hashKey([query?.queryKey[1]]) === hashKey([filter]) ? before : undefined),
    queryFn: ({ pageParam, signal }: { pageParam: Source[]; signal: AbortSignal }): Promise<MergedPage> =>
      readMergedPage(pageParam, PAGE_DEFAULT, (tenant, cursor) =>
        fetchEndpoint(connectionTo(tenant), endpoints.listFlows, {
          query: {
            limit: PAGE_DEFAULT,
            deleted: 'left_out',
            ...(cursor === undefined ? {} : { cursor }),
            ...(filter.status === null ? {} : { status: filter.status }),
            ...(filter.waitsFor === null ? {} : { waits_for: filter.waitsFor }),
            ...(filter.search === null ? {} : { search: filter.search }),
          },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => flowsRefreshMs(state.data?.pages, tenants),
  });
}

export function flowsRefreshMs(pages: readonly MergedPage[] = [], tenants: readonly Tenant[] = []): number {
  const isBusy = pages.some((page) => page.items.some(({ flow }) => !isFinal(flow.status)));
  const requests = pages.length * tenants.length;
  return (isBusy ? BUSY_REFRESH_MS : REST_REFRESH_MS) * Math.max(1, requests / REQUESTS_PER_REFRESH);
}
