import { useState } from 'react';
import { usePages } from './use-pages.ts';
import type { ListQuery } from './ListState.tsx';

/** Items of one page once somebody has asked for more than the first. */
const REST_PAGE = 500;

export interface Rest<Item> extends Pick<ListQuery<Item>, 'error' | 'isError' | 'refetch'> {
  items: readonly Item[];
  /** How many are not shown. */
  more: number;
  isLoading: boolean;
  showMore(): void;
}

/** A list of which the first items are known already: nothing is asked before somebody wants more of them. */
export function useRest<Item>(
  { first, count }: { first: readonly Item[]; count: number },
  queryKey: readonly unknown[],
  readPage: Parameters<typeof usePages<Item>>[1],
): Rest<Item> {
  const [isAsked, setIsAsked] = useState(false);
  const pages = usePages(queryKey, readPage, { limit: REST_PAGE, enabled: isAsked });
  const items = pages.data ?? first;
  return {
    items,
    more: Math.max(0, count - items.length),
    isLoading: pages.isLoadingMore || (isAsked && pages.data === undefined && !pages.isError),
    showMore: () => (pages.data === undefined ? setIsAsked(true) : pages.loadMore?.()),
    error: pages.error,
    isError: pages.isError,
    refetch: pages.refetch,
  };
}
