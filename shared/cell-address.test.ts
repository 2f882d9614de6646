import { describe, expect, test } from '@jest/globals';
import { cellAddress, columnLetters, columnNumber, sheetOrigin, splitAddress } from './cell-address.ts';

describe('cell addresses', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ] as const)('column %d is %s, both ways', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters)).toBe(column);
  });

  test('count from the header row and the first column of the range that was read', () => {
    const origin = sheetOrigin({ sheet_name: 'Servers', range: 'C5:H20', header_row: 6 });
    expect(origin).toEqual({ sheetName: 'Servers', firstColumn: 3, headerRow: 6 });
    if (origin) expect(cellAddress(origin, 1, 2)).toBe('Servers!E7');
  });

  test('quote a sheet name that needs it', () => {
    const origin = sheetOrigin({ sheet_name: "Bob's list", range: "'Bob''s list'!$A$1:$B$2", header_row: 1 });
    if (!origin) throw new Error('no origin');
    expect(cellAddress(origin, 1, 0)).toBe("'Bob''s list'!A2");
  });

  const addressOn = (sheetName: string): string => cellAddress({ sheetName, firstColumn: 1, headerRow: 1 }, 1, 0);

  test.each([
    'Q1',
    'FY24',
    'xfd1048576',
    'R1C1',
    'RC',
    'r',
    'c',
    'R2',
    'C7',
    'RC3',
    'R1_old',
    'R1C1.2',
    '2024',
    'My list',
  ])('quote the sheet name %s, which Excel would read as something else', (name) => {
    expect(addressOn(name)).toBe(`'${name}'!A2`);
  });

  test.each(['Servers', 'Servers2024', 'XFE1', 'Q0', 'Q1048577', 'Q1_old', 'RCA', 'Racks', 'R0', '_x.1', 'FISCAL24'])(
    'leave the sheet name %s as it is',
    (name) => {
      expect(addressOn(name)).toBe(`${name}!A2`);
    },
  );

  test('are known where the first row of the sheet is a record', () => {
    const origin = sheetOrigin({ sheet_name: 'Servers', range: 'A1:B9', header_row: 0 });
    expect(origin && cellAddress(origin, 1, 1)).toBe('Servers!B1');
  });

  test.each([{}, { range: 'A1:B2' }, { header_row: 1 }, { range: 'whole sheet', header_row: 1 }])(
    'are not made up when the import came with %j',
    (metadata) => {
      expect(sheetOrigin(metadata)).toBeNull();
    },
  );

  test.each([
    ["'Bob''s list'!$A$1:$C$9", "Bob's list", 'A1:C9'],
    ['Servers!E7', 'Servers', 'E7'],
    ["'a!b'!A1", 'a!b', 'A1'],
    ['B2', '', 'B2'],
  ])('%s is taken apart', (address, sheetName, cells) => {
    expect(splitAddress(address)).toEqual({ sheetName, cells });
  });
});
