import { expect, test } from '@jest/globals';
import { namesIn } from './name-lists.ts';

test('a stroke between spaces parts names of hosts, one within a name does not', () => {
  const hosts = (text: string): string[] => namesIn(text, { commasPart: true, strokesPart: true });
  expect(hosts('SRV07 / srv08.corp.local')).toEqual(['SRV07', 'srv08.corp.local']);
  expect(hosts('SRV07\nSRV08, SRV09; SRV10')).toEqual(['SRV07', 'SRV08', 'SRV09', 'SRV10']);
  expect(hosts('rack7/srv08')).toEqual(['rack7/srv08']);
});

test('names of other things have strokes between spaces', () => {
  const names = (text: string, commasPart: boolean): string[] => namesIn(text, { commasPart, strokesPart: false });
  expect(names('Payroll / HR, Travel', false)).toEqual(['Payroll / HR, Travel']);
  expect(names('Payroll / HR, Travel', true)).toEqual(['Payroll / HR', 'Travel']);
});
