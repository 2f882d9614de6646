import { assertCursor, unknownCursor } from '../access/page-cursor.ts';
import type { Page, PageRequest } from '../access/tenant-collection.ts';

/** One page of a list that its owner's document holds whole; the cursor names the owner and the place that follows. */
export function pageOfList<Item>(
  owner: string,
  items: readonly Item[],
  { cursor, limit }: Pick<PageRequest, 'cursor' | 'limit'>,
): Page<Item> {
  const from = placeIn(owner, cursor);
  const to = from + limit;
  return { items: items.slice(from, to), nextCursor: to < items.length ? `${owner}:${to}` : null };
}

/** @throws AppError invalid_request when the cursor leads nowhere */
function placeIn(owner: string, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  assertCursor(cursor, `${owner}:`);
  const place = cursor.slice(owner.length + 1);
  if (!/^\d{1,9}$/.test(place)) throw unknownCursor();
  return Number(place);
}
