import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/suggested-mappings.ts';

const fieldOf = (header: string, samples: readonly Cell[]): string | null =>
  suggest([[header, samples]])[0]?.targetField ?? null;

describe('what values say of a header', () => {
  test.each([
    ['Subnet Mask', ['255.255.255.0', '255.255.254.0'], 'network_segment'],
    ['netmask', ['255.255.255.0', '255.255.252.0'], 'network_segment'],
    ['IP Address', ['10.0.0.4/24', '10.0.0.5/24'], 'ip_address'],
    ['Host CPU', ['120 MHz', '2410 MHz'], null],
    ['Organizational Unit', ['OU=Laptops,DC=acme,DC=com', 'OU=Servers,DC=acme,DC=com'], null],
    ['Organizational Unit', ['Finance', 'Sales'], 'department'],
    ['Interfaces', ['eth0,lo', 'ens192,lo'], null],
    ['Interfaces', ['SAP ERP', 'Payroll'], 'dependencies'],
    ['Type', ['VMware virtual machine', 'Physical machine'], 'asset_type'],
    ['Device Type', ['HP DL380 G10', 'Cisco C9500-24Y4C', 'Dell R640'], null],
    ['Device Type', ['Cisco switch', 'Dell server'], 'asset_type'],
    ['Purchase Cost', ['12 %', '40 %'], null],
    ['Compliance', ['Compliant', 'Non-compliant'], null],
    ['Compliance', ['SOX', 'PCI, GDPR'], 'compliance'],
    ['Mq', ['Dell', 'HP', 'Lenovo'], 'manufacturer'],
    ['Total Memory', ['45 %', '71 %'], null],
  ] as [string, Cell[], string | null][])('reads %s of %j as %s', (header, samples, field) => {
    expect(fieldOf(header, samples)).toBe(field);
  });

  test('does not take the sum under a column of numbers for one of them', () => {
    const cores = Array.from({ length: 1_000 }, (_, at) => [2, 4, 8, 16, 32][at % 5] as number);
    const total = cores.reduce((sum, one) => sum + one, 0);
    expect(fieldOf('CPU', [...cores, total])).toBe('cpu_cores');
    expect(fieldOf('CPU', [...cores, total + 1])).toBeNull();
  });

  test('knows hosts that are called after the hypervisor they run', () => {
    const [, host] = suggest([
      ['VM', ['web01', 'db01']],
      ['Host', ['esx-07.example.com', 'esxi.lab.example.com']],
    ]);
    expect(host?.targetField).toBe('host_server');
    expect(fieldOf('Hypervisor', ['VMware ESXi 7.0', 'Hyper-V'])).toBe('hypervisor');
  });
});
