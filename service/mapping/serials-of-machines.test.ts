import { describe, expect, test } from '@jest/globals';
import { suggest } from '#test/builders/suggested-mappings.ts';

const HEX = '0123456789abcdef';
const hex = (seed: number, length: number): string =>
  Array.from({ length }, (_, at) => HEX[(seed * 7 + at * 5 + ((seed * at) % 11)) % 16]).join('');
const pairs = (seed: number): string => (hex(seed, 16).match(/../g) ?? []).join(' ');
const uuid = (seed: number): string => [8, 4, 4, 4, 12].map((length, at) => hex(seed + at * 3, length)).join('-');

const FORMS: readonly (readonly [string, (seed: number) => string])[] = [
  ['VMware with spaces', (seed) => `VMware-${pairs(seed)}-${pairs(seed + 5)}`],
  ['VMware with a uuid', (seed) => `VMware-${uuid(seed)}`],
  ['Hyper-V', (seed) => `${1000 + seed}-2345-6789-0123-4567-${2000 + seed}-${10 + (seed % 80)}`],
  ['Amazon', (seed) => `ec2${hex(seed, 5)}-${uuid(seed).slice(9)}`],
  ['KVM and Nutanix', uuid],
];

/** The name as ServiceNow has it, over physical machines and then virtual ones. */
function mapped(virtual: (seed: number) => string, shareOfVirtual: number, header = 'serial_number') {
  const cells = Array.from({ length: 300 }, (_, at) =>
    at >= 300 * (1 - shareOfVirtual) ? virtual(at) : at % 7 === 0 ? null : `CZ${10_000_000 + at * 37}X`,
  );
  const names = cells.map((_, at) => `srv-${at}`);
  return suggest([
    ['name', names],
    [header, cells],
  ])[1];
}

describe('serial numbers of physical and of virtual machines in one column', () => {
  test.each(FORMS)('are read as such: %s', (_what, virtual) => {
    for (const share of [0.3, 0.6, 0.9, 1])
      expect([share, mapped(virtual, share)]).toEqual([
        share,
        expect.objectContaining({ targetField: 'serial_number' }),
      ]);
  });

  test('under a header that says less are no other field', () => {
    const found = mapped((seed) => `VMware-${pairs(seed)}-${pairs(seed + 5)}`, 0.8, 'Serial');
    expect(found?.targetField).toBe('serial_number');
    expect(found?.confidence).toBeGreaterThan(0.8);
  });
});
