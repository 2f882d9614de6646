import { macosOfDarwin } from './guest-ids.ts';
import type { Product } from './product.ts';
import { isBetweenReleases, majorBelow, rangeAround, versionAround, type Around } from './version-words.ts';

/** `7.2`, with its technology level where it is said: `7200-05-03-2148`, `7.2 TL5 SP3`. */
function aixVersion({ after, all }: Around): string | null {
  const level = /(?<!\d)([4-7])([1-4])00-(\d\d)(?:-\d\d)?/.exec(all);
  if (level !== null) return `${level[1]}.${level[2]} TL${Number(level[3])}`;
  // `uname -a` writes release before version: `AIX host 2 7 00F9…`, `AIX 3 7`.
  const uname = /^ (?:\S+ )?([1-4]) ([4-7])(?: [0-9a-f]{12}|$)/.exec(after);
  if (uname !== null) return `${uname[2]}.${uname[1]}`;
  // Agents pad it with zeros: `07.03.0002.0003`; people leave the dot out: `AIX 71`.
  const dotted = all.replace(/(?<=aix ?)([5-7])([1-3])(?![\d.])/, '$1.$2');
  const release = /(?<![\d.])0?([3-7])\.0?([1-4])(?:\.(\d{1,2}))?/.exec(dotted);
  if (release === null || isBetweenReleases(after)) return null;
  const [, major, minor, third] = release;
  const technology = /(?<![a-z])(?:tl|technology level) ?-?0?(\d{1,2})(?!\d)/.exec(all)?.[1];
  if (technology !== undefined) return `${major}.${minor} TL${Number(technology)}`;
  return major === '4' && third !== undefined && third !== '0' ? `${major}.${minor}.${third}` : `${major}.${minor}`;
}

const HPUX: readonly (readonly [string, RegExp])[] = [
  ['11i v3 (11.31)', /11\.31|11i?[ _-]?v\.?3/],
  ['11i v2 (11.23)', /11\.23|11i?[ _-]?v\.?2/],
  ['11i v1 (11.11)', /11\.11|11i(?: ?v\.?1)?(?![\w])|11 ?v\.?1/],
  ['11.00', /11\.00?(?!\d)|b\.?11(?![.\d])/],
  ['10.20', /10\.20/],
];

/** `SunOS 5.10` is Solaris 10, `5.6` is 2.6; `11.4.0.15.0` is 11.4. */
function solarisVersion({ before, after, all }: Around): string | null {
  const exact = /(?<![\d.])11\.([0-4])(?![\d])/.exec(after);
  if (exact !== null) return exact[1] === '0' ? '11' : `11.${exact[1]}`;
  const kernel = /(?<![\d.])5\.(\d{1,2})(?:\.\d)?(?![\d.])/.exec(after)?.[1];
  if (kernel !== undefined && Number(kernel) >= 5) return Number(kernel) <= 6 ? `2.${kernel}` : kernel;
  // `Solaris 2.8` is what Sun's first name of Solaris 8 was.
  const early = /(?<![\d.])2\.(7|8|9|1[01])(?![\d.])/.exec(after)?.[1];
  if (early !== undefined) return early;
  const without = { before, after: after.replace(/\d{1,2}\/\d\d/g, ' '), all };
  return rangeAround(without) ?? versionAround(without, majorBelow(12));
}

const MACOS_NAMES: Readonly<Record<string, string>> = {
  tahoe: '26',
  sequoia: '15',
  sonoma: '14',
  ventura: '13',
  monterey: '12',
  'big sur': '11',
  catalina: '10.15',
  mojave: '10.14',
  'high sierra': '10.13',
  sierra: '10.12',
  'el capitan': '10.11',
  yosemite: '10.10',
  mavericks: '10.9',
  'mountain lion': '10.8',
  lion: '10.7',
  'snow leopard': '10.6',
  leopard: '10.5',
  tiger: '10.4',
};

