import { describe, expect, test } from '@jest/globals';
import { cleansingRuleWords, wordedRules } from '#shared/cleansing-rule-words.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleanse } from './cleanse.ts';
import type { CleanseOptions } from './cleansed.ts';
import type { ColumnPlan } from './cleansing-plan.ts';
import { columnReader } from './column-cleanser.ts';

const date: Cell = { type: 'date', iso: '2024-03-01', serial: 45352, format: 'yyyy-mm-dd' };

/** A cell for each rule that reads single cells. That a rule without words cannot be given is what the types say. */
const examples: readonly (readonly [rule: string, field: string, cell: Cell, options?: CleanseOptions])[] = [
  ['blank', 'hostname', null],
  ['placeholder', 'hostname', 'n/a'],
  ['text', 'description', 'a b'],
  ['tags', 'tags', '{"a":"b"}'],
  ['cleansed-before', 'annual_cost', '{"amount":1,"currency":null}'],
  ['vocabulary', 'environment', 'PROD'],
  ['vocabulary-unknown', 'environment', 'xyzzy'],
  ['boolean', 'is_virtual', true],
  ['boolean-unknown', 'is_virtual', 'xyzzy'],
  ['virtual-word', 'is_virtual', 'physical'],
  ['excel-date', 'install_date', date],
  ['excel-serial', 'install_date', 44197],
  ['date-text', 'install_date', '1 March 2024'],
  ['unix-time', 'install_date', 1700000000],
  ['day-month-contradicts', 'install_date', '25/03/2024', { dayMonthOrder: 'month-first' }],
  ['not-a-date', 'install_date', 'xyzzy'],
  ['date-ambiguous', 'install_date', '03/04/2024'],
  ['date-incomplete', 'install_date', 2021],
  ['date-implausible', 'install_date', '1 March 1910'],
  ['number', 'disk_iops', 5],
  ['count', 'cpu_cores', 4],
  ['percent', 'cpu_utilization_percent', '40 %'],
  ['size', 'memory_gb', '16 GB'],
  ['throughput', 'network_throughput_mbps', '1 Gbps'],
  ['frequency', 'cpu_speed_mhz', '2.4 GHz'],
  ['money', 'annual_cost', 'EUR 40'],
  ['currency-of-format', 'annual_cost', { type: 'amount', value: 40, currency: '€' }],
  ['currency-of-column', 'annual_cost', 40, { currencyBeside: { currency: 'EUR', header: 'Currency' } }],
  ['currency-contradicts', 'annual_cost', '40 USD', { currencyBeside: { currency: 'EUR', header: 'Currency' } }],
  ['cost-per-year', 'annual_cost', 'EUR 40 per month'],
  ['cost-period', 'annual_cost', '$0.12/hr'],
  ['not-a-number', 'memory_gb', 'xyzzy'],
  ['not-a-count', 'cpu_cores', 1.5],
  ['number-ambiguous', 'disk_iops', '1.234'],
  ['negative', 'memory_gb', '-1 GB'],
  ['zero', 'cpu_cores', 0],
  ['percent-above-100', 'cpu_utilization_percent', '150 %'],
  ['unit-missing', 'memory_gb', 16],
  ['unit-unknown', 'memory_gb', '16 V'],
  ['ip', 'ip_address', '10.0.0.1'],
  ['ip-list', 'ip_address', '10.0.0.1, 10.0.0.2'],
  ['ip-partly', 'ip_address', '10.0.0.1, xyzzy'],
  ['ip-invalid', 'ip_address', 'xyzzy'],
  ['ip-network', 'ip_address', '10.0.0.0/24'],
  ['mac', 'mac_address', '00:50:56:00:00:01'],
  ['mac-list', 'mac_address', '00:50:56:00:00:01, 00:50:56:00:00:02'],
  ['mac-partly', 'mac_address', '00:50:56:00:00:01, xyzzy'],
  ['mac-invalid', 'mac_address', 'xyzzy'],
  ['hostname', 'hostname', 'srv-1'],
  ['hostname-from-fqdn', 'hostname', 'srv-1.example.com'],
  ['hostname-invalid', 'hostname', 'two words'],
  ['fqdn', 'fqdn', 'srv-1.example.com'],
  ['fqdn-invalid', 'fqdn', 'no host name'],
  ['fqdn-without-domain', 'fqdn', 'srv-1'],
  ['serial', 'serial_number', 'CZ1000XK'],
  ['text-too-long', 'ip_address', '10.0.0.1 '.repeat(1_000)],
  ['not-a-serial', 'serial_number', true],
  ['serial-several', 'serial_number', 'CZ1234X1, CZ1234X2'],
  ['spreadsheet-made', 'ip_address', 10120130040],
  ['serial-rounded', 'serial_number', '1.23E+17'],
  ['person', 'business_owner', 'Ana Keller'],
  ['person-email', 'business_owner', 'ana@example.com'],
  ['person-account', 'business_owner', 'CORP\\ana'],
  ['person-last-first', 'business_owner', 'Keller, Ana'],
  ['not-a-name', 'business_owner', 7],
  ['os-windows', 'operating_system', 'Windows Server 2019'],
  ['os-windows-build', 'operating_system', 'Windows 10 / Server 2019 Build 17763'],
  ['os-image', 'operating_system', '2019-datacenter-gensecond'],
  ['os-guest-id', 'operating_system', 'windows9Server64Guest'],
  ['os-guest-name', 'operating_system', 'Microsoft Windows Server 2012 (64-bit)'],
  ['os-version', 'os_version', '8.6'],
  ['os-outside', 'operating_system', 'otherGuest64'],
  ['os-several', 'operating_system', 'RHEL 8 / Ubuntu 22.04'],
  ['os-unknown', 'operating_system', 'xyzzy'],
  ['not-an-os', 'operating_system', 7],
  ['version-unknown', 'os_version', 'xyzzy'],
  ['architecture', 'os_architecture', '64-bit'],
  ['architecture-unknown', 'os_architecture', 'xyzzy'],
];

