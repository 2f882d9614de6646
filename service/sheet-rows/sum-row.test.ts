import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { isSumRow } from './sum-row.ts';

test.each<[string, Cell[]]>([
  ['a word for it and a figure', ['Total', null, null, 12]],
  ['in a list of one column', ['Total: 14']],
  ['with figures in most columns, written as texts', ['Gesamtsumme', '1.204', '12 GB', '85 %']],
  ['the sum of a group', ['Berlin Total', null, null, 8]],
  ['of amounts in a currency', ['Total', ' ', null, { type: 'amount', value: 5, currency: '€' }]],
  ['whose formula is broken', ['Sous-total Paris', ' ', null, { type: 'error', code: '#REF!' }]],
  ['labelled in a further column', [null, 'Grand Total', null, 12]],
  ['beside how many there are, in words', ['TOTAL', '90 applications', null, 999_999]],
  ['with that after a colon, and a unit of its own', ['Summe', 'Server: 1.204', 7, 'EUR']],
  ['with marks for nothing', ['Somme', '-', '—', '12 serveurs', 'n/a']],
  ['whose label stands behind the count', ['90 applications', 'TOTAL', null, 12]],
  ['of one cell that counts', ['Total : 90 applications', null, null, null]],
  ['of one group', ['Total', null, 'Production', null, null, null]],
  ['of one group, with figures', ['Total', null, 'Production', null, 48, null, null]],
  ['of a kind', ['Total des applications', 90, null, null]],
])('a row of totals: %s', (_what, cells) => expect(isSumRow(cells, cells.length)).toBe(true));

test.each<[string, Cell[]]>([
  ['a product with its licences, in a list of such', ['Total Commander', 12]],
  ['a product nothing else is known of', ['Total Commander', null, null, null]],
  ['a row with an address', ['Berlin Total', '10.0.0.1', null, null]],
  ['a row with another text', ['Total Commander', 'Application', null, 12]],
  ['figures alone', [null, 3, null, 12]],
  ['nothing', [null, ' ', null, null]],
  ['a name like it', ['total-app01', null, null, 4]],
  ['a thing called so, with its id', ['CI0012346', 'Total', 12]],
  ['a thing called so, with its place', ['Total', 'Rack 12', null, 4]],
  ['a thing called so, with its kind', ['Total', 'Application', null, 4]],
  ['a thing called so, with its release', ['Total', '2012 R2', null, 4]],
  ['a thing called so, with its place and owner', ['Total', null, 'Berlin', null, 'Ana', null]],
  ['a thing called so, with its address', ['Total', null, '10.0.0.1', null, null, null]],
  ['a numbered thing called so, with its kind', [12, 'Total', 'Application', null, null, null]],
  ['what counts without a label', [null, '90 applications', null, 4]],
])('is none: %s', (_what, cells) => expect(isSumRow(cells, cells.length)).toBe(false));
