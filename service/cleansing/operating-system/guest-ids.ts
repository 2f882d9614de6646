import type { OperatingSystem, OsReading } from './os-reading.ts';

type Named = readonly [family: string | null, version: string | null, edition?: string];

/**
 * vSphere's guest identifiers (VirtualMachineGuestOsIdentifier) whose name does not say what they are; without `guest`,
 * `64` and the underscore before it. Identifiers that carry family and number in clear are read by `plainGuest`.
 */
const NAMED_GUESTS: Readonly<Record<string, Named>> = {
  win31: [null, null],
  win95: ['windows_client', '95'],
  win98: ['windows_client', '98'],
  winme: ['windows_client', 'Me'],
  winnt: ['windows_server', 'NT 4.0'],
  win2000pro: ['windows_client', '2000 Professional', 'Professional'],
  win2000serv: ['windows_server', '2000', 'Server'],
  win2000advserv: ['windows_server', '2000', 'Advanced Server'],
  winxphome: ['windows_client', 'XP', 'Home'],
  winxppro: ['windows_client', 'XP', 'Professional'],
  winnetweb: ['windows_server', '2003', 'Web'],
  winnetstandard: ['windows_server', '2003', 'Standard'],
  winnetenterprise: ['windows_server', '2003', 'Enterprise'],
  winnetdatacenter: ['windows_server', '2003', 'Datacenter'],
  winnetbusiness: ['windows_server', 'Small Business Server 2003'],
  winnetstoragesvr: ['windows_server', 'Storage Server 2003'],
  winnetcomputecluster: ['windows_server', '2003', 'Compute Cluster'],
  winlonghorn: ['windows_server', '2008'],
  winvista: ['windows_client', 'Vista'],
  windows7: ['windows_client', '7'],
  windows7server: ['windows_server', '2008 R2'],
  windows8: ['windows_client', '8.x'],
  windows8server: ['windows_server', '2012 or 2012 R2'],
  windows9: ['windows_client', '10'],
  windows9server: ['windows_server', '2016 or later'],
  windows11: ['windows_client', '11'],
  windows12: ['windows_client', '12'],
  windows2019srvnext: ['windows_server', '2022'],
  windows2022srvnext: ['windows_server', '2025'],
  windowshyperv: ['hyperv', null],
  rhel2: ['rhel', '2.1'],
  redhat: [null, null],
  centos: ['centos', '4/5'],
  centos9: ['centos_stream', '9'],
  centos10: ['centos_stream', '10'],
  oraclelinux: ['oracle_linux', '4/5'],
  sles: ['sles', '8/9'],
  suse: ['opensuse', null, 'SUSE Linux'],
  opensuse: ['opensuse', null],
  rockylinux: ['rocky', null],
  almalinux: ['almalinux', null],
  amazonlinux2: ['amazon_linux', '2'],
  amazonlinux3: ['amazon_linux', '2023'],
  freebsd: ['freebsd', 'before 11'],
  solaris6: ['solaris', '2.6'],
  vmkernel: ['vmware_esxi', '4.x'],
  vmkernel5: ['vmware_esxi', '5.x'],
  vmkernel6: ['vmware_esxi', '6.0'],
  vmkernel65: ['vmware_esxi', '6.5'],
  darwin: ['macos', '10.5'],
};
const PLAIN_FAMILIES: Readonly<Record<string, string>> = {
  rhel: 'rhel',
  centos: 'centos',
  oraclelinux: 'oracle_linux',
  sles: 'sles',
  ubuntu: 'ubuntu',
  debian: 'debian',
  fedora: 'fedora',
  solaris: 'solaris',
  freebsd: 'freebsd',
};

/** Darwin's kernel 19 is macOS 10.15, 20 is 11: Apple's numbering until it counted in years. */
export function macosOfDarwin(major: number): string | null {
  if (major >= 5 && major <= 19) return `10.${major - 4}`;
  if (major >= 20 && major <= 24) return String(major - 9);
  return major === 25 ? '26' : null;
}

