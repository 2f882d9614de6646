import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleanse } from './cleanse.ts';

describe('the cost of a year', () => {
  test.each<[Cell, string | undefined, number, string | null]>([
    [100, undefined, 100, null],
    [100, 'per month', 1200, null],
    ['100', 'EUR per month', 1200, 'EUR'],
    ['33.33 USD', 'per month', 399.96, 'USD'],
    ['$45/mo', undefined, 540, null],
    ['1.200,50 € pro Monat', undefined, 14406, 'EUR'],
    ['250 EUR p.m.', undefined, 3000, 'EUR'],
    ['250 EUR p.a.', 'per month', 250, 'EUR'],
    ['EUR 90 / Quartal', undefined, 360, 'EUR'],
    ['90 € par trimestre', undefined, 360, 'EUR'],
    ['600 USD half-yearly', undefined, 1200, 'USD'],
    [900, 'per 3 year', 300, null],
    [900, 'per 12 month', 900, null],
    ['1,200.00 USD per year', undefined, 1200, 'USD'],
  ])('of %p in a column of %p is %p %p', (cell, unit, amount, currency) =>
    expect(cleanse('annual_cost', cell, unit === undefined ? {} : { unit }).value).toEqual({ amount, currency }),
  );

  test.each<[Cell, string | undefined]>([
    ['$0.12/hr', undefined],
    ['3 EUR per day', undefined],
    [5, 'USD per week'],
  ])('is not told by %p in a column of %p', (cell, unit) =>
    expect(cleanse('annual_cost', cell, unit === undefined ? {} : { unit })).toMatchObject({
      value: null,
      rule: 'cost-period',
    }),
  );

  test('says what was reckoned', () =>
    expect(cleanse('annual_cost', 100, { unit: 'EUR per month' })).toEqual({
      value: { amount: 1200, currency: 'EUR' },
      rule: 'cost-per-year',
      reason: 'An amount in EUR. It is per month, reckoned for a year.',
    }));

  test('is not what a purchase cost is read by', () =>
    expect(cleanse('purchase_cost', '100 EUR/month', {}).value).toBeNull());
});
