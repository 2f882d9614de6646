import type { Logger } from './logger.ts';

/**
 * Works on one item after the other. A failure is logged and keeps no other item from its turn; the next search for
 * items finds the failed one again.
 *
 * @param mayGoOn asked before every item
 */
export async function oneByOne<Item extends { _id: string }>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  { what, log, mayGoOn }: { what: string; log: Logger; mayGoOn: () => boolean },
): Promise<void> {
  for (const item of items) {
    if (!mayGoOn()) return;
    try {
      await work(item);
    } catch (error) {
      log.warn({ err: error, id: item._id }, `${what} failed for one; the next round tries it again`);
    }
  }
}
