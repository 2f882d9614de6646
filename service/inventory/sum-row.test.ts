import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { isSumRow } from './sum-row.ts';

test.each<[string, Cell[]]>([
  ['a word for it and a figure', ['Total', null, null, 12]],
  ['in a list of one column', ['Total: 14']],
  ['with figures in most columns, written as texts', ['Gesamtsumme', '1.204', '12 GB', '85 %']],
  ['the sum of a group', ['Berlin Total', null, null, 8]],
  ['whose formula is broken', ['Sous-total Paris', ' ', null, { type: 'error', code: '#REF!' }]],
  ['labelled in a further column', [null, 'Grand Total', null, 12]],
])('a row of totals: %s', (_what, cells) => expect(isSumRow(cells, cells.length)).toBe(true));

test.each<[string, Cell[]]>([
  ['a product with its licences, in a list of such', ['Total Commander', 12]],
  ['a product nothing else is known of', ['Total Commander', null, null, null]],
  ['a row with an address', ['Berlin Total', '10.0.0.1', null, null]],
  ['a row with another text', ['Total Commander', 'Application', null, 12]],
  ['figures alone', [null, 3, null, 12]],
  ['nothing', [null, ' ', null, null]],
  ['a name like it', ['total-app01', null, null, 4]],
])('is none: %s', (_what, cells) => expect(isSumRow(cells, cells.length)).toBe(false));
