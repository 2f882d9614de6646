import { describe, expect, test } from '@jest/globals';
import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import type { MeasuredColumn } from './column-units.ts';
import { planColumns } from './plan-columns.ts';
import { createRecordCleanser } from './record-cleanser.ts';

const euros = (value: number): Cell => ({ type: 'amount', value, currency: '€' });
const dollars = (value: number): Cell => ({ type: 'amount', value, currency: '$' });

/** Cleanses the first column of a sheet, which is mapped to `field`, as the plan made of its headers and cells says. */
function costs(headers: readonly string[], rows: readonly Cell[][], field = 'annual_cost') {
  const columns = headers.map((_, at): MeasuredColumn => {
    const values = [...new Set(rows.flatMap((row) => (row[at] === null ? [] : [cellText(row[at] ?? null)])))];
    return {
      distinct: values.length,
      distinctExact: true,
      frequent: values.map((value) => ({ value, count: 1 })),
      minNumber: null,
      maxNumber: null,
      types: { text: 1, number: 1 },
      multiValued: {},
    };
  });
  const mapped = targetFields
    .filter(({ name }) => name === field)
    .map((one) => ({ columnIndex: 0, field: one, isSecondary: false, valueDecisions: [] }));
  const { plan, open } = planColumns(mapped, { headers, columns, dateSystem: '1900' }, []);
  const cleanser = createRecordCleanser(plan);
  return { open, answers: rows.map((cells) => cleanser.cleanse(cells)[0]) };
}

const valuesOf = ({ answers }: ReturnType<typeof costs>) => answers.map((answer) => answer?.value);
const money = (amount: number, currency: string | null) => ({ amount, currency });

describe('a cost beside a column that names its currency', () => {
  test.each(['Currency', 'Währung', 'Devise', 'Moneda', 'Cost currency'])('takes it row by row: %s', (header) => {
    const read = costs(
      ['Cost', header],
      [
        [100, 'EUR'],
        [100, 'usd'],
        ['1.200,50', 'CHF'],
        [100, '£'],
        [100, null],
        [100, 'n/a'],
      ],
    );
    expect(valuesOf(read)).toEqual([
      money(100, 'EUR'),
      money(100, 'USD'),
      money(1200.5, 'CHF'),
      money(100, 'GBP'),
      money(100, null),
      money(100, null),
    ]);
    expect(read.answers[0]).toMatchObject({
      rule: 'currency-of-column',
      reason: `An amount in EUR, as the column "${header}" says.`,
    });
    expect(read.open).toEqual([]);
  });

  test('takes it from anywhere in the sheet where one column alone names currencies, also for a month', () => {
    const headers = ['Monthly cost', 'Name', 'Owner', 'Currency'];
    expect(valuesOf(costs(headers, [[100, 'a', 'b', 'EUR']]))).toEqual([money(1200, 'EUR')]);
    expect(valuesOf(costs([...headers, 'Valuta'], [[100, 'a', 'b', 'EUR', 'USD']]))).toEqual([money(1200, null)]);
    expect(valuesOf(costs(['Cost', 'Currency rate'], [[100, 1.08]]))).toEqual([money(100, null)]);
  });

  test('is left open where the amount says another, and the reason names both', () => {
    const { answers } = costs(
      ['Cost', 'Currency'],
      [
        ['100 USD', 'EUR'],
        [euros(100), 'USD'],
        [dollars(100), 'EUR'],
        [euros(100), 'EUR'],
        [dollars(100), 'CAD'],
      ],
      'purchase_cost',
    );
    expect(answers.slice(0, 3)).toMatchObject([
      {
        value: money(100, null),
        rule: 'currency-contradicts',
        reason: 'The amount is in USD, but the column "Currency" says EUR.',
      },
      { value: money(100, null), rule: 'currency-contradicts' },
      {
        value: money(100, null),
        rule: 'currency-contradicts',
        reason: 'The amount is in "$", but the column "Currency" says EUR.',
      },
    ]);
    expect(answers.slice(3)).toMatchObject([
      { value: money(100, 'EUR'), rule: 'currency-of-format' },
      { value: money(100, 'CAD'), rule: 'currency-of-column' },
    ]);
  });

  test('goes by a currency in its own header first, of which "$" may be the sign', () => {
    const rows = [[100, 'USD'], ['$100', 'USD'], [dollars(100)], ['kr 100'], ['¥100']];
    expect(valuesOf(costs(['Cost (CAD)', 'Currency'], rows))).toEqual([
      money(100, 'CAD'),
      money(100, 'CAD'),
      money(100, 'CAD'),
      money(100, null),
      money(100, null),
    ]);
    expect(valuesOf(costs(['Cost (SEK)'], [['kr 100'], ['100 kr.'], ['$100']]))).toEqual([
      money(100, 'SEK'),
      money(100, 'SEK'),
      money(100, null),
    ]);
  });
});
