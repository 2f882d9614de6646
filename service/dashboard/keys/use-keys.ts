import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_DEFAULT } from '#shared/limits.ts';
import type { createApiKeyRequestSchema } from '#shared/schemas/access.schema.ts';
import { useSignedIn } from '../session/session-context.ts';

export type CreateKeyRequest = z.infer<typeof createApiKeyRequestSchema>;

/** API keys within what this key may see; nothing is asked for those who may not. */
export function useKeys() {
  const { connection, may } = useSignedIn();
  const query = useInfiniteQuery({
    queryKey: ['keys'],
    enabled: may(endpoints.listApiKeys.role),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      fetchEndpoint(connection, endpoints.listApiKeys, {
        query: { limit: PAGE_DEFAULT, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
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

export function useKeyActs() {
  const { connection } = useSignedIn();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['keys'] });
  const create = useMutation({
    mutationFn: (body: CreateKeyRequest) => fetchEndpoint(connection, endpoints.createApiKey, { body }),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: (keyId: string) => fetchEndpoint(connection, endpoints.revokeApiKey, { params: { key_id: keyId } }),
    onSettled,
  });
  return { create, revoke };
}
