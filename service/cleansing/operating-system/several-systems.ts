import { linuxFamilies } from './linux-families.ts';
import type { OsReading } from './os-reading.ts';
import { readProduct } from './product.ts';
import { unixFamilies } from './unix-families.ts';
import { readWindows } from './windows.ts';

/** What a product runs on: `Windows 10, Windows 11, Android`. */
const CLIENT_LIST =
  /windows (xp|vista|7|8|8\.1|10|11)(?![\w.])[^,]{0,20}(?:,|,? and|,? &) (?:microsoft )?windows (?!\1(?![\w.]))(?:xp|vista|7|8|8\.1|10|11)(?![\w.])/;
/** Scanners that cannot tell write `Ubuntu / Fedora / Linux 3.x`, `Windows 7 or Windows Server 2008 R2`. */
const ALTERNATIVES =
  / (?:\/|or|oder|ou) |, (?=(?:microsoft )?windows )| ?(?:-{1,2}>|=>|→) ?|[ (](?:(?:to be |being )?(?:upgrad|migrat)[a-z]{1,3} )?to /;
/** People list systems; line ends have become spaces by then. `Windows Server 2016, Standard` is no list. */
const LIST = /;| \||\| |,| (?:and|&|\+|und|et) |(?<=\d)\/(?=\d)| (?=(?:microsoft )?windows server \d)/;
const LIST_OR_ALTERNATIVES = new RegExp(`${ALTERNATIVES.source}|${LIST.source}`);
/** What a part begins with that says more of the system before it. */
const FURTHER = /^ ?(?:\d|version|release|build|kernel|x86|amd64|core|based|compatible)/;

/** `several` where a text names systems of two families, or two clients; else the releases of one family that it lists. */
export function systemsListed(text: string): 'several' | string[] {
  if (CLIENT_LIST.test(text)) return 'several';
  if (!LIST_OR_ALTERNATIVES.test(text)) return [];
  if (familiesOf(systemsIn(text.split(ALTERNATIVES))).size > 1) return 'several';
  const parts = withNames(text.split(LIST_OR_ALTERNATIVES)).filter((part) => !FURTHER.test(part));
  const listed = systemsIn(parts).filter(({ version }) => version !== null);
  if (familiesOf(listed).size > 1) return 'several';
  const versions = [...new Set(listed.map(({ version }) => version ?? ''))];
  // `10` beside `10 22H2` is the same release said less exactly.
  return versions.filter((one) => !versions.some((other) => isMoreExact(other, one)));
}

/** A name and its release at the end of a part; a part can be a release alone. */
const NAME_AND_RELEASE = /^(.*?)(?<![\w.])(\d{1,4}(?:\.\d{1,2})?)( ?r2| sp ?\d)?(?: lts)?$/;

/** `debian 10`, `11` as `debian 10`, `debian 11`: a release alone that can be one of the same system takes over its name. */
function withNames(parts: readonly string[]): string[] {
  let name = '';
  let release = '';
  return parts.map((part) => {
    const [, before = '', found = ''] = NAME_AND_RELEASE.exec(part.replace(/[()]/g, ' ').trim()) ?? [];
    if (found === '') return part;
    if (before !== '') [name, release] = [before, found];
    return before === '' && name !== '' && areOfOneSystem(release, found)
      ? `${name}${part.replace(/[()]/g, '').trim()}`
      : part;
  });
}

/** The years Windows' servers are named by. */
const SERVER_YEAR = /^(?:2000|2003|2008|2012|2016|2019|2022|2025)$/;
/** Releases named by year and month: `22.04`. */
const YEAR_AND_MONTH = /^\d\d\.\d\d$/;
const MAJORS_APART_MAX = 4;

/** Whether two numbers can be releases of one system, and not one of them a kernel's, a build or an amount. */
function areOfOneSystem(one: string, other: string): boolean {
  if (SERVER_YEAR.test(one) || SERVER_YEAR.test(other)) return SERVER_YEAR.test(one) && SERVER_YEAR.test(other);
  if (YEAR_AND_MONTH.test(one) || YEAR_AND_MONTH.test(other))
    return YEAR_AND_MONTH.test(one) && YEAR_AND_MONTH.test(other);
  const apart = Math.abs(Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return apart <= (one.includes('.') || other.includes('.') ? 1 : MAJORS_APART_MAX);
}

const isMoreExact = (other: string, one: string): boolean =>
  other.startsWith(one) && /^(?:\.| (?!R2))/.test(other.slice(one.length));

const systemsIn = (parts: readonly string[]): OsReading['system'][] =>
  parts.flatMap((part) => {
    const found = readWindows(part.trim()) ?? readProduct(part.trim(), [...unixFamilies, ...linuxFamilies]);
    return found === null ? [] : [found.system];
  });

const familiesOf = (systems: readonly OsReading['system'][]): Set<string | null> =>
  new Set(systems.map(({ family }) => family));
