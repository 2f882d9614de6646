import { expect, test } from '@jest/globals';
import { isTotalLabel, isTotalOfSome } from './total-label.ts';

test.each([
  'Total',
  'TOTAL:',
  'Grand Total',
  'Subtotal',
  'Sub-Total',
  'Sous-total',
  'Summe',
  'Gesamt',
  'Gesamtsumme',
  'Gesamtanzahl:',
  'Total général',
  'Count: 5',
  'Total servers: 2',
  'Total number: 1,204',
  'Anzahl Server 12',
  'Total (42)',
  'Insgesamt = 7',
  'Average',
  'Mittelwert',
  'Durchschnitt:',
  'Moyenne',
  'Promedio',
  'Σ',
  'Summe Σ',
  'Σ Total: 12',
])('is a label of a sum: %s', (text) => expect(isTotalLabel(text)).toBe(true));

test.each([
  'total-app01',
  'total01',
  'Total Commander',
  'Sum Insured',
  'counter',
  'summe-db',
  'gesamt.example.com',
  'Total Security Server',
  'Media',
  'average-db01',
  '',
])('is none: %s', (text) => expect(isTotalLabel(text)).toBe(false));

test('a word that is a name as well is a label only beside figures', () => {
  expect(['Media', 'Mean', 'Media Server'].map(isTotalOfSome)).toEqual([true, true, false]);
});
