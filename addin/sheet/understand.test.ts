import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { columnFacts, sheetConcerns } from './column-facts.ts';
import { guessHeaderRow } from './header-row.ts';

describe('the header row', () => {
  test.each<[string, Cell[][], number]>([
    [
      'the first row of a plain sheet',
      [
        ['Name', 'IP'],
        ['a', '10.0.0.1'],
      ],
      0,
    ],
    [
      'the row below a title and a blank',
      [
        ['Server list 2026', null, null],
        [null, null, null],
        ['Name', 'IP', 'RAM'],
        ['a', '10.0.0.1', 16],
      ],
      2,
    ],
    [
      'texts rather than the numbers below',
      [
        ['Name', 'Cores', 'RAM'],
        [1, 2, 3],
        [4, 5, 6],
      ],
      0,
    ],
    [
      'the first of equal rows of text',
      [
        ['Name', 'Site'],
        ['srv', 'Berlin'],
        ['srv2', 'Paris'],
      ],
      0,
    ],
    [
      'not a row of repeated words',
      [
        ['x', 'x', 'x'],
        ['Name', 'Site', 'OS'],
        ['a', 'b', 'c'],
      ],
      1,
    ],
  ])('is %s', (_what, rows, index) => {
    expect(guessHeaderRow(rows)).toBe(index);
  });
});

describe('the facts of a column', () => {
  const headers: Cell[] = ['Name', 'Cores', 'Installed', 'Admin Password', '', 'Name'];
  const rows: Cell[][] = [
    ['a', 2, { type: 'date', iso: '2024-01-01T00:00:00', serial: 45_292, format: 'd.m.yy' }, 'x', null, 'b'],
    ['b', 'four', null, null, null, { type: 'error', code: '#N/A' }],
  ];

  test('are measured: type, fill rate, errors, likely secrets', () => {
    expect(
      columnFacts(headers, rows).map(({ kind, fillRate, errorCells, isSecretLooking }) => [
        kind,
        fillRate,
        errorCells,
        isSecretLooking,
      ]),
    ).toEqual([
      ['text', 1, 0, false],
      ['mixed', 1, 0, false],
      ['date', 0.5, 0, false],
      ['text', 0.5, 0, true],
      ['blank', 0, 0, false],
      ['text', 1, 1, false],
    ]);
  });

  test('call a column secret by the same rule as the service: what it holds, not what it is about', () => {
    const isSecret = (header: string): boolean | undefined => columnFacts([header], [])[0]?.isSecretLooking;
    expect(['Admin Password', 'API key', 'Passwort'].map(isSecret)).toEqual([true, true, true]);
    expect(['Password last set', 'Token expiry date', 'Owner'].map(isSecret)).toEqual([false, false, false]);
  });

  test('become concerns only where there is something to say', () => {
    const texts = sheetConcerns(columnFacts(headers, rows), { hiddenRowCount: 2, blankRowsBelow: 0 }).map(
      (concern) => concern.text,
    );
    expect(texts).toEqual([
      'Doubled headers: Name. All are kept and told apart by a number.',
      '1 column has no header and will be called by position.',
      '1 cell shows an Excel error. They are stored as errors and listed after the import.',
      '2 rows are hidden in the sheet and will be imported too.',
    ]);
    expect(sheetConcerns(columnFacts(['Name'], [['a']]), { hiddenRowCount: 0, blankRowsBelow: 0 })).toEqual([]);
  });
});
