import { expect, test } from '@jest/globals';
import { dateInName, isOlderByName } from './name-date.ts';

test.each([
  ['b_2026-01.csv', '2026-01'],
  ['RVTools_export_all_2026-10-01_12.30.15.xlsx', '2026-10-01'],
  ['servers 20261001.xlsx', '2026-10-01'],
  ['Server 01.10.2026.xlsx', '2026-10-01'],
  ['servers_feb26.csv', '2026-02'],
  ['Serverliste Oktober 2026.xlsx', '2026-10'],
  ['inventaire juillet 2026.xlsx', '2026-07'],
  ['2026 Dez.xlsx', '2026-12'],
  ['servers.xlsx', null],
  ['Windows 2019.xlsx', null],
  ['servers-oct.xlsx', null],
  ['Server 01.10.2026_0830.csv', '2026-10-01'],
  ['Server 01.10.2026 08.30.csv', '2026-10-01'],
  ['export_2026-10_12.30.15.csv', '2026-10'],
  ['export_2026-10-01_09.08.20.csv', '2026-10-01'],
  ['export 2026-10 1230.csv', '2026-10'],
  ['Server 01-10-2026.csv', '2026-10-01'],
  ['Server_1_10_2026.csv', '2026-10-01'],
  ['servers 10-25-2026.csv', '2026-10-25'],
  ['servers 25.10.26.csv', '2026-10-25'],
  ['servers 25-10-26.csv', null],
  ['Inventory Jan 28.csv', null],
  ['Inventory_jan_28.csv', null],
  ['Inventory Jan 28 2026.csv', '2026-01-28'],
  ['Inventory January 5, 2026.csv', '2026-01-05'],
  ['Inventar 28. Januar 2026.csv', '2026-01-28'],
  ['inventory 28-Jan-2026_0830.csv', '2026-01-28'],
  ['rack site 3 October 2026.csv', '2026-10'],
  ["servers feb'26.csv", '2026-02'],
  ['servers feb’26.csv', '2026-02'],
  ['servers_feb26_final_v2.csv', '2026-02'],
  ['servers feb31.csv', null],
  ['DC MAR 2026-10.csv', '2026-10'],
  ['DC MAR 2026-10-05.csv', '2026-10-05'],
  ['Marketing 2026.csv', null],
  ['net 10.0.20.26.csv', null],
  ['Rack 21-22-2023.csv', null],
  ['servers 202610011230.csv', '2026-10-01'],
  ['servers_20261001123015.csv', '2026-10-01'],
  ['servers 202613011230.csv', null],
  ['export_2026-10-01_2026-10-31.csv', '2026-10-01'],
  ['Serverliste_10.2026.xlsx', '2026-10'],
  ['Serverliste 10-2026.xlsx', '2026-10'],
  ['export 10-2026-11-05.xlsx', '2026-11-05'],
  ['export_2026-10-01T12-30-15-123Z.csv', '2026-10-01'],
  ['servers 1 Oct 2026.csv', '2026-10-01'],
  ['net 10.1.25.csv', null],
  ['fw 7.4.21.csv', null],
  ['VLAN 10-10-20.csv', null],
  ['SLES 12.5.20.csv', null],
  ['Stand 1.10.26.csv', '2026-10-01'],
  ['servers 01.10.26.csv', '2026-10-01'],
])('the name %s says %s', (name, said) => {
  expect(dateInName(name)).toBe(said);
});

test('a month is not older than a day in it', () => {
  expect(isOlderByName('a 2026-02.csv', 'a 2026-02-03.csv')).toBe(false);
  expect(isOlderByName('a dec25.csv', 'a jan26.csv')).toBe(true);
  expect(isOlderByName('a.csv', 'a 2026-02.csv')).toBe(false);
});

test.each([
  ['Server 01.11.2026_0715.csv', 'Server 01.10.2026_0830.csv', false],
  ['Server 01.10.2026_0830.csv', 'Server 01.11.2026_0715.csv', true],
  ['Inventory Feb 3.csv', 'Inventory Jan 28.csv', false],
  ['Inventory Jan 28.csv', 'Inventory Feb 3.csv', false],
  ['a 01-10-2026.csv', 'a 01-11-2026.csv', true],
  ['a 28-10-2026.csv', 'a 02-11-2026.csv', true],
  ['a 11-05-2026.csv', 'a 10-25-2026.csv', false],
  ['a 10-25-2026.csv', 'a 11-05-2026.csv', true],
])('%s after %s is an older file: %s', (name, before, isOlder) => {
  expect(isOlderByName(name, before)).toBe(isOlder);
});

test('where either number may be the month, both readings have to say that a file is older', () => {
  expect(isOlderByName('a 10-01-2026.csv', 'a 02-11-2026.csv')).toBe(false);
  expect(isOlderByName('a 02-11-2026.csv', 'a 10-01-2026.csv')).toBe(false);
  expect(isOlderByName('a 10.01.2026.csv', 'a 02.11.2026.csv')).toBe(true);
  expect(isOlderByName('a 28-10-2026.csv', 'a 10-25-2026.csv')).toBe(false);
});
