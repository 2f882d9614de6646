import type { Grant } from '#shared/schemas/access.schema.ts';

/** What a key may see, in words. */
export function grantWords({ client_account_id: client, engagement_id: engagement }: Grant): string {
  if (client === null) return 'All clients';
  return engagement === null ? `${client}, all engagements` : `${client} / ${engagement}`;
}
