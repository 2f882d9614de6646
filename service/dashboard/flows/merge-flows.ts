import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { Tenant } from '../session/session-context.ts';

/** A flow with the tenant it was read from; the wire form does not repeat it. */
export interface TenantFlow {
  tenant: Tenant;
  flow: Flow;
}

/** Where reading one engagement's flows stands. `cursor` undefined: not begun, null: nothing further. */
export interface Source {
  tenant: Tenant;
  /** Read but not yet shown, newest first. */
  buffered: readonly TenantFlow[];
  cursor: string | null | undefined;
}

export interface MergedPage {
  items: TenantFlow[];
  /** null when every source is exhausted. */
  next: Source[] | null;
}

type ReadPage = (
  tenant: Tenant,
  cursor: string | undefined,
) => Promise<{ items: readonly Flow[]; next_cursor: string | null }>;

/**
 * One page, newest first, over several engagements that can only be read one by one. Every source is first topped up to
 * a whole page, which one read gives, so the newest `limit` of all buffers are the newest of all flows.
 */
export async function readMergedPage(
  sources: readonly Source[],
  limit: number,
  readPage: ReadPage,
): Promise<MergedPage> {
  const topped = await Promise.all(sources.map((source) => topUp(source, limit, readPage)));
  const items = topped
    .flatMap((source) => source.buffered)
    .sort(newestFirst)
    .slice(0, limit);
  const taken = new Set(items);
  const next = topped
    .map((source) => ({ ...source, buffered: source.buffered.filter((item) => !taken.has(item)) }))
    .filter((source) => source.buffered.length > 0 || source.cursor !== null);
  return { items, next: next.length === 0 ? null : next };
}

async function topUp(source: Source, limit: number, readPage: ReadPage): Promise<Source> {
  const { tenant, buffered, cursor } = source;
  if (buffered.length >= limit || cursor === null) return source;
  const page = await readPage(tenant, cursor);
  const read = page.items.map((flow) => ({ tenant, flow }));
  return { tenant, buffered: [...buffered, ...read], cursor: page.next_cursor };
}

function newestFirst(left: TenantFlow, right: TenantFlow): number {
  return Date.parse(right.flow.created_at) - Date.parse(left.flow.created_at);
}
