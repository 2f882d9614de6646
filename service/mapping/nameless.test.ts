import { describe, expect, test } from '@jest/globals';
import { suggest } from '#test/builders/suggested-mappings.ts';
import { isNameless } from './nameless.ts';
import { headerFingerprint } from './remembered.ts';

describe('a header that is no name', () => {
  test.each([
    'Column 3',
    'Column12',
    'Spalte 4',
    'colonne1',
    'F5',
    'Unnamed: 0',
    '__EMPTY',
    '__EMPTY_2',
    '_c0',
    'Field 7',
    '',
    '  ',
  ])('%j is none', (header) => expect(isNameless(header)).toBe(true));

  test.each([
    'Column',
    'Column headings',
    'F5 LTM',
    'Field',
    'C',
    'Custom 1',
    'Disk 2',
    'IP1',
    'Empty slots',
    'x'.repeat(100_000),
  ])('%j may be one', (header) => expect(isNameless(header)).toBe(false));

  test('is not remembered: the third column of another sheet holds something else', () => {
    expect(headerFingerprint('Column 3')).toBe('');
    expect(headerFingerprint('Custom 3')).toBe('custom 3');
  });
});

describe('a sheet without headers', () => {
  const columns: [string, string[]][] = [
    ['Column 1', ['srv-app-01', 'srv-db-02', 'srv-web-03']],
    ['Column 2', ['10.1.2.3', '10.1.2.4', '10.1.3.9']],
    ['Column 3', ['Windows Server 2019 Standard', 'Red Hat Enterprise Linux 8.4', 'Ubuntu 20.04']],
    ['Column 4', ['Production', 'Test', 'Production']],
    ['Column 5', ['Dell Inc.', 'HPE', 'Dell Inc.']],
    ['Column 6', ['PowerEdge R740', 'ProLiant DL380 Gen10', 'PowerEdge R640']],
    ['Column 7', ['16', '32', '8']],
    ['Column 8', ['Anna Smith', 'Ben Miller', 'Carla Jones']],
    ['Column 9', ['call before reboot', '', 'old']],
    ['Column 10', ['2021-03-04', '2020-11-30', '2019-01-01']],
  ];

  test('is mapped by what its values alone can name, and nothing else', () => {
    expect(suggest(columns).map(({ targetField }) => targetField)).toEqual([
      'hostname',
      'ip_address',
      'operating_system',
      'environment',
      'manufacturer',
      'model',
      null,
      null,
      null,
      null,
    ]);
  });

  test('is asked about: no suggestion is ready by itself, and says why', () => {
    const suggested = suggest(columns).filter(({ targetField }) => targetField !== null);
    expect(Math.max(...suggested.map(({ confidence }) => confidence))).toBeLessThan(0.8);
    for (const { reasons } of suggested) expect(reasons.at(-1)?.text).toContain('no name of its own');
  });

  test.each([
    ['repeated codes are no names of machines', ['app-01', 'app-01', 'db-02', 'db-02', 'db-02']],
    ['numbers', ['1', '2', '3']],
    ['mixed values', ['10.1.2.3', 'srv-1', 'n/a', 'Linux']],
  ])('%s', (_what, cells) => {
    expect(suggest([['F3', cells]])[0]?.targetField).toBeNull();
  });
});
