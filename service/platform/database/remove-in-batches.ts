import type { Model } from 'mongoose';
import { readAhead } from './read-ahead.ts';

/** Removed with one command, so that no command holds the server for long. */
export const REMOVE_BATCH = 10_000;

/**
 * Removes the documents that match when they are reached, however many. Past mongoose: the filter goes to the server as
 * it is.
 *
 * @param mayGoOn asked before every batch
 */
export async function removeInBatches<Document>(
  model: Model<Document>,
  filter: object,
  mayGoOn = (): boolean => true,
): Promise<void> {
  const { collection } = model;
  const found = collection.find<{ _id: string }>(filter as never, { projection: { _id: 1 } }).batchSize(REMOVE_BATCH);
  for await (const batch of readAhead(found)) {
    if (!mayGoOn()) return;
    const ids = batch.map(({ _id }) => _id);
    await collection.deleteMany({ $and: [filter, { _id: { $in: ids } }] }, { hint: { _id: 1 } });
  }
}
