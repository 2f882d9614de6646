import { describe, expect, test } from '@jest/globals';
import { cleanse } from '../cleansing/cleanse.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';
import { createClassifier, type SheetContext } from './classify.ts';

const SERVERS: SheetContext = { sheetName: 'Servers', nameHeader: 'Server Name' };

/** Class and rule of a record with these cells. */
function classOf(cells: Readonly<Record<string, string>>, sheet = SERVERS): string {
  const values = new Map(Object.entries(cells).map(([field, cell]) => [field, cleanse(field, cell, {}).value]));
  const first = (field: string): NonNullable<CleansedValue> | undefined => values.get(field) ?? undefined;
  const { assetClass, rule } = createClassifier(sheet)(first, (field) => cells[field] ?? '');
  return `${assetClass} by ${rule}`;
}

describe('a machine known as a virtual one by its hardware model', () => {
  test.each([
    ['VMware Virtual Platform', 'VMware, Inc.'],
    ['VMware, Inc. VMware Virtual Platform', undefined],
    ['VMware7,1', 'VMware, Inc.'],
    ['VMware20,1', undefined],
    ['VMware VM', undefined],
    ['vmware virtual machine', undefined],
    ['Virtual Machine', 'Microsoft Corporation'],
    ['Microsoft Corporation Virtual Machine', undefined],
    ['KVM', undefined],
    ['KVM', 'Red Hat'],
    ['KVM', 'QEMU'],
    ['HVM domU', 'Xen'],
    ['VirtualBox', 'innotek GmbH'],
    ['Oracle VM VirtualBox', undefined],
    ['Standard PC (i440FX + PIIX, 1996)', 'QEMU'],
    ['Standard PC (Q35 + ICH9, 2009)', undefined],
    ['Google Compute Engine', 'Google'],
    ['OpenStack Nova', 'Red Hat'],
    ['OpenStack Compute', undefined],
    ['Amazon EC2', undefined],
    ['t3.large', 'Amazon EC2'],
    ['m5a.2xlarge', 'Amazon EC2'],
  ])('%s of %s', (model, manufacturer) => {
    const cells = { model, ...(manufacturer === undefined ? {} : { manufacturer }) };
    expect(classOf(cells)).toBe('virtual_machine by virtual-model');
    expect(classOf({ ...cells, operating_system: 'Windows Server 2019' })).toBe('virtual_machine by virtual-model');
  });

  test.each([
    ['Standard PC', undefined],
    ['KVM', 'Raritan'],
    ['KVM Switch', undefined],
    ['Virtual Connect FlexFabric', 'HPE'],
    ['Virtual SAN Ready Node', 'VMware'],
    ['Virtual Machine Host', 'Dell'],
    ['VMware ESXi 7.0', undefined],
    ['m5.metal', 'Amazon EC2'],
    ['t3.large', 'Contoso'],
    ['t3.large', undefined],
  ])('not %s of %s', (model, manufacturer) =>
    expect(classOf({ model, ...(manufacturer === undefined ? {} : { manufacturer }) })).toBe('server by sheet-name'),
  );

  test('not one of servers', () => {
    expect(classOf({ model: 'PowerEdge R640', manufacturer: 'Dell' })).toBe('server by physical-model');
  });

  test('unless a cell or the sheet says what it is', () => {
    const model = 'VMware Virtual Platform';
    expect(classOf({ model, asset_type: 'Physical Server' })).toBe('server by physical-type');
    expect(classOf({ model, asset_type: 'Server' })).toBe('server by asset-type');
    expect(classOf({ model, asset_type: 'Database' })).toBe('database by asset-type');
    expect(classOf({ model, is_virtual: 'No' })).toBe('server by physical-flag');
    expect(classOf({ model }, { ...SERVERS, sheetName: 'vHost' })).toBe('server by physical-sheet');
    expect(classOf({ model }, { ...SERVERS, sheetName: 'Applications' })).toBe('application by sheet-name');
  });

  test('also where its system runs on desktops or runs machines itself', () => {
    const model = 'VMware7,1';
    expect(classOf({ model, operating_system: 'Windows 10 Pro' })).toBe('virtual_machine by virtual-model');
    expect(classOf({ model, operating_system: 'VMware ESXi 7.0' })).toBe('virtual_machine by virtual-model');
  });
});
