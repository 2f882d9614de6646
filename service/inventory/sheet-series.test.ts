import { describe, expect, test } from '@jest/globals';
import { seriesKey, seriesOf } from './sheet-series.ts';

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
    ['Server 01.10.2026 08.30.csv', 'Server 01.11.2026 07.15.csv'],
    ['Server 01.10.2026_0830.csv', 'Server 01.11.2026.csv'],
    ['export_2026-10_12.30.15.csv', 'export_2026-11_09.08.20.csv'],
    ['export_2026-10-01_09.08.20.csv', 'export_2026-11-01_12.30.15.csv'],
    ['Inventar 28. Januar 2026.xlsx', 'Inventar 1. Februar 2026.xlsx'],
    ['Server-5. Januar 2026.xlsx', 'Server-12. Februar 2026.xlsx'],
    ['inventory 28-Jan-2026.csv', 'inventory Feb 3 2026.csv'],
    ['export_2026-10-01_2026-10-31.csv', 'export_2026-11-01_2026-11-30.csv'],
    ['export_01.10.2026-12.10.2026.csv', 'export_01.11.2026-30.11.2026.csv'],
    ['servers_20261001123015.csv', 'servers_202611010830.csv'],
    ['DC MAR 2026-10.csv', 'DC MAR 2026-11-01.csv'],
    ['Serverliste_10.2026.xlsx', 'Serverliste_11.2026.xlsx'],
    ['Serverliste 9.2026.xlsx', 'Serverliste 10-2026.xlsx'],
    ['servers-10-2026.csv', 'servers-11-2026.csv'],
    ['export_2026-10-01T12-30-15-123Z.csv', 'export_2026-11-01T09-05-00-007Z.csv'],
    ['export_2026-10-01T12_30_15Z.csv', 'export_20261101T090500Z.csv'],
    ['servers 30 Sep 2026.csv', 'servers 1 Oct 2026.csv'],
    ['servers-30-Sep-2026.csv', 'servers-1-Oct-2026.csv'],
    ['net 30. September 2026.csv', 'net 1. Oktober 2026.csv'],
    ['net 30.09.2026.csv', 'net 01.10.2026.csv'],
    ['Stand 30.9.26.csv', 'Stand 1.10.26.csv'],
    ['Server 01.10.2026_0830.csv', 'Server 02.11.2026_0615.csv'],
    ['inv_20261001_1430.csv', 'inv_20261101_0905.csv'],
    ['inv_2026-10-01T1430.csv', 'inv_2026-11-01_14h05.csv'],
    ['inv 2026-10-01 101500.csv', 'inv 2026-11-01 093000.csv'],
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
    ['site 3 October 2026.xlsx', 'site 4 October 2026.xlsx'],
    ['site_3_Oct_2026.xlsx', 'site_4_Oct_2026.xlsx'],
    ['site-3-Oct-2026.xlsx', 'site-4-Oct-2026.xlsx'],
    ['site3 Oct 2026.xlsx', 'site4 Oct 2026.xlsx'],
    ['Rack 21-22-2023', 'Rack 24-25-2023'],
    ['net 10.1.25.csv', 'net 10.1.26.csv'],
    ['fw 7.4.21.csv', 'fw 7.4.22.csv'],
    ['VLAN 10-10-20.csv', 'VLAN 10-10-21.csv'],
    ['SLES 12.5.20.csv', 'SLES 12.5.21.csv'],
    ['v10.10.20.csv', 'v10.10.21.csv'],
    ['site-10-2026.csv', 'site-11-2026.csv'],
    ['v10.2026.csv', 'v11.2026.csv'],
    ['rack_10_2026.csv', 'rack_11_2026.csv'],
    ['site 12 October 2026.csv', 'site 13 October 2026.csv'],
    ['2026-10-01_1010.xlsx', '2026-10-01_1020.xlsx'],
    ['2026-10-01_110.xlsx', '2026-10-01_120.xlsx'],
    ['2026-10-01_12-30-15-100.xlsx', '2026-10-01_12-30-15-101.xlsx'],
  ])('is another for %s and %s', (one, other) => {
    expect(seriesOf(one)).not.toBe(seriesOf(other));
  });

  test('is the name itself where nothing in it changes', () => {
    expect(seriesOf('Server_List v2.XLSX')).toBe('Server_List v2.XLSX');
  });
});

/** As a source stores it. */
const lineage = (file: string, sheet?: string): string =>
  [file, ...(sheet === undefined ? [] : [sheet])].map(seriesOf).join(' › ');

describe('imports of one sheet', () => {
  test.each([
    ['servers_jan26.xlsx', 'servers_feb26.xlsx'],
    ["servers Jan'26.csv", 'servers Feb 26.csv'],
    ['Inventory Jan 28.csv', 'Inventory Feb 3.csv'],
    ['Inventory_jan_31.csv', "Inventory feb'26.csv"],
    ['Serverliste.xlsx', 'Serverliste_neu.xlsx'],
    ['Serverliste.xlsx', 'Serverliste - Kopie (2).xlsx'],
    ['Serverliste.xlsx', 'SERVERLISTE (3).xlsx'],
    ['cmdb_final.xlsx', 'cmdb_final_v2.xlsx'],
    ['cmdb_v1.csv', 'cmdb_v2.csv'],
    ['cmdb.csv', 'cmdb_new_final.csv'],
    ['Inventar Rev 3.xlsx', 'Inventar Rev 4 korrigiert.xlsx'],
    ['servers.xlsx', 'servers_2026-02.xlsx'],
  ])('are found though the file is called %s and then %s', (one, other) => {
    expect(seriesKey(lineage(one, 'Servers'))).toBe(seriesKey(lineage(other, 'Servers')));
    expect(seriesKey(lineage(one))).toBe(seriesKey(lineage(other)));
  });

  test.each([
    ['servers.xlsx', 'new servers.xlsx'],
    ['servers.xlsx', 'servers_old.xlsx'],
    ['renew.xlsx', 're.xlsx'],
    ['final.xlsx', 'neu.xlsx'],
    ['site1.xlsx', 'site2.xlsx'],
    ['Windows 2019.xlsx', 'Windows 2022.xlsx'],
    ['servers new list', 'servers list'],
    ['dc v1 berlin.xlsx', 'dc v2 berlin.xlsx'],
    ['Server.xlsx', 'Server2.xlsx'],
  ])('are not those of another file: %s and %s', (one, other) => {
    expect(seriesKey(lineage(one, 'Servers'))).not.toBe(seriesKey(lineage(other, 'Servers')));
  });

  test('are found though the sheet of a text file is called after it', () => {
    expect(seriesKey(lineage('servers_jan26.csv', 'servers_jan26'))).toBe(
      seriesKey(lineage('servers_feb26.csv', 'servers_feb26')),
    );
    expect(seriesKey(lineage('a new list.csv'))).not.toBe(seriesKey(lineage('a list.csv')));
  });

  test('are not those of another sheet of the same file, which lists other things', () => {
    for (const other of ['Servers new', 'Servers v2', 'Servers (2)', 'Desktops'])
      expect(seriesKey(lineage('a.xlsx', 'Servers'))).not.toBe(seriesKey(lineage('a.xlsx', other)));
  });
});
