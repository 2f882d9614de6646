import { afterEach, expect, jest, test } from '@jest/globals';
import { dashboardKey } from './dashboard-key.ts';

afterEach(() => {
  jest.useRealTimers();
  dashboardKey.forget();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});

test('a key that was saved before somebody signed out of it on this computer is none', () => {
  jest.useFakeTimers({ now: 1_000 });
  dashboardKey.save('cmdb_secret', 'key_1');
  jest.setSystemTime(2_000);
  dashboardKey.signOutOfComputer('key_1');
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, true]);
  dashboardKey.signOut();
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, true]);
  dashboardKey.save('cmdb_secret', 'key_1');
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual(['cmdb_secret', false]);
  dashboardKey.forget();
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, false]);
});

test('signing out of one key leaves another one as it is', () => {
  jest.useFakeTimers({ now: 3_000 });
  dashboardKey.save('cmdb_secret', 'key_2');
  jest.setSystemTime(4_000);
  dashboardKey.signOutOfComputer('key_1');
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual(['cmdb_secret', false]);
});

test('a key of which it is not kept which one it is, is none', () => {
  const kept = new Map([['cmdb-import-dashboard-key', '5000 cmdb_secret']]);
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    removeItem: (name: string) => kept.delete(name),
  };
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: () => storage });
  expect([dashboardKey.read(), dashboardKey.isSignedOut()]).toEqual([null, true]);
});

test('where the browser denies storage the key lives as long as the page', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
  expect(dashboardKey.read()).toBeNull();
  dashboardKey.save('cmdb_secret', 'key_1');
  expect(dashboardKey.read()).toBe('cmdb_secret');
  dashboardKey.forget();
  expect(dashboardKey.read()).toBeNull();
});