function plainGuest(name: string): Named {
  const [, letters = '', digits = ''] = /^([a-z]+)(\d*)$/.exec(name) ?? [];
  if (letters === 'darwin') return ['macos', macosOfDarwin(Number(digits))];
  const year = /^windows(20\d\d)srv$/.exec(name)?.[1];
  if (year !== undefined) return ['windows_server', year];
  if (letters === 'vmkernel') return ['vmware_esxi', `${digits}.x`];
  const family = PLAIN_FAMILIES[letters];
  return family === undefined ? [null, null] : [family, digits === '' ? null : digits];
}

/** Guests that are 64-bit only or carry no mark of it; `windowsHyperVGuest` and `oesGuest` say nothing of the machine. */
function architectureOfGuest(name: string, marked64: boolean): string | null {
  if (marked64) return 'x86_64';
  if (name.startsWith('vmkernel')) return 'x86_64';
  return name === 'windowshyperv' || name === 'oes' || name.startsWith('crx') ? null : 'x86';
}

/**
 * The same systems as configuration files of virtual machines (.vmx) name them, with `-64` instead of `64Guest`. Without
 * it only names that mean nothing else are taken; names that say it all (`winServer2008Standard-64`) are read by their words.
 */
function guestIdOfConfiguration(text: string): string {
  const name =
    /^(?:(?!winserver\d|winvista[a-z])(?:arm-)?[a-z]{2,30}\d{0,4}[a-z]{0,20}(?=-64$)|winnet(?:web|standard|enterprise|datacenter|business|storagesvr|computecluster)$|win2000(?:pro|serv|advserv)$|longhorn$|windows9$|windows[789]srv$|winxp(?:pro|home)$|vmkernel\d{1,2}$|darwin\d{1,2}$)/.exec(
      text,
    )?.[0];
  if (name === undefined) return text;
  const guest = name.replace(/^longhorn/, 'winlonghorn').replace(/^(windows[789])srv$/, '$1server');
  return `${guest}${text.endsWith('-64') ? '64' : ''}guest`;
}

/** vSphere's own programming interface writes them apart: `WINDOWS_9_SERVER_64`, `WIN_NET_STANDARD`, `VMKERNEL_7`. */
function guestIdOfConstant(text: string): string {
  return /^(?:win_(?:2000_(?:pro|serv|adv_serv)|xp_(?:home|pro)|net_[a-z]{3,10}|longhorn)(?:_64)?|windows_(?:9|\d_server|hyperv)(?:_64)?|vmkernel(?:_\d{1,2})?|darwin_\d\d(?:_64)?|(?:centos|sles|suse|oracle_linux)_64)$/.test(
    text,
  )
    ? `${text.replaceAll('_', '')}guest`
    : text;
}

/** `windows9Server64Guest`, `rhel8_64Guest`, `otherGuest64`: null when the text is no guest identifier. */
export function readGuestId(text: string): OsReading | null {
  const match = /^(arm-?)?([a-z0-9]{2,30}?)(_?64)?guest(64)?$/.exec(guestIdOfConfiguration(guestIdOfConstant(text)));
  const name = match?.[2];
  if (name === undefined) return null;
  const [family, version, edition = null] = NAMED_GUESTS[name] ?? plainGuest(name);
  const marked64 = match?.[3] !== undefined || match?.[4] !== undefined;
  const architecture = match?.[1] === undefined ? architectureOfGuest(name, marked64) : 'arm64';
  const system: OperatingSystem = { family, version, edition, architecture };
  return family === null
    ? { system, rule: 'os-outside', reason: 'A vSphere guest identifier of a system without end-of-life data.' }
    : { system, rule: 'os-guest-id', reason: 'A vSphere guest identifier.' };
}

/** Names vSphere shows for several systems at once, which read otherwise anywhere else. */
export function readGuestName(text: string): OsReading | null {
  const match = /^microsoft windows server (2003|2012) \((32|64)-bit\)$/.exec(text);
  if (match === null) return null;
  const architecture = match[2] === '64' ? 'x86_64' : 'x86';
  const system =
    match[1] === '2003'
      ? { family: 'windows_server', version: '2003', edition: 'Enterprise', architecture }
      : { family: 'windows_server', version: '2012 or 2012 R2', edition: null, architecture };
  return { system, rule: 'os-guest-name', reason: 'The name vSphere shows for this guest identifier.' };
}
