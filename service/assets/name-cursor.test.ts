import { expect, test } from '@jest/globals';
import { NAME_CURSOR_MAX } from '#shared/limits.ts';
import { nameCursor, readNameCursor } from './name-cursor.ts';

test('a cursor leads back to its name and id, whatever the name is written in', () => {
  for (const name of ['srv1', '', 'Büro-Server', '服务器', '"];{', 'a\u0000b'])
    expect(readNameCursor(nameCursor({ _id: 'ast_1', name }))).toEqual({ _id: 'ast_1', name });
});

test('a cursor is no longer than requests may carry, even of the longest names', () => {
  const id = 'ast_0123456789abcdef0000001';
  for (const length of [150, 151, 32_767])
    expect(nameCursor({ _id: id, name: '服'.repeat(length) }).length).toBeLessThanOrEqual(NAME_CURSOR_MAX);
  expect(readNameCursor(nameCursor({ _id: id, name: 'x'.repeat(32_767) }))).toEqual({ _id: id, name: null });
});

test('anything else is refused', () => {
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const cursor of [
    '',
    'ast_1',
    '%',
    made({}),
    made([]),
    made([1]),
    made(['a', 1]),
    made(['a', 'b', 'c']),
    made(null),
  ])
    expect(() => readNameCursor(cursor)).toThrow('Begin with the first page');
});
