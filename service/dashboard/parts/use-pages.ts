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

interface PagesOptions {
  /** Items of one page. */
  limit?: number;
  /** Whether anything is asked at all. */
  enabled?: boolean;
  /** Whether the items of another key stay until the new ones are here. */
  isKept?: boolean;
}

interface Pages<Item> extends ListQuery<Item> {
  data: Item[] | undefined;
  /** Set while there is more. */
  loadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

/** A list that is loaded page by page as the reader goes down. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  readPage: (query: PageQuery, signal: AbortSignal) => Promise<Page<Item>>,
  { limit = PAGE_DEFAULT, enabled = true, isKept = false }: PagesOptions = {},
): Pages<Item> {
  const query = useInfiniteQuery<Page<Item>, Error, InfiniteData<Page<Item>>, readonly unknown[], string | undefined>({
    queryKey,
    enabled,
    ...(isKept && { placeholderData: keepPreviousData }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor,
    queryFn: ({ pageParam, signal }) =>
      readPage({ limit, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal),
  });
  const data = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  return {
    data,
    error: query.error,
    isError: query.isError,
    refetch: query.refetch,
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
  };
}
