import { expect, test } from '@jest/globals';
import { targetFields } from '#shared/target-fields.ts';
import type { MeasuredColumn } from './column-units.ts';
import { openChoices } from './open-choices.ts';

const measured = (values: readonly string[], multiValued: Record<string, number> = {}): MeasuredColumn => ({
  distinct: values.length,
  distinctExact: true,
  frequent: values.map((value) => ({ value, count: 1 })),
  minNumber: null,
  maxNumber: null,
  types: { text: values.length },
  multiValued,
});
function asked(name: string, column: MeasuredColumn) {
  const field = targetFields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`There is no field ${name}.`);
  return openChoices(field, column);
}

test('asks for the order of day and month where a date can be read both ways and no other shows how', () => {
  const question = { choice: 'day_month_order', example: '03/04/2024', separators: [] };
  expect(asked('purchase_date', measured(['03/04/2024', '05/05/2024']))).toEqual([question]);
  expect(asked('purchase_date', measured(['25/04/2024', '04/25/2024', '03/04/2024']))).toEqual([question]);
  expect(asked('purchase_date', measured(['03/04/2024', '25/04/2024']))).toEqual([]);
  expect(asked('purchase_date', measured(['2024-04-03', '05/05/2024', '']))).toEqual([]);
  expect(asked('hostname', measured(['03/04/2024']))).toEqual([]);
});

test('asks what keeps values apart where several signs do, or where a comma may belong to the value', () => {
  expect(asked('tags', measured(['a;b', 'c,d'], { ';': 1, ',': 1 }))).toMatchObject([
    { choice: 'separator', separators: [';', ','], example: 'a;b' },
  ]);
  expect(asked('tags', measured(['a,b'], { ',': 4 }))).toEqual([]);
  expect(asked('business_owner', measured(['Lee, Ann'], { ',': 4 }))).toMatchObject([{ separators: [','] }]);
  expect(asked('ip_address', measured(['10.0.0.1, 10.0.0.2;10.0.0.3'], { ',': 4, ';': 1 }))).toEqual([]);
});
