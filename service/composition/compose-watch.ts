import { readFlowRevisions } from '../flows/flow-revisions.ts';
import { RevisionWatch } from '../platform/revision-watch.ts';
import type { Foundation } from './foundation.ts';

/** Tells long polls that a flow, or the key they came with, has changed. */
export function composeWatch({ models, access, log }: Foundation): RevisionWatch {
  return new RevisionWatch(async (ids) => {
    const [flows, keys] = await Promise.all([readFlowRevisions(models.flows, ids), access.apiKeys.readRevisions(ids)]);
    return new Map([...flows, ...keys]);
  }, log);
}
