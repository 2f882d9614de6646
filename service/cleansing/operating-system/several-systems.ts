import { linuxFamilies } from './linux-families.ts';
import type { OsReading } from './os-reading.ts';
import { readProduct } from './product.ts';
import { unixFamilies } from './unix-families.ts';
import { readWindows } from './windows.ts';

/** What a product runs on: `Windows 10, Windows 11, Android`. */
const CLIENT_LIST =
  /windows (xp|vista|7|8|8\.1|10|11)(?![\w.])[^,]{0,20}(?:,|,? and|,? &) (?:microsoft )?windows (?!\1(?![\w.]))(?:xp|vista|7|8|8\.1|10|11)(?![\w.])/;
/** Scanners that cannot tell write `Ubuntu / Fedora / Linux 3.x`, `Windows 7 or Windows Server 2008 R2`. */
const ALTERNATIVES = / (?:\/|or) |, (?=(?:microsoft )?windows )/;
/** People list systems; line ends have become spaces by then. `Windows Server 2016, Standard` is no list. */
const LIST = /;| \||\| |,| (?:and|&|\+) | (?=(?:microsoft )?windows server \d)/;
const LIST_OR_ALTERNATIVES = new RegExp(`${ALTERNATIVES.source}|${LIST.source}`);
/** What a part begins with that says more of the system before it. */
const FURTHER = /^ ?(?:\d|version|release|build|kernel|x86|amd64|core|based|compatible)/;

/** `several` where a text names systems of two families, or two clients; else the releases of one family that it lists. */
export function systemsListed(text: string): 'several' | string[] {
  if (CLIENT_LIST.test(text)) return 'several';
  if (!LIST_OR_ALTERNATIVES.test(text)) return [];
  if (familiesOf(systemsIn(text.split(ALTERNATIVES))).size > 1) return 'several';
  const listed = systemsIn(text.split(LIST_OR_ALTERNATIVES).filter((part) => !FURTHER.test(part))).filter(
    ({ version }) => version !== null,
  );
  if (familiesOf(listed).size > 1) return 'several';
  const versions = [...new Set(listed.map(({ version }) => version ?? ''))];
  // `10` beside `10 22H2` is the same release said less exactly.
  return versions.filter((one) => !versions.some((other) => isMoreExact(other, one)));
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
