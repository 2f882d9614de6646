import { describe, expect, test } from '@jest/globals';
import type { AssetClass } from '#shared/statuses.ts';
import { MemoryInventory } from '#test/builders/memory-inventory.ts';

const TABLES: readonly (readonly [string, AssetClass])[] = [
  ['cmdb_ci_appl', 'application'],
  ['cmdb_ci_business_app', 'application'],
  ['cmdb_ci_service', 'application'],
  ['cmdb_ci_netgear', 'network_device'],
  ['cmdb_ci_ip_switch', 'network_device'],
  ['cmdb_ci_ip_router', 'network_device'],
  ['cmdb_ci_ip_firewall', 'network_device'],
  ['cmdb_ci_lb', 'network_device'],
  ['cmdb_ci_storage_server', 'storage'],
  ['cmdb_ci_msd', 'storage'],
  ['cmdb_ci_db_instance', 'database'],
  ['cmdb_ci_db_mssql_instance', 'database'],
  ['cmdb_ci_database', 'database'],
  ['cmdb_ci_cluster', 'cluster'],
  ['cmdb_ci_kubernetes_cluster', 'cluster'],
  ['cmdb_ci_vm_instance', 'virtual_machine'],
  ['cmdb_ci_vmware_instance', 'virtual_machine'],
  ['cmdb_ci_esx_server', 'server'],
  ['cmdb_ci_linux_server', 'server'],
  ['cmdb_ci_win_server', 'server'],
  ['cmdb_ci_unix_server', 'server'],
  ['cmdb_ci_server', 'server'],
  ['cmdb_ci_computer', 'desktop'],
  ['cmdb_ci_pc_hardware', 'desktop'],
];

async function classIn(sheet: { filename?: string; sheetName?: string; fields: string[]; rows: string[][] }) {
  const inventory = new MemoryInventory();
  await inventory.import({ id: 'imp_1', sheetName: 'Page 1', ...sheet });
  return inventory.snapshot()[0]?.asset_class;
}

describe('a table of ServiceNow', () => {
  test.each(TABLES)('%s as name of a file or sheet lists things of class %s', async (table, assetClass) => {
    const named = { fields: ['asset_name'], rows: [['thing 1']] };
    expect(await classIn({ ...named, filename: `${table}.csv` })).toBe(assetClass);
    expect(await classIn({ ...named, filename: `Export ${table}_2026-02 (3).xlsx` })).toBe(assetClass);
    expect(await classIn({ ...named, sheetName: table })).toBe(assetClass);
  });

  test.each(TABLES)('%s in a column of classes is class %s', async (table, assetClass) => {
    expect(await classIn({ fields: ['asset_name', 'asset_type'], rows: [['thing 1', table]] })).toBe(assetClass);
  });

  test('that says nothing leaves its things unknown', async () => {
    for (const filename of ['cmdb_ci.csv', 'cmdb_ci_rack.csv', 'cmdb_rel_ci.csv'])
      expect(await classIn({ fields: ['asset_name'], rows: [['thing 1']], filename })).toBe('unknown');
  });
});

test.each([
  'Catalyst 9300-48P',
  'Cisco Catalyst 9300-48P',
  'WS-C3850-24T',
  'Nexus 93180YC-EX',
  'FortiGate 100F',
  'PA-3220',
  'EX4300-48T',
  'Aruba 2930F',
  'BIG-IP i5800',
  'Juniper EX4300',
  'Juniper Networks MX480',
  'Cisco C9300',
  'C9300L-24T-4G',
  'DCS-7050SX3-48YC8',
])('the model %s is a network device', async (model) => {
  expect(await classIn({ fields: ['asset_name', 'model'], rows: [['thing 1', model]] })).toBe('network_device');
});

test.each([
  'EX',
  'Catalyst',
  'BIG-IP Virtual Edition',
  'MX-5 laptop',
  'MX521',
  'MX960',
  'EX3220',
  'EX-3220',
  'SRX300',
  'C9300N',
  'DCS-7513',
  'Lexmark MX521',
  'Epson EX3220',
])('the model %s tells nothing of networks', async (model) => {
  expect(await classIn({ fields: ['asset_name', 'model'], rows: [['thing 1', model]] })).toBe('unknown');
});

test.each(['ProLiant DL380 Gen10', 'PowerEdge R640'])('the model %s is of a server', async (model) => {
  expect(await classIn({ fields: ['asset_name', 'model'], rows: [['thing 1', model]] })).toBe('server');
});

test.each([
  ['Juniper Networks', 'EX4300', 'network_device'],
  ['Juniper', 'MX960', 'network_device'],
  ['JUNIPER NETWORKS, INC.', 'SRX1500', 'network_device'],
  ['Cisco Meraki', 'MX84', 'network_device'],
  ['Cisco Systems, Inc.', 'C9300', 'network_device'],
  ['Arista Networks', 'DCS-7280', 'network_device'],
  ['Lexmark', 'MX521', 'unknown'],
  ['Lexmark International', 'MX521', 'unknown'],
  ['Epson', 'EX3220', 'unknown'],
  ['Epson', 'C9300N', 'unknown'],
  ['D-Link', 'DCS-2330', 'unknown'],
  ['Cisco', 'EX3220', 'unknown'],
])('of the maker %s the model %s is class %s', async (maker, model, assetClass) => {
  const fields = ['asset_name', 'manufacturer', 'model'];
  expect(await classIn({ fields, rows: [['thing 1', maker, model]] })).toBe(assetClass);
});
