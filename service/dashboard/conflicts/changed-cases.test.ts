import { expect, test } from '@jest/globals';
import type { HeldCase } from '#shared/schemas/conflict.schema.ts';
import { requestsOf, undecidedOf } from './bulk-decision.ts';
import { changesSince } from './changed-cases.ts';

const held = (name: string, version: string, candidates: string[] = []): HeldCase =>
  ({
    conflict_id: name,
    version,
    origin: { flow_id: 'flow_1' },
    things: [{ name, row_numbers: [1] }],
    candidates: candidates.map((asset) => ({ asset_id: asset, name: asset })),
    row_count: 1,
  }) as unknown as HeldCase;

test('conflicts that changed since they were looked at are named with what they have become', () => {
  const seen = [held('web', '1'), held('db', '1', ['db9']), held('nas', '1'), held('ftp', '1')];
  const now = [held('web', '1'), held('db', '2', []), held('ftp', '2', ['a', 'b', 'c', 'd', 'e'])];
  expect(changesSince(seen, now)).toEqual([
    'db: may be no asset of the inventory now.',
    'nas: no longer open.',
    'ftp: may now be a, b, c and 2 more.',
  ]);
  expect(changesSince(now, now)).toEqual([]);
});

test('the first five changes are named, the others counted', () => {
  const seen = Array.from({ length: 7 }, (_, at) => held(`app${at}`, '1'));
  expect(changesSince(seen, []).slice(4)).toEqual(['app4: no longer open.', '2 others have changed too.']);
});

test('what was decided from here is not among what changed', () => {
  const seen = [held('web', '1'), held('db', '1'), held('nas', '1')];
  expect(undecidedOf(seen, requestsOf('create', seen), 2).map(({ conflict_id: id }) => id)).toEqual(['nas']);
});
