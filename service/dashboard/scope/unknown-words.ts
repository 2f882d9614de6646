import type { Tenant } from '../session/session-context.ts';

/** Why an address shows nothing: it names a client or an engagement that this key sees no import of. Else null. */
export function unknownWords(
  tenants: readonly Tenant[],
  { client, engagement }: { client: string | null; engagement: string | null },
): { title: string; detail: string } | null {
  if (client === null) return null;
  const detail = 'It may be mistyped, have no import yet, or not be within the reach of your key. Choose another one.';
  const own = tenants.filter((tenant) => tenant.clientAccountId === client);
  if (own.length === 0) return { title: `There is no client ${client}`, detail };
  if (engagement === null || own.some((tenant) => tenant.engagementId === engagement)) return null;
  return { title: `${client} has no engagement ${engagement}`, detail };
}
