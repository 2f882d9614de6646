import { afterEach, expect, test } from '@jest/globals';
import { savedKey } from './saved-key.ts';

afterEach(() => void Reflect.deleteProperty(globalThis, 'sessionStorage'));

test('where the browser denies storage the key lives as long as the page', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
  expect(savedKey.read()).toBeNull();
  savedKey.save('cmdb_secret');
  expect(savedKey.read()).toBe('cmdb_secret');
  savedKey.forget();
  expect(savedKey.read()).toBeNull();
});
