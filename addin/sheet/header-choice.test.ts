import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { MergedArea } from '../workbook/workbook-port.ts';
import { headersOf, NO_HEADER, proposeHeader } from './header-choice.ts';

const area = (row: number, column: number, rows: number, columns: number): MergedArea => ({
  row,
  column,
  rows,
  columns,
});

const grouped: Cell[][] = [
  ['Hostname', 'Hardware', null, null, 'Owner'],
  [null, 'CPU Cores', 'RAM (GB)', 'Disk (GB)', null],
  ['web01', 4, 16, 500, 'Ann'],
  ['web02', 8, 32, 500, 'Bob'],
];
const groups = [area(0, 0, 2, 1), area(0, 1, 1, 3), area(0, 4, 2, 1)];

describe('a header of two rows', () => {
  test('is found by its merged cells and joined', () => {
    const { proposed, pair } = proposeHeader(grouped, { merged: groups, isTable: false });
    expect([proposed, pair]).toEqual([
      { index: 1, rows: 2 },
      { index: 1, rows: 2 },
    ]);
    expect(headersOf(grouped, proposed, { merged: groups, columnCount: 5 })).toEqual([
      'Hostname',
      'CPU Cores',
      'RAM (GB)',
      'Disk (GB)',
      'Owner',
    ]);
  });

  test('puts the group before names that several columns have', () => {
    const rows: Cell[][] = [
      ['Server', 'Production LAN', null, 'Backup LAN', null],
      ['Name', 'IP', 'VLAN', 'IP', 'VLAN'],
      ['web01', '10.0.0.1', 20, '192.168.0.1', 30],
      ['web02', '10.0.0.2', 20, '192.168.0.2', 30],
    ];
    const merged = [area(0, 1, 1, 2), area(0, 3, 1, 2)];
    const { proposed } = proposeHeader(rows, { merged, isTable: false });
    expect(headersOf(rows, proposed, { merged, columnCount: 5 })).toEqual([
      'Name',
      'Production LAN IP',
      'Production LAN VLAN',
      'Backup LAN IP',
      'Backup LAN VLAN',
    ]);
  });

  test.each<[string, Cell[][], MergedArea[], number]>([
    [
      'a title over the whole width',
      [
        ['Servers', null, null],
        ['Name', 'IP', 'Site'],
        ['web01', '10.0.0.1', 'Berlin'],
      ],
      [area(0, 0, 1, 3)],
      1,
    ],
    [
      'a title over more rows of text than it has columns',
      [
        ['CMDB export of May', null, null, null],
        ['as of 2024-05-01', null, null, null],
        ['Name', 'Site', 'OS', 'Owner'],
        ['alpha', 'Berlin', 'Linux', 'Ann'],
        ['beta', 'Paris', 'Linux', 'Bob'],
      ],
      [area(0, 0, 1, 4), area(1, 0, 1, 3)],
      2,
    ],
    [
      'a merged name over two columns of records',
      [
        ['Name', 'Contact', null],
        ['alpha', 'Ann', 'Operations'],
        ['beta', 'Bob', 'Databases'],
      ],
      [area(0, 1, 1, 2)],
      0,
    ],
    [
      'records that are merged',
      [
        ['Name', 'IP'],
        ['web01', '10.0.0.1'],
        [null, '10.0.0.2'],
      ],
      [area(1, 0, 2, 1)],
      0,
    ],
  ])('is not made of %s', (_what, rows, merged, index) => {
    expect(proposeHeader(rows, { merged, isTable: false })).toEqual({ proposed: { index, rows: 1 }, pair: null });
  });
});

test('where the first row is a record already there is no header, and columns are called by their position', () => {
  const rows = ['1', '2', '3'].map((at): Cell[] => [`srv${at}`, `10.0.0.${at}`]);
  expect(proposeHeader(rows, { merged: [], isTable: false }).proposed).toEqual(NO_HEADER);
  expect(proposeHeader(rows, { merged: [], isTable: true }).proposed).toEqual({ index: 0, rows: 1 });
  expect(headersOf(rows, NO_HEADER, { merged: [], columnCount: 2 })).toEqual(['Column 1', 'Column 2']);
});
