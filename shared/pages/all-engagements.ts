import type { z } from 'zod';
import { fetchEndpoint, type Connection } from '../call-endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { PAGE_MAX } from '../limits.ts';
import type { engagementSchema } from '../schemas/access.schema.ts';

type Engagement = z.infer<typeof engagementSchema>;

/** Every engagement that the key of the connection may see. @throws ApiFailure */
export async function allEngagements(connection: Connection, signal?: AbortSignal): Promise<Engagement[]> {
  const found: Engagement[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Engagement[]; next_cursor: string | null } = await fetchEndpoint(
      connection,
      endpoints.listEngagements,
      { query: { limit: PAGE_MAX, ...(cursor !== null && { cursor }) }, ...(signal && { signal }) },
    );
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return found;
}
