import { describe, expect, test } from '@jest/globals';
import { withoutSheetPrefix } from './sheet-prefix.ts';

describe('what most headers of a sheet begin with', () => {
  test('is cut off where it is set apart', () => {
    expect(withoutSheetPrefix(['vm.name', 'vm.cpus', 'vm.ram', 'vm.disk', 'host'])).toEqual([
      'name',
      'cpus',
      'ram',
      'disk',
      'host',
    ]);
    expect(withoutSheetPrefix(['OS: Name', 'OS: Type', 'OS: Build', 'OS: Major', 'OS: Minor'])[0]).toBe('Name');
  });

  test('stays in short sheets, where it is only a word, and where few have it', () => {
    for (const headers of [
      ['vm.name', 'vm.cpus'],
      ['Disk 1', 'Disk 2', 'Disk 3', 'Disk 4', 'Disk 5'],
      ['vm.name', 'host.name', 'os.name', 'ip', 'vm.cpus'],
    ])
      expect(withoutSheetPrefix(headers)).toEqual(headers);
  });
});
