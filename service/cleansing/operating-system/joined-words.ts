import type { OsReading } from './os-reading.ts';

/** Words of names that tags, labels and identifiers glue together: `WindowsServer2016Standard`, `RedHatEnterpriseLinux`. */
const GLUED =
  /microsoft|windows|server|standard|datacenter|enterprise|professional|ultimate|essentials|evaluation|education|edition|workstation|service ?pack|build|version|release|linux|red ?hat|oracle|vmware|vsphere|solaris|centos|stream|debian|ubuntu|hypervisor|embedded|advanced|storage|premium|starter|leap/g;

/** A name with more spaces than this is written as words. */
const JOINED_MAX_SPACES = 1;

/** Image references, whose parts have readers of their own, the variable every Windows has, revisions of packages. */
const NO_NAME = /:|^windows_nt$|\dubuntu\d/;

/**
 * The words of a folded name that is written as one: `citrix_hypervisor_8.2`, `windows-xp-professional`,
 * `oraclelinuxserver9.3`. Null where it has words already or is no name of several.
 */
export function wordsOfJoined(text: string): string | null {
  if (text.split(' ').length - 1 > JOINED_MAX_SPACES || NO_NAME.test(text)) return null;
  const words = text
    .replace(/(?<![a-z0-9])x86[_-]64(?![a-z0-9])/g, 'amd64')
    .replace(/(?<=[a-z\d).])[_-]+(?=[a-z\d(])/g, ' ')
    .replace(GLUED, ' $& ')
    .replace(/ (?=[,.)])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words === text ? null : words;
}

/** Of the readings of a joined name and of its words the one that says more; where they differ, the name as written. */
export function fuller(written: OsReading, words: OsReading): OsReading {
  if (written.rule === 'os-outside') return written;
  if (words.rule === 'os-outside') return { ...words, system: { ...words.system, ...architectureOf(written, words) } };
  const less = written.system;
  const more = words.system;
  const agrees =
    (less.family === null || less.family === more.family) &&
    (less.version === null || (more.version ?? '').includes(less.version)) &&
    (less.edition === null || more.edition !== null);
  return agrees && more.family !== null
    ? { ...words, system: { ...more, ...architectureOf(written, words) } }
    : written;
}

const architectureOf = (written: OsReading, words: OsReading) => ({
  architecture: written.system.architecture ?? words.system.architecture,
});
