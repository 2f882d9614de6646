import { architectureOf } from './architecture.ts';
import { laterIn, word, type OsReading } from './os-reading.ts';
import { clientEditionIn, clientEditionOf, serverEditionIn, servicePackIn, spelledOut } from './windows-words.ts';
import { buildIn, NT_VERSIONS } from './windows-builds.ts';

/** Azure names its images by year and edition only: `2012-R2-Datacenter-smalldisk`; all of them are x86_64. */
const AZURE_SKU =
  /(?:^|:)(?:20(?:08|12|16|19|22|25)(?:-r2)?-(?:sp1|datacenter|nano-server|standard|essentials)(?![a-z])|datacenter-core-(?:1[789]0[39]|2004|20h2)(?!\d))/;
/** Amazon's Windows images: `Windows_Server-2016-English-Full-Base-2024.01.10`; x86_64 unless the name says otherwise. */
const AMAZON_IMAGE = /windows server-(?:\d{4}|2\dh2)[ -].*(?:english|base|full|core)/;
/** Products that carry the name and are no system of these families. */
const OTHER_PRODUCTS = word(
  'linux|unix|windows (?:ce|phone|mobile|defender|subsystem|rt|admin cent(?:er|re)|media player|update|azure|live|installer|powershell|deployment|internet explorer|desktop runtime|virtual pc|software development kit|server (?:user |device )?cal|server (?:backup|update services|migration tools))|mobile|cygwin',
);
/** Scanners that cannot tell name several: `Windows 2008/7/Vista`, `Windows Server 2016/2019`. */
const SEVERAL =
  /windows (?:server )?(?!server)[\w.]+(?: r2)?(?: ?\/ ?(?:windows )?(?:server )?(?:20\d\d|7|8|8\.1|10|11|vista|xp)|(?:, | or )(?:(?:windows )?server )?20\d\d)(?![\d])/;
const SEVERAL_YEARS =
  /windows (?:server )?((?:20\d\d(?: r2)?(?: ?\/ ?|, | or )(?:(?:windows )?server )?){1,4}20\d\d(?: r2)?)(?![/\w])/;
const NAMED_SERVERS =
  /(?<![a-z])(storage server|small business server|sbs|home server|multipoint server|hpc server|essential business server|web server)(?: (20\d\d))?( r2)?/;
const SERVER_YEAR = /(?<![\d.])(2000|2003|2008|2012|2016|2019|2022|2025)( r2)?(?![\d.]*\d)/;
const SERVER_RELEASE = /(?<!\d)(1709|1803|1809|1903|1909|2004|20h2|23h2)(?![\dh])/;
const CLIENT = /windows (?:nt )?(?:client )?(11|10|12|8\.1|8\.x|8|7|xp|vista|me|98|95|2000 prof?[a-z]*)(?![\w]|\.\d)/;
/** `Windows IoT Enterprise 10`, `Windows Professional 7`: the number after the edition. */
const CLIENT_AFTER_EDITION =
  /windows (?:iot |pro |professional |enterprise |home |education ){1,3}(11|10|8\.1|8|7|xp|vista)(?![\w]|\.\d)/;
const CLIENT_RELEASE = /(?<!\d)(1507|1511|1607|1703|1709|1803|1809|1903|1909|2004|2[0-6]h[12])(?![\dh])/;
/** Scanners say between which releases a machine is: `Windows 10 1709 - 1909` names neither. */
const CLIENT_RELEASES = /(?<!\d)(?:1[5-9]\d\d|2004|2\dh[12]) ?- ?(?:1[5-9]\d\d|2004|2\dh[12])(?!\d)/;
const ONLY_CLIENTS = word('home|pro|professional|education|ultimate|workstation');
const ONLY_SERVERS = word('server|datacenter|standard|essentials|foundation');
const LTSC_RELEASES: Readonly<Record<string, string>> = {
  '2015': '1507',
  '2016': '1607',
  '2019': '1809',
  '2021': '21H2',
  '2024': '24H2',
};

const reading = (family: string, version: string | null, edition: string | null, text: string): OsReading => ({
  system: { family, version, edition, architecture: architectureOf(text) },
  rule: 'os-windows',
  reason: 'A name of Windows.',
});

