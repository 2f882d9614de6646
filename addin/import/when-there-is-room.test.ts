import { expect, test } from '@jest/globals';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { whenThereIsRoom } from './when-there-is-room.ts';

const refusal = (code: string): ApiFailure =>
  new ApiFailure('refused', code, { status: 429, problem: { code } as never });

function sending(failures: readonly Error[]) {
  let sent = 0;
  const send = (): Promise<string> => {
    const failure = failures[sent];
    sent += 1;
    return failure === undefined ? Promise.resolve('stored') : Promise.reject(failure);
  };
  return { send, count: () => sent };
}

test('is sent again until there is room', async () => {
  const busy = refusal('too_many_in_flight');
  const { send, count } = sending([busy, busy]);
  expect(await whenThereIsRoom(send, 1)).toBe('stored');
  expect(count()).toBe(3);
});

test.each([
  refusal('open_flow_exists'),
  refusal('too_many_requests'),
  new ApiFailure('network', 'The service did not answer.'),
])('is sent once when it fails for another reason, which is said: %s', async (failure) => {
  const { send, count } = sending([failure]);
  await expect(whenThereIsRoom(send, 1)).rejects.toBe(failure);
  expect(count()).toBe(1);
});
