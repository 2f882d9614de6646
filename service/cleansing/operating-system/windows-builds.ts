/** A build number's server and client release, as end-of-life data names them. Source: Microsoft's release lists. */
interface BuildReleases {
  server?: string;
  client?: string;
}

const BUILDS: Readonly<Record<string, BuildReleases>> = {
  '1381': { server: 'NT 4.0' },
  '2195': { server: '2000' },
  '2600': { client: 'XP' },
  '3790': { server: '2003 or 2003 R2' },
  '6000': { client: 'Vista RTM' },
  '6001': { server: '2008 RTM (SP1)', client: 'Vista SP1' },
  '6002': { server: '2008 SP2', client: 'Vista SP2' },
  '6003': { server: '2008 SP2' },
  '7600': { server: '2008 R2 RTM', client: '7 RTM' },
  '7601': { server: '2008 R2 SP1', client: '7 SP1' },
  '9200': { server: '2012', client: '8' },
  '9600': { server: '2012 R2', client: '8.1' },
  '10240': { client: '10 1507' },
  '10586': { client: '10 1511' },
  '14393': { server: '2016', client: '10 1607' },
  '15063': { client: '10 1703' },
  '16299': { server: '1709 SAC', client: '10 1709' },
  '17134': { server: '1803 SAC', client: '10 1803' },
  '17763': { server: '2019', client: '10 1809' },
  '18362': { server: '1903 SAC', client: '10 1903' },
  '18363': { server: '1909 SAC', client: '10 1909' },
  '19041': { server: '2004 SAC', client: '10 2004' },
  '19042': { server: '20H2 SAC', client: '10 20H2' },
  '19043': { client: '10 21H1' },
  '19044': { client: '10 21H2' },
  '19045': { client: '10 22H2' },
  '20348': { server: '2022' },
  '22000': { client: '11 21H2' },
  '22621': { client: '11 22H2' },
  '22631': { client: '11 23H2' },
  '25398': { server: '23H2 AC' },
  '26100': { server: '2025', client: '11 24H2' },
  '26200': { client: '11 25H2' },
  '28000': { client: '11 26H1' },
};

/** `10.0.17763.1`, `6.3 (9600)`, `5.2 build 3790`, `(build 19045.2965)`, and after a name the mere number: `Windows 10 Pro 19044`. */
const BUILD =
  /(?<![\d.])(?:4\.0|5\.[0-2]|6\.[0-3]|10\.0)(?:\.|,? ?\(? ?(?:os )?(?:build:? ?)?)(\d{4,5})(?!\d)|(?<![a-z])build:? ?(?:10\.0\.)?(\d{4,5})(?!\d)|(?<=windows (?:10|11|server 20\d\d(?: r2)?)(?: [a-z]{2,12}){0,3} \(?)(\d{4,5})(?:\.\d{1,5})?(?![\d.])/;

/** The releases of the build number in a folded text, and the text it was read from; null when there is none we know. */
export function buildIn(text: string): (BuildReleases & { number: string; matched: string }) | null {
  const match = BUILD.exec(text);
  const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  const releases = BUILDS[number];
  return match === null || releases === undefined ? null : { ...releases, number, matched: match[0] };
}

/** What the kernel version of an NT line says where there is no build: `6.1` is 2008 R2 on servers and 7 on clients. */
export const NT_VERSIONS: Readonly<Record<string, { server?: string; client?: string }>> = {
  '3.51': { server: 'NT 3.51', client: 'NT 3.51 Workstation' },
  '4.0': { server: 'NT 4.0', client: 'NT 4.0 Workstation' },
  '5.0': { server: '2000', client: '2000 Professional' },
  '5.1': { client: 'XP' },
  '5.2': { server: '2003', client: 'XP' },
  '6.0': { server: '2008', client: 'Vista' },
  '6.1': { server: '2008 R2', client: '7' },
  '6.2': { server: '2012', client: '8' },
  '6.3': { server: '2012 R2', client: '8.1' },
  '10.0': { server: '2016 or later', client: '10 or 11' },
};