/** Windows by its names, service packs, releases and builds; null when the text names no Windows we can place. */
export function readWindows(text: string): OsReading | null {
  if (AZURE_SKU.test(text)) return azureImage(text);
  // What the variable %OS% holds on every Windows since NT 3.1: it names none.
  if (text === 'windows_nt') return null;
  const spelled = spelledOut(text);
  const sbs = /^(?:microsoft )?(?:small business server|windows sbs|sbs 20\d\d)/.test(spelled);
  if ((!word('windows').test(spelled) && !sbs) || OTHER_PRODUCTS.test(spelled)) return bareBuild(text);
  if (SEVERAL.test(spelled)) return severalYears(spelled);
  return (
    ntLine(spelled) ??
    embedded(spelled) ??
    server(spelled) ??
    client(spelled) ??
    byBuild(spelled) ??
    kernelOnly(spelled) ??
    serverWithoutYear(spelled)
  );
}

/** Several servers are one family in several versions; servers and clients together are none. */
function severalYears(text: string): OsReading | null {
  const years = SEVERAL_YEARS.exec(text)?.[1];
  if (years === undefined) return null;
  return reading(
    'windows_server',
    [...new Set(years.split(/(?: ?\/ ?|, | or )(?:(?:windows )?server )?/))].join(' or ').replaceAll('r2', 'R2'),
    serverEditionIn(text),
    text,
  );
}

function azureImage(text: string): OsReading {
  const spelled = spelledOut(text).replace(/-/g, ' ');
  const found = serverVersion(spelled);
  const edition = /nano server/.test(spelled) ? 'Nano' : serverEditionIn(spelled.replace(/server core/, 'core'));
  const { system } = reading('windows_server', found, edition, text);
  return {
    system: { ...system, architecture: system.architecture ?? 'x86_64' },
    rule: 'os-image',
    reason: 'An Azure image name.',
  };
}

/** `Microsoft Windows NT Server 6.1` and `… Workstation 10.0 (Tablet Edition)`, as inventory agents write it. */
function ntLine(text: string): OsReading | null {
  const match =
    /windows nt(?: (advanced server|server|workstation))?(?: version)?(?: (\d{1,2}\.\d{1,2}))?(?: (server|workstation))?/.exec(
      text,
    );
  if (match === null) return null;
  const role = match[1] ?? match[3];
  const kernel = match[2];
  const build = buildIn(text);
  const known = build ?? NT_VERSIONS[kernel ?? '4.0'];
  const tablet = /tablet/.test(text) ? 'Tablet' : null;
  if (role === 'workstation')
    return known?.client === undefined ? null : reading('windows_client', known.client, tablet, text);
  if (role !== undefined || kernel === undefined || /^[34]\./.test(kernel))
    return known?.server === undefined ? null : reading('windows_server', known.server, null, text);
  return build ? byBuild(text) : either(known?.server, known?.client, text);
}

function embedded(text: string): OsReading | null {
  const xp = /windows xp embedded/.test(text);
  const match =
    /windows embedded (?:(standard|posready) (2009|7)|(8(?:\.1)?) (standard|industry)|(?:standard|industry) (8(?:\.1)?))/.exec(
      text.replace(/windows (8(?:\.1)?) embedded|windows (?=posready)/, 'windows embedded $1'),
    );
  if (xp) return reading('windows_client', 'XP Embedded', null, text);
  if (match === null) return null;
  const kind = match[1] === 'posready' ? 'POSReady' : match[1] === 'standard' ? 'Standard' : null;
  const version = kind
    ? `Embedded ${kind} ${match[2]}`
    : `Embedded ${match[3] ?? match[5]} ${/industry/.test(text) ? 'Industry' : 'Standard'}`;
  return reading(
    'windows_client',
    version,
    clientEditionIn(text.replace(/embedded.*?(?= pro| enterprise|$)/, '')),
    text,
  );
}

