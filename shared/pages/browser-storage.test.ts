import { afterEach, expect, test } from '@jest/globals';
import { computerStorage, tabStorage } from './browser-storage.ts';

const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
afterEach(() => {
  if (before) Object.defineProperty(globalThis, 'sessionStorage', before);
  else Reflect.deleteProperty(globalThis, 'sessionStorage');
});

const useStorage = (storage: () => Partial<Storage>): void =>
  void Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: storage });
const deny = (): never => {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
};

test('keeps what it is given in the browser, and lets go of it', () => {
  const kept = new Map<string, string>();
  useStorage(() => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }));
  tabStorage.keep('a', '1');
  expect(kept).toEqual(new Map([['a', '1']]));
  expect(tabStorage.read('a')).toBe('1');
  tabStorage.forget('a');
  expect(tabStorage.read('a')).toBeNull();
});

test('keeps it for as long as the page is open where the browser denies its storage, each for itself', () => {
  useStorage(deny);
  expect(tabStorage.read('a')).toBeNull();
  tabStorage.keep('a', '1');
  expect(tabStorage.read('a')).toBe('1');
  expect(computerStorage.read('a')).toBeNull();
  tabStorage.forget('a');
  expect(tabStorage.read('a')).toBeNull();
});

test('does not give an older text for one that found no room', () => {
  useStorage(() => ({ getItem: () => 'old', setItem: deny, removeItem: () => undefined }));
  tabStorage.keep('a', 'new');
  expect(tabStorage.read('a')).toBe('new');
  tabStorage.forget('a');
});
