import { afterEach, expect, test } from '@jest/globals';
import { dashboardKey } from './dashboard-key.ts';

afterEach(() => void Reflect.deleteProperty(globalThis, 'sessionStorage'));

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
