import { codenamed, DEBIAN_NAMES, UBUNTU_NAMES } from './linux-codenames.ts';
import type { Product } from './product.ts';
import { majorBelow, rangeAround, servicePackNumber, versionAround, type Around } from './version-words.ts';

/** `(Nahant Update 2)`, `(Nahant 2)`, `6u10`, `7 Update 9`: a minor release written as an update. */
const UPDATE = /(?<![a-z])(?:update|u|nahant|taroon) ?(\d{1,2})(?![\d.])/;
/** Kernel releases carry the release they were built for: `.el7.x86_64`, `el8_8`. */
const KERNEL_RELEASE = /[._]el(\d{1,2})(?:_(\d{1,2}))?(?!\d)/;

/** Backup agents glue the kernel to the name: `RedHat2.6.32`, `SuSE3.0.76`. */
const KERNEL = /^(?:2\.[46]|3\.(?:0\.[1-9]\d|1\d)|4\.1\d|5\.1[2-9])/;

/** Versions of Red Hat and what is built from it. */
function enterpriseLinuxVersion(around: Around, whole: string): string | null {
  const range = rangeAround(around);
  if (range !== null) return range;
  // Google's images join a minor release with a hyphen (`rhel-8-4-sap-v20230509`), people leave its dot out: `centos79`.
  const joined = /^(?:-(\d{1,2})-(\d{1,2})(?=$|:|-\D)| ?([5-9])(\d{1,2})(?![\w.]))/.exec(around.after);
  if (joined !== null) return `${joined[1] ?? joined[3]}.${joined[2] ?? joined[4]}`;
  const version = versionAround(around, (number) => majorBelow(16)(number) && !KERNEL.test(number));
  const update = UPDATE.exec(around.after)?.[1];
  // CentOS names a build month as the third part (`7.9.2009`); elsewhere a third part is the image's own count.
  if (version?.includes('.'))
    return /^\d+\.\d+\.\d{4}/.test(version) ? version : version.split('.').slice(0, 2).join('.');
  // Image names say the major release and the exact one after it: `Rocky-8-EC2-Base-8.9-2023…`, `RHEL:8-lvm:8.9.2023…`.
  if (version !== null) {
    const minor =
      update ?? new RegExp(`(?<![\\d.])${version}\\.(\\d{1,2}(?:\\.\\d{4})?)(?!\\d)`).exec(around.after)?.[1];
    return minor === undefined ? version : `${version}.${minor}`;
  }
  const kernel = KERNEL_RELEASE.exec(whole);
  return kernel === null ? null : kernel[2] === undefined ? (kernel[1] ?? null) : `${kernel[1]}.${kernel[2]}`;
}

function enterpriseLinuxEdition(name: string): string | null {
  // What is sold with it has editions of its own: `… with SQL Server Standard`.
  const text = name.replace(/(?<![a-z])with .*/, '');
  const early = /(?<![a-z])(as|es|ws)(?= (?:release |v\.? ?)?\d|\s*$)/.exec(text)?.[1];
  if (early !== undefined) return early.toUpperCase();
  if (/linux advanced server/.test(text)) return 'AS';
  if (/for sap|sap (?:solutions|applications|hana)|[-_]sap(?=[-_]|$)/.test(text)) return 'for SAP';
  if (/(?<![a-z])rhels(?![a-z])/.test(text)) return 'Server';
  const word = /(?<![a-z])(server|workstation|client|desktop)(?![a-z])/.exec(text)?.[1];
  return word === undefined ? null : `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

/** Packages count their changes, some with the release they are for: `8.2p1 Ubuntu-4ubuntu0.5`, `5.7.33-0ubuntu0.16.04.1`. */
const PACKAGE_REVISION = /-\d[\w.]*ubuntu\d*(?:[.~](\d\d\.(?:04|10)))?/;

function ubuntuVersion({ before, after, all }: Around, whole: string): string | null {
  // A kernel built for a release and how often: `#74~18.04.2-Ubuntu`.
  const built = /~(\d\d\.\d\d)(?:\.\d+)?-ubuntu/.exec(whole)?.[1];
  if (built !== undefined) return built;
  const packaged = PACKAGE_REVISION.exec(whole);
  if (packaged !== null) return packaged[1] ?? null;
  const release = /(?<!\d)(\d{1,2})(?:-(04|06|10)-(\d{1,2})|[._ -](04|06|10)(?:\.(\d{1,2}))?)(?!\d)/;
  const match = release.exec(after) ?? release.exec(before);
  if (match !== null) {
    const found = `${match[1]}.${match[2] ?? match[4]}`;
    // The point release may stand in a later part only: `distroVersion='20.04' … prettyName='Ubuntu 20.04.6 LTS'`.
    const point = match[3] ?? match[5] ?? new RegExp(`(?<![\\d.])${found}\\.(\\d{1,2})(?![\\d.])`).exec(after)?.[1];
    return point === undefined ? found : `${found}.${point}`;
  }
  const glued = /(?<!\d)(1[0-9]|2[0-9])(04|10)(?!\d)/.exec(all);
  if (glued !== null) return `${glued[1]}.${glued[2]}`;
  const version = codenamed(all, UBUNTU_NAMES) ?? versionAround({ before, after, all }, majorBelow(40));
  // Releases with long support come in April of even years.
  const isBareYear = version !== null && /^[12][02468]$/.test(version) && /(?<![a-z])lts(?![a-z])/.test(all);
  return isBareYear ? `${version}.04` : version;
}

