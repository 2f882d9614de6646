import { describe, expect, test } from '@jest/globals';
import { expectation, examplesOf } from './os-examples.ts';
import { readOperatingSystem } from './operating-system.ts';

/** As configuration files of virtual machines name their guests: text → family | version | edition | architecture. */
const CONFIGURATION_FILES = `
windows9srv-64 → windows_server | 2016 or later | - | x86_64
windows7srv-64 → windows_server | 2008 R2 | - | x86_64
winnetenterprise-64 → windows_server | 2003 | Enterprise | x86_64
winnetstandard → windows_server | 2003 | Standard | x86
longhorn-64 → windows_server | 2008 | - | x86_64
windows9-64 → windows_client | 10 | - | x86_64
rhel8-64 → rhel | 8 | - | x86_64
debian11-64 → debian | 11 | - | x86_64
other4xlinux-64 → - | - | - | x86_64
freebsdx64 → freebsd | - | - | x86_64
`;

describe('systems as further sources name them', () => {
  test.each(examplesOf(CONFIGURATION_FILES))('%s is %s', (raw, expected) =>
    expect(expectation(readOperatingSystem(raw).system)).toBe(expected),
  );
});
