import { expect, test } from '@jest/globals';
import { wholeSystemText } from './whole-system.ts';

const system = (family: string | null, version: string | null, edition: string | null = null) => ({
  family,
  version,
  edition,
  architecture: null,
});
const rhel = system('rhel', null);

test.each([
  ['name and version of two cells', [rhel], [system(null, '8.6')], 'Red Hat Enterprise Linux 8.6'],
  ['a version that is more exact', [system('rhel', '8')], [system(null, '8.6')], 'Red Hat Enterprise Linux 8.6'],
  ['a version that only looks longer', [system('rhel', '8')], [system(null, '80')], 'Red Hat Enterprise Linux 8'],
  [
    'a build beside a release',
    [system('windows_server', '2019', 'Datacenter')],
    [system('windows_server', null)],
    'Windows Server 2019 Datacenter',
  ],
  [
    'a build that may stand for another release',
    [system('windows_server', '2019')],
    [system(null, '2019 or 10 1809')],
    'Windows Server 2019',
  ],
  ['a version cell that names the system too', [rhel], [system('rhel', '9.4')], 'Red Hat Enterprise Linux 9.4'],
  ['a version of another system', [rhel], [system('ubuntu', '22.04')], 'Red Hat Enterprise Linux'],
  ['a name alone', [system('ubuntu', '22.04')], [], 'Ubuntu 22.04'],
  ['a version alone', [], [system('ubuntu', '22.04')], 'Ubuntu 22.04'],
  [
    'two systems and one version',
    [rhel, system('ubuntu', null)],
    [system(null, '8')],
    'Red Hat Enterprise Linux, Ubuntu',
  ],
  ['nothing', [], [], ''],
])('%s', (_which, names, versions, text) => {
  expect(wholeSystemText(names, versions)).toBe(text);
});
