import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';

const fieldOf = (header: string, samples: readonly Cell[]): string | null =>
  suggest([[header, samples]])[0]?.targetField ?? null;

const amount = (value: number): Cell => ({ type: 'amount', value, currency: '€' });

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
    ['Total Memory', [amount(16), amount(32)], null],
    ['Purchase Cost', [amount(16), amount(32)], 'purchase_cost'],
    ['Compliance', ['Compliant', 'Non-compliant'], null],
    ['Compliance', ['SOX', 'PCI, GDPR'], 'compliance'],
    ['Mq', ['Dell', 'HP', 'Lenovo'], 'manufacturer'],
    ['Total Memory', ['45 %', '71 %'], null],
    ['Users', [120, '~ 500', '1,200', '>1000'], null],
    ['Users', [120, 45, 800, 1_200], null],
    ['Users', ['Ann Lee', 'Bo Chan'], 'assigned_to'],
    ['User', ['jdoe', 'asmith'], 'assigned_to'],
  ] as [string, Cell[], string | null][])('reads %s of %j as %s', (header, samples, field) => {
    expect(fieldOf(header, samples)).toBe(field);
  });

  test.each([5_000, 9_999, 1_000_000])('takes a single number far outside all others (%d) for no value', (total) => {
    const cores = Array.from({ length: 200 }, (_, at) => [2, 4, 8, 16, 32][at % 5] as number);
    const [suggested] = suggest([['CPU', [...cores, total]]]);
    expect(suggested?.targetField).toBe('cpu_cores');
    expect(suggested?.reasons.map(({ text }) => text).join()).toContain('2 to 32 fits');
    expect(fieldOf('CPU', [...cores.map(String), String(total)])).toBe('cpu_cores');
  });

  test.each([
    ['two of them', [...Array.from({ length: 200 }, () => 4), 5_000, 6_000]],
    ['one that stands there again and again', Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 4 : 5_000))],
    ['one among few', [4, 5_000]],
  ])('still hears numbers beyond the field: %s', (_which, cells) => {
    expect(fieldOf('CPU', cells)).toBeNull();
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
