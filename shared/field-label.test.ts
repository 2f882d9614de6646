import { expect, test } from '@jest/globals';
import { fieldLabel, spelled } from './field-label.ts';

test.each([
  ['asset_name', 'Asset name'],
  ['os_version', 'OS version'],
  ['memory_gb', 'Memory GB'],
  ['ip_address', 'IP address'],
  ['six_r_strategy', '6R strategy'],
  ['cpu_utilization_percent_max', 'CPU utilization % max'],
  ['rto', 'RTO'],
  ['constructor', 'Constructor'],
  ['', ''],
])('a field named %j is labelled %j', (name, label) => {
  expect(fieldLabel(name)).toBe(label);
});

test('units and abbreviations are spelled as people write them, other words as they are', () => {
  expect(['gb', 'kbps', '%', 'toString'].map(spelled)).toEqual(['GB', 'kbps', '%', 'toString']);
});