function server(text: string): OsReading | null {
  const named = NAMED_SERVERS.exec(text);
  const saysServer = /(?<![a-z])server(?![a-z])/.test(text) || named !== null;
  if (!saysServer && CLIENT.test(text)) return null;
  if (!saysServer && !SERVER_YEAR.test(text)) return null;
  const version =
    named && !(named[1] === 'web server' && named[3] !== undefined) ? namedServer(named, text) : serverVersion(text);
  if (version === null) return null;
  const { system, ...why } = reading('windows_server', refined(version, buildIn(text)?.server), editionOf(text), text);
  const image = AMAZON_IMAGE.test(text) ? 'x86_64' : null;
  return { ...why, system: { ...system, architecture: system.architecture ?? image } };
}

function namedServer(match: RegExpExecArray, text: string): string | null {
  const year = match[2] ?? SERVER_YEAR.exec(text)?.[1];
  const r2 = match[2] === undefined ? (SERVER_YEAR.exec(text)?.[2] ?? '') : (match[3] ?? '');
  const name =
    match[1] === 'sbs'
      ? 'Small Business Server'
      : (match[1] ?? '').replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
  const spelled = name.replace('Multipoint', 'MultiPoint').replace('Hpc', 'HPC');
  if (year === undefined && spelled !== 'Home Server') return null;
  return `${spelled}${year === undefined ? '' : ` ${year}`}${r2.toUpperCase()}${servicePackIn(text)}`;
}

/** `2012 or 2012 R2`, `2016 or later`, `2008 R2 SP1`, `2016 Nano Server`, `1909 SAC`, `IoT 2019`; null without a year. */
function serverVersion(text: string): string | null {
  const match = SERVER_YEAR.exec(text);
  const release = SERVER_RELEASE.exec(text)?.[1]?.toUpperCase();
  if (match === null || (match[1] === undefined && release === undefined)) {
    if (release === undefined) return null;
    return release === '23H2' ? '23H2 AC' : `${release} SAC`;
  }
  const saysR2 = /^(?:2003|2008|2012)$/.test(match[1] ?? '') && /(?<![a-z0-9])r2(?![a-z0-9])/.test(text);
  // The builds of 2008 are 6001 and 6002.
  const r2 = saysR2 || (match[1] === '2008' && /(?<!\d)760[01](?!\d)/.test(text));
  const year = `${match[1]}${r2 ? ' R2' : ''}`;
  if (/(?<![a-z])nano(?![a-z])/.test(text)) return `${year} Nano Server`;
  if (/(?<![a-z])iot(?![a-z])/.test(text)) return `IoT ${year}`;
  return `${year}${servicePackIn(text)}${laterIn(text) ? ' or later' : ''}`;
}

function editionOf(text: string): string | null {
  const edition = serverEditionIn(
    text
      .replace(/server[ -]core/g, 'core')
      .replace(/without hyper-v|\(?desktop experience\)?|essential business/g, ' '),
  );
  if (edition === null && /2000 server/.test(text)) return 'Server';
  return edition;
}

function client(text: string): OsReading | null {
  const match = CLIENT.exec(text) ?? CLIENT_AFTER_EDITION.exec(text);
  const name = match?.[1];
  if (name === undefined) return null;
  if (name.startsWith('2000')) return reading('windows_client', '2000 Professional', 'Professional', text);
  const shown =
    name === 'xp' ? 'XP' : name === 'vista' || name === 'me' ? name[0]?.toUpperCase() + name.slice(1) : name;
  const edition = clientEditionOf(shown, text.slice(match?.index ?? 0));
  if (shown !== '10' && shown !== '11')
    return reading('windows_client', refined(`${shown}${servicePackIn(text)}`, buildIn(text)?.client), edition, text);
  const channel = /lts[cb]/.test(text);
  const release =
    CLIENT_RELEASE.exec(text.replace(CLIENT_RELEASES, ' '))?.[1]?.toUpperCase() ??
    (channel ? LTSC_RELEASES[/20(?:15|16|19|21|24)/.exec(text)?.[0] ?? ''] : undefined);
  const base = refined(release === undefined ? shown : `${shown} ${release}`, buildIn(text)?.client);
  const iot = channel && /(?<![a-z])iot/.test(text) && /21H2|24H2/.test(base) ? ' IoT' : '';
  return reading('windows_client', channel && base !== shown ? `${base}${iot} LTSC` : base, edition, text);
}

