import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';

const suggestionFor = (header: string, samples: readonly Cell[] = []) => suggest([[header, samples]])[0];

const VMWARE = [
  'VMware-51 cf d7 fe fa 37 4c da-cc a7 15 3c 14 1a e5 30',
  'VMware-c4 cf 2d f8 09 ba 9f cf-e7 63 4f 72 05 46 4d 5f',
  'VMware-42 1a 2b 3c 4d 5e 6f 70-81 92 a3 b4 c5 d6 e7 f8',
];

describe('serial numbers of virtual machines', () => {
  test.each([
    ['VMware', VMWARE],
    ['VMware beside hardware and placeholders', [...VMWARE, 'CZ3418ABCD', 'To be filled by O.E.M.', 'Not Specified']],
    ['Parallels', ['Parallels-1A 2B 3C 4D 5E 6F 70 81 92 A3 B4 C5 D6 E7 F8 09']],
    ['Hyper-V and Azure', ['7783-7084-3265-9085-8269-3286-77', '0000-0008-6464-2121-9837-7420-55']],
    ['Amazon', ['ec2a1b2c-3d4e-5f60-7182-93a4b5c6d7e8']],
    ['a UUID', ['27aa8378-b0f4-4289-84a4-405da95c6147']],
  ])('are serial numbers: %s', (_of, samples) => {
    for (const header of ['serial_number', 'Serial Number', 'Seriennummer'])
      expect([header, suggestionFor(header, samples)?.targetField]).toEqual([header, 'serial_number']);
    expect(suggestionFor('serial_number', samples)?.confidence).toBeGreaterThan(0.9);
  });

  test('are not taken for another thing whose name merely holds the name of the field', () => {
    const reasons = suggestionFor('serial_number', ['the sticker on the left side of the case is gone'])?.reasons;
    expect(reasons?.find(({ signal }) => signal === 'other_words')?.contribution ?? 0).toBeLessThan(0.6);
  });
});
