import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { createApiKeyRequestSchema } from '#shared/schemas/access.schema.ts';
import { usePages } from '../parts/use-pages.ts';
import { useSignedIn } from '../session/session-context.ts';

type CreateKeyRequest = z.infer<typeof createApiKeyRequestSchema>;

/** API keys within what this key may see; nothing is asked for those who may not. */
export function useKeys() {
  const { connection, may } = useSignedIn();
  return usePages(
    ['keys'],
    (page, signal) => fetchEndpoint(connection, endpoints.listApiKeys, { query: page, signal }),
    { enabled: may(endpoints.listApiKeys.role) },
  );
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
