import { expect, test } from '@jest/globals';
import type { FlowDocument, StoppingWriters } from '../models/flow.model.ts';
import { stoppingWriters } from './inventory-turns.ts';

const at = (second: number) => new Date(second * 1_000);
const now = at(100);
const ownerLeft: StoppingWriters = { phase: 'asset_inventory', attempt: 2, until: at(130), has_helpers: false };

const flowWith = (leaseUntil: Date | null, stopping: StoppingWriters | null) =>
  ({
    current_phase: 'asset_inventory',
    phases: [{ phase: 'asset_inventory', attempt: 2 }],
    due: leaseUntil === null ? null : { phase: 'asset_inventory', lease_until: leaseUntil },
    stopping,
  }) as FlowDocument;

test.each<[string, FlowDocument, Date | null, StoppingWriters | null]>([
  ['nobody', flowWith(null, null), null, null],
  ['the owner', flowWith(at(130), null), null, ownerLeft],
  ['the owner of a flow that was paused before', flowWith(null, ownerLeft), null, ownerLeft],
  ['that owner beside a helper', flowWith(null, ownerLeft), at(110), { ...ownerLeft, has_helpers: true }],
  ['a helper', flowWith(null, null), at(110), { ...ownerLeft, until: at(110), has_helpers: true }],
  [
    'the helper of before, and the owner of now',
    flowWith(at(130), { ...ownerLeft, until: at(110), has_helpers: true }),
    null,
    { ...ownerLeft, has_helpers: true },
  ],
  [
    'the owner of an earlier attempt, whom the owner of now does not speak for',
    flowWith(at(120), { ...ownerLeft, attempt: 1 }),
    null,
    { ...ownerLeft, has_helpers: true },
  ],
  ['no one whose time is over', flowWith(at(130), { ...ownerLeft, attempt: 1, until: at(90) }), null, ownerLeft],
])('of a flow that is to stop may still write: %s', (_who, flow, helpersUntil, expected) => {
  expect(stoppingWriters(flow, helpersUntil, now)).toEqual(expected);
});
