import { expect, test } from '@jest/globals';
import { noFilter } from '../shell/location.ts';
import { auditFilterOf, auditQueryOf, sinceWords } from './audit-filter.ts';

const nowMs = Date.parse('2026-11-28T06:00:00Z');
const queryOf = (said: object) =>
  auditQueryOf(auditFilterOf({ ...noFilter, client: null, engagement: null, ...said } as never), nowMs);

test('the address narrows the audit log by act, key, client and time', () => {
  expect(queryOf({ action: 'flow.delete', search: 'ana', since: '7d', key: 'key_1', client: 'acme' })).toEqual({
    action: 'flow.delete',
    search: 'ana',
    key_id: 'key_1',
    client_account_id: 'acme',
    from: '2026-11-21T06:00:00.000Z',
  });
  expect(queryOf({ action: 'Delete!', since: 'constructor' })).toEqual({});
  expect(['1d', '30d'].map(sinceWords)).toEqual(['The last 24 hours', 'The last 30 days']);
});
