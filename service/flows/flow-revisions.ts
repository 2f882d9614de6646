import { trusted, type Model } from 'mongoose';
import type { FlowDocument } from '../models/flow.model.ts';

/** Across tenants: whoever watches a flow was given it within its own, and is told no more than that it changed. */
export async function readFlowRevisions(
  flows: Model<FlowDocument>,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const found = await flows
    .find({ _id: trusted({ $in: [...ids] }) }, { revision: 1 })
    .lean<Pick<FlowDocument, '_id' | 'revision'>[]>()
    .exec();
  return new Map(found.map(({ _id, revision }) => [_id, revision]));
}
