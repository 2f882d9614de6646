import { afterEach, expect, jest, test } from '@jest/globals';
import { dashboardKey } from './dashboard-key.ts';

afterEach(() => {
  jest.useRealTimers();
  dashboardKey.forget();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});

test('a key that was saved before somebody signed out on this computer is none', () => {
  jest.useFakeTimers({ now: 1_000 });
  dashboardKey.save('cmdb_secret');
  jest.setSystemTime(2_000);
  dashboardKey.signOutOfComputer();
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, true]);
  dashboardKey.signOut();
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, true]);
  dashboardKey.save('cmdb_secret');
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual(['cmdb_secret', false]);
  dashboardKey.forget();
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, false]);
});

test('where the browser denies storage the key lives as long as the page', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
  expect(dashboardKey.read()).toBeNull();
  dashboardKey.save('cmdb_secret');
  expect(dashboardKey.read()).toBe('cmdb_secret');
  dashboardKey.forget();
  expect(dashboardKey.read()).toBeNull();
});
