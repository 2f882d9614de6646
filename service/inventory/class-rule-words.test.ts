import { describe, expect, test } from '@jest/globals';
import { classRules, classRuleWords, type ClassRule } from '#shared/class-rule-words.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';
import { createClassifier, type SheetContext } from './classify.ts';

const system = (family: string) => ({ family, version: null, edition: null, architecture: null });

/** What a record or its sheet has to say for each rule to classify it. */
const examples: readonly (readonly [
  rule: ClassRule,
  values: Readonly<Record<string, NonNullable<CleansedValue>>>,
  sheet?: Partial<SheetContext>,
  typeText?: string,
])[] = [
  ['asset-type', { asset_type: 'server' }],
  ['asset-type-virtual', { asset_type: 'server', is_virtual: true }],
  ['physical-type', { asset_type: 'server' }, {}, 'Physical Server'],
  ['physical-hypervisor-host', { asset_type: 'hypervisor_host' }],
  ['is-virtual', { is_virtual: true }],
  ['physical-flag', { is_virtual: false }],
  ['physical-hypervisor-system', { operating_system: system('vmware_esxi') }],
  ['physical-model', { model: 'PowerEdge R740' }],
  ['virtual-model', { model: 'VMware Virtual Platform' }],
  ['network-model', { model: 'Catalyst 9300-48P' }],
  ['runs-on-host', { host_server: 'esx1' }],
  ['operating-system', { operating_system: system('windows_server') }],
  ['machine-fields', { cpu_cores: 4, memory_gb: 16 }],
  ['database-engine', { asset_name: 'DB1', database_type: 'Oracle', host_server: 'srv1' }],
  ['cloud-resource', { asset_id: 'i-0b8357fce350bdfeb' }],
  ['traces-disagree', { asset_id: 'i-0b8357fce350bdfeb', operating_system: system('vmware_esxi') }],
  ['sheet', {}, { sheetName: 'vInfo' }],
  ['physical-sheet', {}, { sheetName: 'vHost' }],
  ['sheet-name', {}, { sheetName: 'Applications' }],
  ['physical-sheet-name', {}, { sheetName: 'Physical servers' }],
  ['header-word', {}, { nameHeader: 'Server Name' }],
  ['nothing-tells', {}],
];

describe('the words of class rules', () => {
  test.each(examples)('are those of a rule that classifies: %s', (rule, values, sheet = {}, typeText = '') => {
    const classify = createClassifier({ sheetName: null, nameHeader: null, ...sheet });
    expect(
      classify(
        (field) => values[field],
        () => typeText,
      ).rule,
    ).toBe(rule);
  });

  test('are of every rule, each its own, and never its name', () => {
    expect([...classRules].sort()).toEqual(examples.map(([rule]) => rule).sort());
    const words = classRules.map(classRuleWords);
    expect(new Set(words).size).toBe(words.length);
    for (const said of words) expect(said).toMatch(/^[A-Z][^_]* [^_]*$/);
  });

  test('of a rule nobody here knows show its name, and of an asset that only has parts that nothing tells', () => {
    expect(['from-tomorrow', 'constructor', ''].map(classRuleWords)).toEqual([
      'The rule from tomorrow',
      'The rule constructor',
      'Nothing in the record or its sheet tells',
    ]);
  });
});