function ubuntuEdition(text: string): string | null {
  const kind = /(?<![a-z])(server|desktop|core|pro)(?![a-z])/.exec(
    text.replace(/ s(?:rv|vr)(?![a-z])/, ' server'),
  )?.[1];
  const words = [
    kind === undefined ? '' : `${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    /(?<![a-z])lts(?![a-z])/.test(text) ? 'LTS' : '',
  ];
  return words.join(' ').trim() || null;
}

/** `12 SP5`, also when written as `12.5`; from 16 on SUSE counts minor releases instead of service packs. */
function slesVersion(around: Around): string | null {
  const range = rangeAround(around);
  if (range !== null) return range;
  const joined = /^-(1[0-5])-([1-9])(?=$|:|-\D)/.exec(around.after);
  if (joined !== null) return `${joined[1]} SP${joined[2]}`;
  const version = versionAround(around, (number) => majorBelow(20)(number) && !KERNEL.test(number));
  if (version === null) return null;
  const [major = '', minor] = version.split('.');
  const pack = servicePackNumber(around.all) ?? (minor === undefined || minor === '0' ? null : minor);
  if (Number(major) >= 16) return version;
  return pack === null ? major : `${major} SP${pack}`;
}

function slesEdition(text: string): string | null {
  if (/sap/.test(text)) return 'for SAP';
  if (/high performance computing|(?<![a-z])hpc(?![a-z])/.test(text)) return 'HPC';
  return /(?<![a-z])(?:desktop|sled)/.test(text) ? 'Desktop' : null;
}

/** `SUSE Linux 10.1`, as it was called before `openSUSE 10.2`. */
const OLD_SUSE = /(?<![a-z]|open )suse linux/;

function opensuseVersion(around: Around): string | null {
  const joined = /^-leap-(\d\d)-(\d)(?=$|:|-\D)/.exec(around.after);
  if (joined !== null) return `${joined[1]}.${joined[2]}`;
  const version = versionAround(around, majorBelow(100));
  return OLD_SUSE.test(around.all) && version !== null ? `SUSE Linux ${version}` : version;
}

function amazonVersion({ after }: Around, whole: string): string | null {
  const ami = /(?<!\d)(20(?:1[0-8]))\.(0[39]|11)(?!\d)/.exec(whole);
  if (ami !== null) return `1 (${ami[1]}.${ami[2]})`;
  // vSphere's `Amazon Linux 3` is what became 2023.
  if (/^ 3(?![\d.])/.test(after)) return '2023';
  if (/(?<!\d)202[23](?!\d)/.test(after) || /al2023|amzn2023/.test(whole)) return '2023';
  if (
    /^[\s:_"-]*(?:release |version[ =]"?|v)?2(?!\d)/.test(after) ||
    /amzn2(?!\d)|(?<![a-z])al2(?!\d)|linux(?: ami)? ?2(?![\d])/.test(whole)
  )
    return '2';
  return /amzn1|linux ami|linux 1(?!\d)/.test(whole) ? '1' : null;
}

const enterprise = (family: string, names: RegExp, edition?: Product['edition']): Product => ({
  family,
  names,
  version: enterpriseLinuxVersion,
  ...(edition && { edition }),
});

/** In this order: a rebuild names what it was built from (`Oracle Linux`, compatible with Red Hat), never the other way. */
export const linuxFamilies: readonly Product[] = [
  {
    family: 'ubuntu',
    names:
      /[kx]?ubuntu(?:server)?(?: linux)?|^[a-z]{5,8}(?=-server-cloudimg)|^(?=\d\d[._](?:04|10)(?:\.\d)?[-_ ](?:\d-)?lts)/,
    version: ubuntuVersion,
    edition: ubuntuEdition,
  },
  {
    family: 'amazon_linux',
    names:
      /amazon[ _-]?(?:linux(?: ami)?|ami)|(?<![a-z0-9])amzn\d*|(?<![a-z0-9])al2(?:02[23])?(?![a-z0-9])|^amazon(?= 2)/,
    version: amazonVersion,
  },
  {
    family: 'oracle_linux',
    names:
      /oracle[ _-]?(?:(?:enterprise|unbreakable|autonomous)[ _-])?linux|oracleserver|oracle\.com\/ol\/|^oracle(?= [5-9](?:\.\d{1,2})?(?: \(64 bit\))?$|(?:[5-9]|10)(?:_64)? ?$|_64$| \(64-bit\)$)|enterprise linux enterprise linux|^enterprise linux(?= (?:server|as|es) .{0,30}carthage)|(?<![a-z0-9])oel(?:inux)?(?![a-z])|(?<![a-z0-9])ol ?(?=\d)|el\d+uek|linux (?:- )?oracle(?: server)?/,
    // Azure glues them: `ol91-lvm`; Oracle's own media say `OracleLinux-R8-U6`.
    version: (around, whole) =>
      /(?<![a-z0-9])ol([6-9])(\d)(?!\d)/.exec(whole)?.slice(1, 3).join('.') ??
      enterpriseLinuxVersion({ ...around, after: around.after.replace(/^([ -])r(?=\d)/, '$1') }, whole),
    edition: enterpriseLinuxEdition,
  },
  {
    family: 'centos_stream',
    // There is no CentOS Linux after 8: `CentOS 9` is what vSphere calls Stream.
    names: /(?<![a-z])centos(?:[ _-]linux)?(?:[ _/:-]?\d{0,2}[ _-]?stream|(?: release)?[ _-]?(?=(?:9|10)(?!\d)))/,
    version: (around, whole) =>
      enterpriseLinuxVersion(around, whole) ?? /(\d{1,2})[ _-]?stream/.exec(around.all)?.[1] ?? null,
  },
  enterprise('centos', /(?<![a-z])cent ?os(?: linux)?/),
  enterprise('rocky', /(?<![a-z])rocky(?:[ _-]?linux)?/),
  enterprise('almalinux', /(?<![a-z])alma(?:[ _-]?linux)?(?![a-z])/),
  {
    family: 'fedora',
    names: /fedora(?: core| linux)?|\.fc\d\d(?=\.)/,
    version: (around, whole) => versionAround(around, majorBelow(100)) ?? /\.fc(\d\d)\./.exec(whole)?.[1] ?? null,
    edition: (text) => (/workstation/.test(text) ? 'Workstation' : /server/.test(text) ? 'Server' : null),
  },
  {
    family: 'debian',
    names: /debian(?: gnu\/linux| linux)?|(?<![a-z0-9])deb(?= ?\d{1,2}(?![\w.]))/,
    // Packages say the release they were updated for: `3.2.63-2+deb7u2`.
    version: (around, whole) =>
      /[+~]deb(\d{1,2})u\d/.exec(whole)?.[1] ??
      /^-(\d{1,2}-\d{1,2})(?=$|-\D)/.exec(around.after)?.[1]?.replace('-', '.') ??
      versionAround(around, majorBelow(20)) ??
      codenamed(around.all, DEBIAN_NAMES),
  },
  {
    family: 'opensuse',
    // Salt's `osfinger` leaves the maker out: `Leap-15`.
    names: /open ?suse|^(?:leap|tumbleweed)(?=[- ]\d\d)|suse linux(?: openexchange)?(?= (?:9\.[123]|10\.[01])|$| \()/,
    version: opensuseVersion,
    edition: (text) =>
      /leap/.test(text) ? 'Leap' : /tumbleweed/.test(text) ? 'Tumbleweed' : OLD_SUSE.test(text) ? 'SUSE Linux' : null,
  },
  {
    family: 'sles',
    names:
      /suse[ _-]linux[ _-]enterprise(?:[ _-](?:server|desktop))?|suse enterprise linux|(?<![a-z0-9])sle(?:[sd](?:[ _-]?(?:4|for[ _-])sap)?(?![a-z])|(?=[ -]?1[0-6](?!\d)))|suse(?: linux)?/,
    version: slesVersion,
    edition: slesEdition,
  },
  enterprise(
    'rhel',
    /red[ _-]?hat[ _-]?enterprise(?:[ _-]?linux)?(?:[ _-]?(?:server|workstation|client|desktop))?|red ?hat linux advanced server|(?<![a-z0-9])rhe(?:ls?|s)(?![a-z])|red[ _-]?hat(?: linux)?|^rh(?: linux)?(?= ?(?:[5-9]|10)(?:\.\d{1,2})?(?![\w.]))|^enterprise server(?= [345]$)/,
    (text) => (/^enterprise server/.test(text) ? null : enterpriseLinuxEdition(text)),
  ),
];