/**
 * A build says the service pack or release that a name leaves out, when it belongs to that name. Registry and Python go on
 * saying 10 on Windows 11, so there the build has the last word.
 */
function refined(version: string, ofBuild: string | undefined): string {
  if (version === '10' && ofBuild?.startsWith('11 ')) return ofBuild;
  return ofBuild?.startsWith(`${version} `) && !/ or |RTM/.test(ofBuild) ? ofBuild : version;
}

/** `Windows` and a build. The banner of the command prompt is taken for a client where the build is of both. */
function byBuild(text: string): OsReading | null {
  const build = buildIn(text);
  if (build === null) return null;
  const banner = /\[version/.test(text);
  const saysServer = /(?<![a-z])server(?![a-z])/.test(text);
  const { server: ofServer, client: ofClient } = build;
  if (saysServer)
    return ofServer === undefined
      ? null
      : reading('windows_server', ofServer.replace(' RTM (SP1)', ''), serverEditionIn(text), text);
  if (banner && ofClient !== undefined) return reading('windows_client', ofClient, null, text);
  return either(ofServer, ofClient, text);
}

/** `Windows 10 / Server 2019 Build 17763`, as network scanners write what a build can be; null when the text is no such pair. */
export function readServerOrClient(text: string): OsReading | null {
  const build = /^windows \S{1,4} \/ (?:windows )?server 20\d\d/.test(text) ? buildIn(text) : null;
  if (build?.server === undefined || build.client === undefined) return null;
  return {
    ...reading('windows_server', `${build.server} or ${build.client}`, null, text),
    rule: 'os-windows-build',
    reason: 'A build of both a server and a client.',
  };
}

/** A build of a server and a client; words that only one of them has decide, else both are named. */
function either(ofServer: string | undefined, ofClient: string | undefined, text: string): OsReading | null {
  const both = ofServer !== undefined && ofClient !== undefined;
  // Servers since 2008 R2 are 64-bit only.
  const tooNarrow = architectureOf(text) === 'x86' && !/^200[38](?! R2)/.test(ofServer ?? '');
  const isClient = ofServer === undefined || (both && (tooNarrow || ONLY_CLIENTS.test(text)));
  const isServer = ofClient === undefined || (both && !isClient && ONLY_SERVERS.test(text));
  const version = isClient ? ofClient : isServer ? ofServer : `${ofServer} or ${ofClient}`;
  if (version === undefined) return null;
  const edition = isClient ? clientEditionIn(text) : serverEditionIn(text);
  return {
    ...reading(isClient ? 'windows_client' : 'windows_server', version, edition, text),
    rule: 'os-windows-build',
    reason: isClient || isServer ? 'A build of Windows.' : 'A build of both a server and a client.',
  };
}

/** `Windows 6.1`: the kernel of a server and a client. */
function kernelOnly(text: string): OsReading | null {
  const kernel = /windows (5\.[0-2]|6\.[0-3]|10\.0)(?![\d.])/.exec(text)?.[1];
  const known = NT_VERSIONS[kernel ?? ''];
  return known === undefined ? null : either(known.server, known.client, text);
}

function serverWithoutYear(text: string): OsReading | null {
  return /windows (?:(?:storage|small business|essential business|multipoint|hpc) )?server/.test(text)
    ? reading('windows_server', null, editionOf(text), text)
    : null;
}

/** A cell that holds a build and nothing else: `10.0.17763`, `6.3 (9600)`, `6.1.7601 Service Pack 1`. */
function bareBuild(text: string): OsReading | null {
  const build = buildIn(text);
  if (build === null) return null;
  const rest = text
    .replace(build.matched, ' ')
    .replace(/service pack \d|sp\d|n\/a|(?:os )?version:?|build|[\d.,()\s]/g, '');
  // `systeminfo` says the number twice, with words between in the machine's language: `10.0.20348 Nicht zutreffend Build 20348`.
  const twice = new RegExp(`^[\\d.]{3,4}\\.${build.number} .{1,60} ${build.number}$`).test(text);
  return rest === '' || twice ? either(build.server, build.client, text) : null;
}
