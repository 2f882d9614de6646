import { describe, expect, test } from '@jest/globals';
import { seriesOf } from './sheet-series.ts';

describe('the series a file belongs to', () => {
  test.each([
    ['RVTools_export_all_2026-10-01_12.30.15.xlsx', 'RVTools_export_all_2026-11-02_07.05.59.xlsx'],
    ['servers-oct.xlsx', 'servers-nov.xlsx'],
    ['Serverliste Oktober 2026.xlsx', 'Serverliste November 2026.xlsx'],
    ['cmdb_ci_server (3).xlsx', 'cmdb_ci_server (12).xlsx'],
    ['inventory 20261001.csv', 'inventory 20261101.csv'],
    ['Inventar 01.10.2026.xlsx', 'Inventar 02.11.2026.xlsx'],
    ['assets_KW42.xlsx', 'assets_KW7.xlsx'],
    ['hosts-2026-10.xlsx', 'hosts-2026-11.xlsx'],
    ['Décembre 2025 serveurs.xlsx', 'Août 2026 serveurs.xlsx'],
    ['2026Q3 estate.xlsx', '2026Q3 estate.xlsx'],
    ['servers 10-25-26.xlsx', 'servers 11-26-26.xlsx'],
    ['servers 01.10.26', 'servers 02.11.26'],
    ['servers oct', 'servers nov'],
    ['servers oct (2).xlsx', 'servers nov - Copy.xlsx'],
    ['Week 42 2026 servers', 'Week 43 2026 servers'],
    ['Copy of estate.xlsx', 'estate (1).xlsx'],
  ])('is the same for %s and %s', (one, other) => {
    expect(seriesOf(one)).toBe(seriesOf(other));
  });

  test.each([
    ['servers site1.xlsx', 'servers site2.xlsx'],
    ['Windows 2019.xlsx', 'Windows 2022.xlsx'],
    ['marketing.xlsx', 'keting.xlsx'],
    ['decommissioned.xlsx', 'ommissioned.xlsx'],
    ['net 10.0.20.0.csv', 'net 10.0.21.0.csv'],
    ['vInfo', 'vHost'],
    ['Rack 01-02-03', 'Rack 04-05-06'],
    ['Servers 10.20.30', 'Servers 10.20.29'],
    ['Rack 21-22-23', 'Rack 24-25-26'],
    ['Dec Alpha', 'Alpha'],
    ['Mar del Plata', 'del Plata'],
    ['Week 3 VLAN', 'Week 4 VLAN'],
    ['Q1 Building', 'Q2 Building'],
    ['2026-10 servers.xlsx', '2026-10 desktops.xlsx'],
  ])('is another for %s and %s', (one, other) => {
    expect(seriesOf(one)).not.toBe(seriesOf(other));
  });

  test('is the name itself where nothing in it changes', () => {
    expect(seriesOf('Server_List v2.XLSX')).toBe('Server_List v2.XLSX');
  });
});
