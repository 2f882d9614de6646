import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansableFields, cleanse } from './cleanse.ts';
import { isMoney } from './money.ts';
import { memoised } from './value-memo.ts';

const amount = (value: number, currency: string): Cell => ({ type: 'amount', value, currency });

describe('an amount whose number format shows a currency', () => {
  test.each([
    ['€', 'EUR'],
    ['CHF', 'CHF'],
    ['£', 'GBP'],
    ['Kč', 'CZK'],
  ])('in %s is in %s, and the reason says who says so', (sign, currency) => {
    expect(cleanse('purchase_cost', amount(1234.567, sign), {})).toEqual({
      value: { amount: 1234.567, currency },
      rule: 'currency-of-format',
      reason: `An amount in ${currency}, as its number format shows.`,
    });
  });

  test('in $ keeps the amount and leaves the currency open, as the sign of several', () => {
    expect(cleanse('purchase_cost', amount(5, '$'), {})).toEqual({
      value: { amount: 5, currency: null },
      rule: 'money',
      reason: '"$" is the sign of several currencies.',
    });
  });

  test('is reckoned for a year like others', () => {
    expect(cleanse('annual_cost', amount(100, '€'), { unit: 'USD per month' })).toEqual({
      value: { amount: 1200, currency: 'EUR' },
      rule: 'cost-per-year',
      reason: 'An amount in EUR, as its number format shows. It is per month, reckoned for a year.',
    });
  });

  test('below zero is no cost, and one in what is no currency is left open', () => {
    expect(cleanse('purchase_cost', amount(-5, '€'), {})).toMatchObject({ value: null, rule: 'negative' });
    expect(cleanse('purchase_cost', amount(5, 'bottles'), {})).toMatchObject({ value: null, rule: 'unit-unknown' });
  });

  test('is to every other field the number', () => {
    for (const field of cleansableFields.filter((one) => !isMoney(one)))
      expect(cleanse(field, amount(16, '€'), {})).toEqual(cleanse(field, 16, {}));
  });

  test('is remembered apart from the same in another currency', () => {
    const read = memoised((cell) => cleanse('purchase_cost', cell, {}).value);
    expect([amount(5, '€'), amount(5, 'CHF'), amount(5, '€')].map(read)).toEqual([
      { amount: 5, currency: 'EUR' },
      { amount: 5, currency: 'CHF' },
      { amount: 5, currency: 'EUR' },
    ]);
  });
});
