import { expect, test } from '@jest/globals';
import { announcedHost } from './announced-host.ts';

test.each([
  ['127.0.0.1', 'localhost'],
  ['0.0.0.0', 'localhost'],
  ['::', 'localhost'],
  ['::1', '[::1]'],
  ['192.0.2.7', '192.0.2.7'],
  ['import.example.com', 'import.example.com'],
])('a service that listens on %s is announced at %s', (host, announced) => {
  expect(announcedHost(host)).toBe(announced);
});
