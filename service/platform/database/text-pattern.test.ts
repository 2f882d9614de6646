import { expect, test } from '@jest/globals';
import { containing, containingName } from './text-pattern.ts';

test('what people search for means itself: operators of patterns find only themselves', () => {
  expect(containing('SERVERS (2)').test('servers (2).xlsx')).toBe(true);
  for (const operators of ['.*', '^s', '[a-z]', '(', 'a|b', '\\', '$', '{1}']) {
    expect(containing(operators).test('servers.xlsx')).toBe(false);
    expect(containing(operators).test(`x${operators}y`)).toBe(true);
  }
});

test('a name is found whether spaces or underscores part its words', () => {
  for (const name of ['memory_gb', 'Memory GB', 'RAM: memory _ gb', 'MEMORY__GB'])
    expect([name, containingName('Memory GB').test(name), containingName('memory_gb').test(name)]).toEqual([
      name,
      true,
      true,
    ]);
  expect(containingName('memory gb').test('memorygb')).toBe(false);
  expect([containingName('_id').test('asset_id'), containingName('_id').test('width')]).toEqual([true, false]);
  expect([containingName('_ _').test('asset_id'), containingName('__').test('width')]).toEqual([true, false]);
  expect(containingName('a.b c').test('a.b_c')).toBe(true);
  expect(containingName('a.b c').test('axb_c')).toBe(false);
});

test('whatever is searched, a run of spaces and underscores is asked for once, and only between words', () => {
  const hostile = ['_ _ z', '_'.repeat(100), `${'_ '.repeat(49)}z`, 'a _ _ b', ' _a_ ', 'z _ _ '];
  for (const words of hostile) {
    const { source } = containingName(words);
    expect(source).not.toMatch(/^\[\\s_\]\+|_\[|\[\\s_\]\+?\[|\]\+?_|\+$/);
  }
  expect(containingName('_ _ z').source).toBe('[\\s_]z');
});
