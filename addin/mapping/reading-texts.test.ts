import { expect, test } from '@jest/globals';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { readingTexts } from './reading-texts.ts';

const of = (
  target_field: string | null,
  ...read: [sample: string, value: FieldMapping['readings'][number]['value']][]
) => readingTexts({ target_field, readings: read.map(([sample, value]) => ({ sample, value, rule: 'size' })) });

test('figures are told in the unit of their field, and three samples at most', () => {
  expect(
    of('memory_gb', ['16384 MB', 16], ['2 TB', 2048], ['1 GB', 1], ['1000 MB', 0.9765625], ['8 MB', 8 / 1024]),
  ).toEqual(['16384 MB → 16 GB', '2 TB → 2,048 GB', '1000 MB → 0.977 GB']);
  expect(of('cpu_utilization_percent_max', ['45,5', 45.5])).toEqual(['45,5 → 45.5 %']);
});

test('a sample of which nothing is read says so', () => {
  expect(of('memory_gb', ['n/a', null])).toEqual(['n/a → nothing']);
});

test('what only people see written in another way is not told', () => {
  expect(of('is_virtual', ['yes', true])).toEqual([]);
  expect(of('environment', ['Production', 'production'], ['PRD', 'production'])).toEqual(['PRD → Production']);
  expect(of('hostname', ['SRV01', 'srv01'])).toEqual(['SRV01 → srv01']);
});

test('white space made regular is not told, for it looks the same', () => {
  expect(of('host_server', ['SRV01\nSRV02', 'SRV01 SRV02'], ['SRV03  a', 'SRV03 a'])).toEqual([]);
});

test('an amount is told with its thousands kept apart, as figures are', () => {
  expect(of('purchase_cost', ['4.206,01 €', { amount: 4206.01, currency: 'EUR' }])).toEqual([
    '4.206,01 € → 4,206.01 EUR',
  ]);
});

test('a long sample is shortened', () => {
  expect(of('hostname', ['x'.repeat(80), null])).toEqual([`${'x'.repeat(39)}… → nothing`]);
});

test('without a field nothing is read', () => {
  expect(of(null, ['16384 MB', 16])).toEqual([]);
});
