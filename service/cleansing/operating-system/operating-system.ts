import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed } from '../cleansed.ts';
import { architectureOf } from './architecture.ts';
import { readGuestId, readGuestName } from './guest-ids.ts';
import { fuller, wordsOfJoined } from './joined-words.ts';
import { linuxFamilies } from './linux-families.ts';
import { osText, type OperatingSystem, type OsReading } from './os-reading.ts';
import { outsideSystem } from './outside-systems.ts';
import { readProduct } from './product.ts';
import { systemsListed } from './several-systems.ts';
import { unixFamilies } from './unix-families.ts';
import { readServerOrClient, readWindows } from './windows.ts';

/** What follows the release of a system we know is its surroundings: `Windows Server 2016 (Cisco UCS)`. */
const NAME_WITH_RELEASE =
  /^(?!.{0,40}\(samba)(?:(?:microsoft )?windows(?: server)?|red ?hat enterprise linux(?: server)?|rhel|centos(?: linux)?|ubuntu|debian(?: gnu\/linux)?|oracle linux(?: server)?|suse linux enterprise server|sles|vmware esxi?|(?:oracle )?solaris|aix)(?: release)? \d/;

/**
 * The operating system a text names, with the families of the end-of-life data. A system that is not one of them, or
 * none at all, has family null; what the text says of the architecture stays.
 */
export function readOperatingSystem(plain: string): OsReading {
  const text = osText(plain);
  const written = readText(text, plain);
  const words = written.rule.startsWith('os-guest') ? null : wordsOfJoined(text);
  return words === null ? written : fuller(written, readText(words, plain));
}

function readText(text: string, plain: string): OsReading {
  const guest = readGuestId(text) ?? readGuestName(text);
  if (guest !== null) return guest;
  const outside = NAME_WITH_RELEASE.test(text) ? null : outsideSystem(text);
  const pair = outside === null ? readServerOrClient(text) : null;
  if (pair !== null) return pair;
  const listed = outside === null ? systemsListed(text) : [];
  if (listed === 'several')
    return {
      system: { family: null, version: null, edition: null, architecture: architectureOf(text) },
      rule: 'os-several',
      reason: `${quoted(plain)} names several systems.`,
    };
  if (outside === null) {
    const found =
      readProduct(text, hypervisors) ??
      readWindows(text) ??
      readProduct(text, unixFamilies) ??
      readProduct(text, linuxFamilies);
    if (found !== null) return CLOUD_IMAGE.test(text) ? ofCloudImage(found) : eachOf(found, listed);
  }
  const system: OperatingSystem = { family: null, version: null, edition: null, architecture: architectureOf(text) };
  return outside === null
    ? { system, rule: 'os-unknown', reason: `${quoted(plain)} names no operating system we know.` }
    : { system, rule: 'os-outside', reason: `Names ${outside}, which has no end-of-life data here.` };
}

/** A list of releases of one system says no more than that it is one of them. */
function eachOf(found: OsReading, versions: readonly string[]): OsReading {
  if (versions.length < 2 || / or |\//.test(found.system.version ?? '')) return found;
  return { ...found, system: { ...found.system, version: versions.join(' or ') } };
}

/**
 * Google's and Azure's images: `debian-12-bookworm-v20240110`, `projects/windows-cloud/global/images/…`,
 * `Canonical:UbuntuServer:18.04-LTS:latest`, `win11-23h2-pro`.
 */
const CLOUD_IMAGE =
  /(?:^|\/)projects\/windows(?:-sql)?-cloud\/global\/images\/|^[a-z][\w.-]{1,80}-v20\d{6}$|^[a-z][\w.-]{1,80}(?::[\w.-]{1,80}){2,3}$|^win1[01]-\d\dh\d-[a-z][a-z-]{1,20}(?:-g2)?$/;

/** They are built for x86_64, and say so where they are not. */
function ofCloudImage({ system, ...why }: OsReading): OsReading {
  return { ...why, system: { ...system, architecture: system.architecture ?? 'x86_64' } };
}

/** Hyper-V Server carries Windows' years, so it is looked for before Windows. */
const hypervisors = unixFamilies.filter(({ family }) => family === 'hyperv');

/**
 * The system that two cells of one row name together, as sheets with a column for the name and one for the version do:
 * `Windows Server` and `10.0.17763`, `Linux Red Hat` and `7.9`, `Linux` and `Ubuntu 22.04`.
 */
export function readNameAndVersion(name: string, version: string): OsReading {
  const together = readOperatingSystem(`${name} ${version}`);
  const known = together.system.version;
  // The name already ends with a release that the version only makes more exact: `… Linux 7` and `7.9`.
  return known !== null &&
    version.startsWith(`${known}.`) &&
    together.system.family !== null &&
    /^[\d.]{1,20}$/.test(version)
    ? readOperatingSystem(`${name.slice(0, name.lastIndexOf(known))}${version}`)
    : together;
}

export function cleanseOperatingSystem(cell: Cell, text: string): Cleansed {
  if (typeof cell !== 'string') return unsaid('not-an-os', `${quoted(text)} is no name of an operating system.`);
  const { system, rule, reason } = readOperatingSystem(text);
  return cleansed(system, rule, reason);
}

/** Longer texts are no version. */
const VERSION_MAX_CHARACTERS = 120;

/**
 * `os_version` in the same shape, since such columns hold whole names (`Ubuntu 22.04`), builds (`10.0.17763`) and bare
 * releases (`8.6`). A bare release has version only: its family stands in another column.
 */
export function cleanseOsVersion(_cell: Cell, text: string): Cleansed {
  const { system, rule, reason } = readOperatingSystem(text);
  if (system.family !== null || rule === 'os-outside') return cleansed(system, rule, reason);
  if (text.length > VERSION_MAX_CHARACTERS || !/\d/.test(text))
    return unsaid('version-unknown', `${quoted(text)} says no version.`);
  return cleansed({ ...system, version: text }, 'os-version', 'A release; its system is not said.');
}
