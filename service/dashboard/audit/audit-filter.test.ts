import { expect, test } from '@jest/globals';
import { auditFilterOf, auditQueryOf, sinceWords } from './audit-filter.ts';

const nowMs = Date.parse('2026-11-28T06:00:00Z');
const queryOf = (said: object) =>
  auditQueryOf(auditFilterOf({ action: null, search: null, since: null, ...said } as never), nowMs);

test('the address narrows the audit log by act, key and time', () => {
  expect(queryOf({ action: 'flow.delete', search: 'ana', since: '7d' })).toEqual({
    action: 'flow.delete',
    actor: 'ana',
    from: '2026-11-21T06:00:00.000Z',
  });
  expect(queryOf({ action: 'Delete!', since: 'constructor' })).toEqual({});
  expect(['1d', '30d'].map(sinceWords)).toEqual(['The last 24 hours', 'The last 30 days']);
});