function macosVersion(around: Around): string | null {
  // Behind a name with its own release Darwin's is only the kernel: `macOS Ventura 13.4.1 [Darwin 22.5.0]`.
  const isKernelOnly = /(?:mac ?os|os ?x) [^[(]{0,30}\d.{0,30}darwin/.test(around.all);
  const darwin = isKernelOnly ? undefined : /darwin(?: kernel version| \S+)?[ /:-]+(\d{1,2})\.\d/.exec(around.all)?.[1];
  if (darwin !== undefined) return macosOfDarwin(Number(darwin));
  const glued = /macos(10)(\d\d)(?!\d)/.exec(around.all);
  if (glued !== null) return `10.${glued[2]}`;
  // A build stands in brackets (`(22F82)`), and now and then the release: `El Capitan (10.11.6)`.
  const bracketed = /\((1[0-9]\.\d{1,2}(?:\.\d{1,2})?)\)/.exec(around.after)?.[1];
  const version =
    versionAround({ ...around, after: around.after.replace(/\([^)]*\)/g, ' ') }, majorBelow(50)) ?? bracketed ?? null;
  const letters = around.all.replace(/[ _-]/g, '');
  const name = Object.keys(MACOS_NAMES).find((words) => letters.includes(words.replaceAll(' ', '')));
  return version ?? (name === undefined ? null : (MACOS_NAMES[name] ?? null));
}

/** End-of-life data of hypervisors knows major and minor: `6.7.0` is `6.7`, `6.x` stays, a mere `7` is `7.x`. */
function majorMinor(around: Around): string | null {
  const loose = /(?<![\d.])(\d{1,2})\.x/.exec(around.after)?.[1];
  if (loose !== undefined) return `${loose}.x`;
  const version = versionAround(around, majorBelow(20));
  return version === null ? null : version.split('.').slice(0, 2).join('.');
}

function esxVersion(around: Around): string | null {
  const version = majorMinor(around);
  return version === null || version.includes('.') ? version : `${version}.x`;
}

/** `ESXi 7.0.3 build-21930508`, `ESXi 6.5.0 Update 3 (Build 13932383)`, `ESXi, 7.0.3, 20328353`. */
const ESX_WITH_BUILD =
  /esxi?,? (?:server )?\d[\d.]*(?: (?:update|u) ?\d[a-z]?)?(?: build|,? \(?(?:vmkernel release )?(?:build[ -]?)?\d{6,8}(?!\d))/;

export const unixFamilies: readonly Product[] = [
  {
    family: 'xenserver',
    names: /xen ?server|citrix hypervisor|xcp-?ng/,
    version: (around) => {
      // The one release whose third part has an end of its own.
      const version = /(?<![\d.])6\.0\.2(?!\d)/.exec(around.after)?.[0] ?? majorMinor(around);
      return version !== null && /xcp/.test(around.all) ? `XCP-ng ${version}` : version;
    },
  },
  { family: 'vcenter', names: /vcenter(?![.-])(?: server)?|(?<![a-z])vcsa(?![a-z])/, version: majorMinor },
  {
    family: 'vmware_esxi',
    // Not the host names `esx01` and `SAN01_ESX06`.
    names:
      /(?<![a-z0-9_.-])esxi?(?![a-z]|0|\d\d)(?: server)?|vmware[_-]esxi?(?![a-z])|vmkernel \S*|(?<![a-z])vmnix(?:-x86(?:_64)?)?/,
    version: esxVersion,
    edition: (text) => (/(?<![a-z])esx(?![a-z])/.test(text) && !/build/.test(text) ? 'ESX' : null),
    // ESXi since 5.0 runs on x86_64 only; the full name with its build is what the product says of itself.
    architecture: (text, said) => said ?? (ESX_WITH_BUILD.test(text) ? 'x86_64' : null),
  },
  {
    family: 'hyperv',
    // Deployment tools say `win2012hvr2`, VMware's guest tools `winHyperV`.
    names: /hyper[ -]?v server|^(?:microsoft |win)?hyper[ -]?v(?![a-z])|^win20\d\dhv(?:r2)?$/,
    version: ({ all }) => {
      const match = /(20(?:08|12|16|19))(?:hv|[ -])?(r2)?/.exec(all);
      return match === null ? null : `Hyper-V Server ${match[1]}${match[2] === undefined ? '' : ' R2'}`;
    },
  },
  {
    family: 'nutanix_aos',
    names:
      /nutanix(?: aos)?(?! (?:files|prism|objects|move|volumes|era|ndb|flow|calm|foundation)(?![a-z]))|(?<![a-z])aos(?= ?\d)|acropolis os/,
    version: majorMinor,
    edition: (text) => /(?<![a-z])[ls]ts(?![a-z])/.exec(text)?.[0].toUpperCase() ?? null,
  },
  {
    family: 'aix',
    names: /(?<![a-z])aix(?![a-z])(?: 5l)?|^[5-7][1-4]00-\d\d-\d\d(?:-\d{4})?$/,
    version: aixVersion,
    bits64: 'ppc64',
  },
  {
    family: 'hpux',
    names: /(?<![a-z])hp[-_ /]?ux/,
    version: ({ all }) => HPUX.find(([, pattern]) => pattern.test(all))?.[0] ?? null,
    bits64: null,
  },
  {
    family: 'solaris',
    names: /solaris|sun ?os(?![a-z])/,
    version: solarisVersion,
    edition: (text) => /solaris \d{1,2} (\d{1,2}\/\d\d)(?!\d)/.exec(text)?.[1] ?? null,
  },
  {
    family: 'freebsd',
    names: /free ?bsd/,
    version: (around) => rangeAround(around) ?? versionAround(around, majorBelow(20)),
  },
  {
    family: 'macos',
    edition: (text) => (/(?<![a-z])server(?![a-z])/.test(text) ? 'Server' : null),
    names:
      /mac[ _]?os(?:[ _]?x)?(?: server)?|(?<![a-z])os ?x(?![a-z])|darwin|macintosh|^(?:tahoe|sequoia|sonoma|ventura|monterey|big sur|catalina|mojave|high sierra|sierra|el capitan)(?= \()/,
    version: macosVersion,
  },
];
