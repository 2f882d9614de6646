import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import type { ListQuery } from './ListState.tsx';

interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

interface PageQuery {
  limit: number;
  cursor?: string;
}

interface PagesOptions<Item> {
  /** Items of one page. */
  limit?: number;
  /** Whether anything is asked at all. */
  enabled?: boolean;
  /** Whether the items of another key stay until the new ones are here. */
  isKept?: boolean;
  /** Whether what was read never changes. */
  isFinal?: boolean;
  /** The order of the list once all of it is here: before, rows would jump. */
  order?: (one: Item, other: Item) => number;
}

/** More pages than this are not read again only because somebody comes back to the tab. */
const READ_AGAIN_MAX = 4;

interface Pages<Item> extends ListQuery<Item> {
  data: Item[] | undefined;
  /** Set while there is more, and not where it could not be read: then `refetch` tries that page again. */
  loadMore: (() => void) | undefined;
  isLoadingMore: boolean;
  /** Whether the items are still those of another key. */
  isOld: boolean;
}

/** A list that is loaded page by page as the reader goes down. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  readPage: (query: PageQuery, signal: AbortSignal) => Promise<Page<Item>>,
  { limit = PAGE_DEFAULT, enabled = true, isKept = false, isFinal = false, order }: PagesOptions<Item> = {},
): Pages<Item> {
  const query = useInfiniteQuery<Page<Item>, Error, InfiniteData<Page<Item>>, readonly unknown[], string | undefined>({
    queryKey,
    enabled,
    ...(isKept && { placeholderData: keepPreviousData }),
    ...(isFinal && { staleTime: 'static' as const }),
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= READ_AGAIN_MAX,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor,
    queryFn: ({ pageParam, signal }) =>
      readPage({ limit, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal),
  });
  const isWhole = !query.hasNextPage;
  const data = useMemo(() => {
    const items = query.data?.pages.flatMap((page) => page.items);
    return isWhole && order !== undefined ? items?.sort(order) : items;
  }, [query.data, isWhole, order]);
  return {
    data,
    error: query.error,
    isError: query.isError,
    refetch: query.isFetchNextPageError ? query.fetchNextPage : query.refetch,
    loadMore: query.hasNextPage && !query.isFetchNextPageError ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
    isOld: query.isPlaceholderData,
  };
}
