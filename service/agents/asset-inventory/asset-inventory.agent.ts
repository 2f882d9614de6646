import type { Agent } from '../agent.ts';
import { conclude } from './conclude.ts';
import { identifyPass } from './identify-pass.ts';
import { reconcilePass } from './reconcile-pass.ts';

/**
 * Turns records into assets: what each is, which are one thing, what changes. Reads all records twice: what they are known
 * by, then what they say. Nothing that is in doubt is merged.
 */
export const assetInventory: Agent = {
  name: 'asset-inventory',
  phase: 'asset_inventory',
  passes: () => [identifyPass, reconcilePass],
  conclude: (input, parts) => Promise.resolve(conclude(input, parts)),
};
