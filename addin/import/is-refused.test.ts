import { expect, test } from '@jest/globals';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { isRefused } from './is-refused.ts';

const refused = (status: number) =>
  new ApiFailure('refused', 'No.', { status, problem: { status } as NonNullable<ApiFailure['problem']> });

test.each([
  ['a refusal', refused(409), true],
  ['a failure of the service', refused(500), false],
  ['a database that may have stored it', refused(503), false],
  ['a lost answer', new ApiFailure('network', 'Lost.'), false],
  ['the page of a gateway', new ApiFailure('unreadable', 'Gateway.', { status: 403 }), false],
  ['a failure of the pane', new Error('No.'), false],
])('after %s it is known that nothing was done: %p', (_what, failure, expected) => {
  expect(isRefused(failure)).toBe(expected);
});
