import { expect, test } from '@jest/globals';
import { fieldLabel, spelled, wordOf } from './field-label.ts';
import { phaseWord } from './phase-words.ts';

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

test('a word that a later service uses is shown by its name', () => {
  const words = { not_started: 'Waits' };
  expect(wordOf(words, 'not_started')).toBe('Waits');
  expect(wordOf(words, 'being_moved')).toBe('Being moved');
  expect(wordOf(words, 'constructor')).toBe('Constructor');
  expect(phaseWord('cost_estimate' as 'completed')).toBe('Cost estimate');
});