/** Rules of what is decided and split in a column, and of its unit. */
function readInColumn(cell: Cell): string {
  const column: ColumnPlan = {
    columnIndex: 0,
    field: 'ip_address',
    fieldType: 'string',
    isSecondary: false,
    options: { unit: 'GB' },
    separator: ';',
    valueDecisions: [['here', null]],
  };
  return columnReader(column)(cell).rule;
}

describe('the words of cleansing rules', () => {
  test.each(examples)('are those of a rule the engine gives: %s', (rule, field, cell, options = {}) => {
    expect(cleanse(field, cell, options).rule).toBe(rule);
  });

  test('are of every rule the engine gives, and of no other', () => {
    const inColumns = [
      readInColumn('here'),
      readInColumn('10.0.0.1;10.0.0.2'),
      readInColumn('10.0.0.1;xyzzy'),
      readInColumn('GB'),
    ];
    expect(inColumns).toEqual(['decided-by-analyst', 'list', 'list-partly', 'unit-alone']);
    const given = new Set<string>([...examples.map(([rule]) => rule), ...inColumns]);
    expect([...wordedRules].sort()).toEqual([...given].sort());
  });

  test('are never the name of the rule', () => {
    for (const rule of wordedRules) expect(cleansingRuleWords(rule)).not.toMatch(/_|read by/);
  });

  test('of a system are the same for every family', () => {
    const rules = ['RHEL 8.6', 'AIX 7.2', 'VMware ESXi 7.0'].map((text) => cleanse('operating_system', text, {}).rule);
    expect(new Set(rules).size).toBe(3);
    for (const rule of rules) expect(cleansingRuleWords(rule)).toBe('read as the name of an operating system');
  });

  test('of a rule nobody here knows show its name, whatever it is called', () => {
    expect(['from-tomorrow', 'constructor'].map(cleansingRuleWords)).toEqual([
      'read by from tomorrow',
      'read by constructor',
    ]);
  });
});
