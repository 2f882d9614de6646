import { expect, test } from '@jest/globals';
import type { ApiErrorCode } from '../api-error.ts';
import { ApiFailure } from '../call-endpoint.ts';
import { failureWords } from './failure-words.ts';

const refused = (code: ApiErrorCode, status: number, retryAfterSeconds: number | null = null) =>
  new ApiFailure('refused', 'No.', {
    status,
    problem: { type: 'about:blank', title: 'No', status, detail: 'No.', code, request_id: 'req_1' },
    retryAfterSeconds,
  });

test('where no answer came, both pages say the same', () => {
  const lost = new ApiFailure('network', 'fetch failed');
  expect(failureWords(lost, 'pane')).toEqual(failureWords(lost, 'dashboard'));
  expect(failureWords(lost, 'pane')).toMatchObject({ title: 'The service cannot be reached', requestId: null });
});

test('an answer of somebody else is told apart from none', () => {
  const foreign = new ApiFailure('unreadable', 'It is no JSON.', { status: 200 });
  expect(failureWords(foreign, 'pane')).toMatchObject({
    title: 'The answer is not from the service',
    message: 'It is no JSON.',
  });
});

test.each([
  [refused('forbidden', 403), 'Ask an admin for a key with this right.'],
  [refused('not_found', 404), 'It may belong to another client or engagement.'],
  [refused('too_many_requests', 429, 7), 'Try again in 7 s.'],
  [refused('service_unavailable', 503), 'Try again in a moment.'],
  [refused('internal_error', 500), 'Give the request id to an admin, who finds it in the log of the service.'],
  [refused('mapping_conflict', 409), null],
])('what the service refuses is told with the way on: %s', (failure, advice) => {
  expect(failureWords(failure, 'dashboard')).toEqual({ title: 'No', message: 'No.', advice, requestId: 'req_1' });
});

test('what failed in a page says which one to reload', () => {
  const failure = new TypeError('x is not a function');
  expect(failureWords(failure, 'pane').advice).toBe('Reload the pane and try again.');
  expect(failureWords(failure, 'dashboard').advice).toBe('Reload the page and try again.');
});
