import { expect, test } from '@jest/globals';
import { mainValues } from './main-values.ts';
import type { TracedValue } from '../schemas/asset.schema.ts';

const change = (field: string, ...values: TracedValue['value'][]) => ({
  field,
  before: [],
  after: values.map((value) => ({ value }) as TracedValue),
});

test('an asset is known by its critical values, without those that only repeat its name', () => {
  const changes = [
    change('rack_position', 'U7'),
    change('hostname', 'SRV1'),
    change('environment', 'quality_assurance'),
    change('ip_address', '10.0.0.1', '10.0.0.2'),
    change('location'),
  ];
  const named = mainValues({ name: 'srv1', changes }, 3);
  expect(named.map(({ text }) => text)).toContain('10.0.0.1, 10.0.0.2');
  expect(named.map(({ field }) => field).sort()).toEqual(['environment', 'ip_address', 'rack_position']);
  expect(named.at(-1)?.field).toBe('rack_position');
});

test('a number says what it counts', () => {
  const changes = [change('memory_gb', 16), change('cpu_cores', 8), change('cpu_utilization_percent', 12.5)];
  const texts = mainValues({ name: 'srv1', changes }, 3).map(({ text }) => text);
  expect(texts.sort()).toEqual(['CPU cores 8', 'CPU utilization 12.5 %', 'Memory 16 GB']);
});
