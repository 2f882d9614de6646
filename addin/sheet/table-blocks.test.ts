import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { findTables } from './table-blocks.ts';
import { isTransposed } from './transposed.ts';

const _ = null;

describe('tables in one sheet', () => {
  test('are found beside one another by a repeated header or by their ends', () => {
    const repeated: Cell[][] = [
      ['Host', 'RAM', _, 'Host', 'RAM'],
      ['a', 1, _, 'c', 3],
      ['b', 2, _, 'd', 4],
    ];
    expect(findTables(repeated, 0)).toEqual([
      { top: 0, bottom: 2, left: 0, right: 1 },
      { top: 0, bottom: 2, left: 3, right: 4 },
    ]);
    const ended: Cell[][] = [
      ['Host', 'RAM', _, 'Switch', 'Firmware'],
      ['a', 1, _, 'c', 3],
      ['b', 2, _, _, _],
    ];
    expect(findTables(ended, 0).map(({ bottom }) => bottom)).toEqual([2, 1]);
  });

  test('are found below one another by another header below a blank row', () => {
    const rows: Cell[][] = [
      ['Host', 'IP', 'RAM'],
      ['a', '10.0.0.1', 16],
      ['b', '10.0.0.2', 16],
      [_, _, _],
      ['Switch', 'Ports', _],
      ['sw1', 24, _],
      ['sw2', 48, _],
    ];
    expect(findTables(rows, 0)).toEqual([
      { top: 0, bottom: 2, left: 0, right: 2 },
      { top: 4, bottom: 6, left: 0, right: 1 },
    ]);
  });

  test('are found below a title of their own', () => {
    const rows: Cell[][] = [
      ['Host', 'RAM'],
      ['a', 16],
      [_, _],
      ['Switches', _],
      ['Name', 'Ports'],
      ['sw1', 24],
    ];
    expect(findTables(rows, 0).map(({ top }) => top)).toEqual([0, 3]);
  });

  test.each<[string, Cell[][]]>([
    [
      'a blank column within a list',
      [
        ['Host', 'IP', _, 'RAM', 'Site'],
        ['a', 'b', _, 1, 'x'],
        ['c', 'd', _, 2, 'y'],
      ],
    ],
    [
      'a note beside a list',
      [
        ['Host', 'IP', _, _, 'as of May'],
        ['a', 'b', _, _, _],
        ['c', 'd', _, _, _],
      ],
    ],
    [
      'a header that is repeated',
      [
        ['Host', 'RAM'],
        ['a', 1],
        [_, _],
        ['Host', 'RAM'],
        ['b', 2],
      ],
    ],
    [
      'blank rows between records',
      [
        ['Host', 'Site'],
        ['a', 'x'],
        [_, _],
        ['b', 'y'],
        ['c', 'x'],
      ],
    ],
    [
      'a total below a blank row',
      [
        ['Host', 'RAM'],
        ['a', 1],
        [_, _],
        ['Total', 1],
      ],
    ],
  ])('are not %s', (_what, rows) => {
    expect(findTables(rows, 0)).toEqual([]);
  });
});

describe('a sheet written sideways', () => {
  const sideways: Cell[][] = [
    ['Host', 'web01', 'web02', 'web03'],
    ['IP', '10.0.0.1', '10.0.0.2', '10.0.0.3'],
    ['OS', 'Linux', 'Windows', 'Linux'],
    ['RAM', 16, 32, 16],
  ];

  test('is known by kinds of values that follow along its rows', () => {
    expect(isTransposed(sideways)).toBe(true);
  });

  test('is neither a list nor a matrix of numbers', () => {
    expect(isTransposed(sideways[0]?.map((_cell, at) => sideways.map((row) => row[at] ?? null)) ?? [])).toBe(false);
    expect(
      isTransposed([
        ['Site', 2021, 2022, 2023],
        ['Berlin', 1, 2, 3],
        ['Paris', 4, 5, 6],
      ]),
    ).toBe(false);
  });
});
