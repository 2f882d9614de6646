import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cpuMsOf } from '#test/harness/cpu-time.ts';
import { columnFacts, sheetConcerns } from './column-facts.ts';
import { guessHeaderRow } from './header-row.ts';
import { NO_MARKS } from '../workbook/workbook-port.ts';
import { NOTHING_CHOSEN, understand } from './understand.ts';

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

  /** Rows as a CSV file has them: texts, of which blank ones are null. */
  const csv = (...lines: string[]): Cell[][] =>
    lines.map((line) => line.split(',').map((text) => (text === '' ? null : text)));

  test.each<[string, Cell[][], number]>([
    [
      'found with a blank and a doubled name over filled rows',
      csv('Name,,IP,IP,Owner', 'srv1,x,10.0.0.1,10.0.1.1,Ann', 'srv2,y,10.0.0.2,10.0.1.2,Bob'),
      0,
    ],
    [
      'found with a blank and a doubled name over nothing but words',
      csv('Name,,Site,Site,Owner', 'alpha,x,Berlin,Paris,Ann', 'beta,y,Rome,Oslo,Bob'),
      0,
    ],
    ['found with an empty corner over an index', csv(',Name,Site', '0,alpha,Berlin', '1,beta,Paris'), 0],
    ['found with an empty corner over an index and one column', csv(',Name', '0,alpha', '1,beta'), 0],
    ['found with a blank name last', csv('Name,IP,Owner,', 'alpha,10.0.0.1,Ann,x', 'beta,10.0.0.2,Bob,y'), 0],
    ['found with mostly doubled names', csv('Disk,Disk,Disk,Name', '10,20,30,alpha', '11,21,31,beta'), 0],
    [
      'found below a title with a blank and a doubled name',
      csv('Server list,,,,', ',,,,', 'Name,,IP,IP,Owner', 'srv1,x,10.0.0.1,10.0.1.1,Ann', 'srv2,y,10.0.0.2,b,Bob'),
      2,
    ],
    ['not the names of groups above it', csv('Server,,Network,', 'Name,OS,IP,VLAN', 'srv1,Linux,10.0.0.1,20'), 1],
    [
      'not the repeated names of groups above it',
      csv('Server,Server,Network,Network', 'Name,OS,IP,VLAN', 'srv1,Linux,10.0.0.1,20'),
      1,
    ],
    [
      'not what is said of the export above it',
      csv('Exported by,Ann,', 'Date,2024-01-01,', 'Name,IP,RAM', 'srv1,10.0.0.1,16', 'srv2,10.0.0.2,32'),
      2,
    ],
    ['not the numbers of columns above it', csv('1,2,3', 'Name,Site,OS', 'alpha,Berlin,Linux'), 1],
    [
      'found where columns are years',
      [
        ['Server', 2021, 2022, 2023],
        ['alpha', 5, 6, 7],
        ['beta', 8, 9, 10],
      ],
      0,
    ],
    [
      'found below a title where columns are years',
      [
        ['Cost by year', null, null, null],
        ['Server', 2021, 2022, 2023],
        ['alpha', 5, 6, 7],
      ],
      1,
    ],
    ['found with numbered names over words', csv('Disk 1,Disk 2,Disk 3', 'fast,slow,none', 'slow,none,fast'), 0],
    [
      'the first row where there is no header',
      csv('srv1,10.0.0.1,Berlin', 'srv2,unknown,Paris', 'srv3,10.0.0.3,Rome', 'srv4,none,Oslo'),
      0,
    ],
    [
      'the title above records where there is no header, so that no record is lost',
      csv(
        'Server list,,',
        ',,',
        'srv1,10.0.0.1,Berlin',
        'srv2,10.0.0.2,Paris',
        'srv3,unknown,Rome',
        'srv4,10.0.0.4,Oslo',
      ),
      0,
    ],
    [
      'the last title above records where there is no header, however alike the records are to names',
      csv('Servers,,', 'of Contoso,,', 'alpha,ann@contoso.com,Berlin', 'beta,bob@contoso.com,Oslo', 'gamma,,Rome'),
      1,
    ],
    [
      'the title above records with dates where there is no header',
      [
        ['Laptops', null, null],
        ['lap1', 'Dell', { type: 'date', iso: '2024-01-01T00:00:00', serial: 45_292, format: 'd.m.yy' }],
        ['lap2', 'HP', { type: 'date', iso: '2024-01-02T00:00:00', serial: 45_293, format: 'd.m.yy' }],
      ],
      0,
    ],
    [
      'found below a title where months are dates over numbers',
      [
        ['Cost by month', null, null],
        [
          'Server',
          ...[1, 2].map((month): Cell => ({ type: 'date', iso: `2024-0${month}-01`, serial: month, format: 'mmm' })),
        ],
        ['alpha', 5, 6],
        ['beta', 7, 8],
      ],
      1,
    ],
    [
      'found below what is said of the export and its address',
      csv(
        'Exported from,https://cmdb.example,',
        'Name,Link,IP',
        'srv1,https://a.example,10.0.0.1',
        'srv2,https://b.example,',
      ),
      1,
    ],
    ['none where records begin at once', csv('srv1,10.0.0.1', 'srv2,10.0.0.2', 'srv3,10.0.0.3'), -1],
    ['the first row of a single column', csv('Name', 'alpha', 'beta'), 0],
    ['the first row of an empty sheet', [[null, null]], 0],
  ])('is %s', (_what, rows, index) => {
    expect(guessHeaderRow(rows)).toBe(index);
  });

  test('is found at once beside a cell that is nearly an address and very long', () => {
    const rows = csv('Name,Mail', `a,b@c${'.d'.repeat(12_000)}@`);
    expect(cpuMsOf(() => guessHeaderRow(rows))).toBeLessThan(500);
    expect(guessHeaderRow(rows)).toBe(0);
  });

  test('is the first of a table, whatever stands in it, until the analyst chooses another', () => {
    const rows = [
      [1, 2],
      [null, null],
      ['Name', 'IP'],
      ['a', 'b'],
    ];
    const facts = {
      filename: 'a.xlsx',
      size: 10,
      type: 'x',
      dateSystem: '1900',
      note: null,
      hiddenSheets: [],
      unreadableSheets: [],
    } as const;
    const shape = { range: 'A1:B4', rowCount: 4, columnCount: 2, firstRow: 1, hiddenRowCount: 0, blankRowsBelow: 0 };
    const table = {
      id: 't',
      kind: 'table',
      label: 'T',
      sheetName: 'S',
      hidesHeader: false,
      leavesOutTotals: false,
      ...shape,
    } as const;
    expect(guessHeaderRow(rows)).toBe(2);
    const read = { rows, marks: NO_MARKS };
    expect(understand(facts, table, read, NOTHING_CHOSEN).headerIndex).toBe(0);
    const header = { index: 2, rows: 1 };
    expect(understand(facts, table, read, { ...NOTHING_CHOSEN, header }).headerIndex).toBe(2);
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

  test('take amounts in a currency for numbers, and read no name of a column into them', () => {
    const amounts = [1200, 80].map((value): Cell[] => ['a', { type: 'amount', value, currency: 'EUR' }]);
    expect(columnFacts(['Name', 'Price'], amounts)[1]).toMatchObject({ kind: 'number', fillRate: 1, errorCells: 0 });
  });

  test('call a column secret by the same rule as the service: what it holds, not what it is about', () => {
    const isSecret = (header: string): boolean | undefined => columnFacts([header], [])[0]?.isSecretLooking;
    expect(['Admin Password', 'API key', 'Passwort'].map(isSecret)).toEqual([true, true, true]);
    expect(['Password last set', 'Token expiry date', 'Owner'].map(isSecret)).toEqual([false, false, false]);
  });

  const plain = { hiddenRowCount: 0, hidesHeader: false, blankRowsBelow: 0 };

  test('become concerns only where there is something to say', () => {
    const texts = sheetConcerns(columnFacts(headers, rows), { ...plain, hiddenRowCount: 2 }).map(
      (concern) => concern.text,
    );
    expect(texts).toEqual([
      'Doubled headers: 1 column told apart by a number, as Name (2).',
      '1 column has no header and is called by its position: Column 5.',
      '1 cell shows an Excel error. It is stored as an error and listed after the import.',
      '2 rows are hidden in the sheet and will be imported too.',
    ]);
    const many = columnFacts([...Array.from({ length: 6 }, () => 'IP'), '', ''], []);
    expect(sheetConcerns(many, plain).map((concern) => concern.text)).toEqual([
      'Doubled headers: 5 columns told apart by a number, as IP (2), IP (3), IP (4), IP (5) and 1 more.',
      '2 columns have no header and are called by their position: Column 7, Column 8.',
    ]);
    expect(sheetConcerns(columnFacts(['Name'], [['a']]), plain)).toEqual([]);
  });

  test('become a concern where the table shows no header, for one of its records stands in', () => {
    const [concern, ...others] = sheetConcerns(columnFacts(['web01'], [['web02']]), { ...plain, hidesHeader: true });
    expect(concern).toMatchObject({ isWarning: true, text: expect.stringContaining('This table shows no header row') });
    expect(others).toEqual([]);
  });
});
