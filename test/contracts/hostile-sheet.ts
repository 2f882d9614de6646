import type { Cell } from '#shared/schemas/cell.schema.ts';

/** Headers that name what every object has, or look like code; one that identifies, so that the rows are things. */
export const hostileHeaders = [
  '__proto__',
  'constructor',
  '$where',
  '\u202ermal',
  '=1+1',
  '('.repeat(5_000),
  '',
  '',
  'Asset Tag',
];

const cells: readonly Cell[] = [
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '$gt',
  'x'.repeat(32_767),
  '=HYPERLINK("x")',
  '((((a+)+)+)+)$',
  'toString',
  null,
];

/** Every cell comes to stand in every column. */
export const hostileRows: Cell[][] = Array.from({ length: 64 }, (_, row) => [
  ...cells.map((_cell, column) => cells[(row + column) % cells.length] ?? null),
  `TAG-${1_000 + row}`,
]);
