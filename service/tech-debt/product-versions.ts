import type { KnownRelease } from './release-index.ts';

/** `9.0.65`, `8.0`, `14`. */
const NUMBER = /^\d{1,4}(?:\.\d{1,6}){0,4}(?!\d)/;

/** The number a text begins with. At most three parts: further ones count builds. */
export function firstNumber(from: string): string | null {
  return leadingNumber(from, 3);
}

function leadingNumber(from: string, partsMax: number): string | null {
  const number = NUMBER.exec(from)?.[0];
  return number === undefined ? null : number.split('.').slice(0, partsMax).join('.');
}

/** The version numbers of SQL Server's engine: `13.0.5026` is 2016. */
const SQL_ENGINES: Readonly<Record<string, string>> = {
  '8': '2000',
  '9': '2005',
  '10': '2008',
  '10.50': '2008 R2',
  '11': '2012',
  '12': '2014',
  '13': '2016',
  '14': '2017',
  '15': '2019',
  '16': '2022',
  '17': '2025',
};

/** A year, or the engine's number before a build, which may hold something like a year: `15.0.2000.5`. */
export function sqlServerVersion(part: string, from: string): string | null {
  const pack = /(?<![a-z])(?:sp|service pack) ?(\d)(?!\d)/.exec(part)?.[1];
  const level = pack === undefined ? (/(?<![a-z])rtm(?![a-z])/.test(part) ? ' RTM' : '') : ` SP${pack}`;
  const year = /^2(?:0|k)(\d{1,2})(?!\d)[ -]?(r2)?/.exec(from);
  if (year !== null) return `20${(year[1] ?? '').padStart(2, '0')}${year[2] === undefined ? '' : ' R2'}${level}`;
  const [, major = '', minor = ''] = /^(\d{1,2})\.(\d{1,2})(?!\d)/.exec(from) ?? [];
  const release = SQL_ENGINES[`${major}.${minor}`] ?? SQL_ENGINES[major];
  return release === undefined ? null : `${release}${level}`;
}

/** `19c`, `12c Release 2`, `11gR2`, `11.2.0.4`; a bare `12c` is either of its releases. */
export function oracleVersion(_part: string, from: string): string | null {
  const [, letter = '', release] =
    /^(8|9|1[0-289]|2[136])\s?(?:i|g|c|ai)(?:\s*-?\s*(?:r|release )\s?([12]))?(?![a-z\d])/.exec(from) ?? [];
  if (letter !== '') {
    const exact = new RegExp(`(?<![\\d.])${letter}\\.([12])(?!\\d)`).exec(from)?.[1];
    return lettered(letter, release ?? exact ?? null);
  }
  const number = NUMBER.exec(from)?.[0];
  if (number === undefined) return null;
  const [major = '', minor] = number.split('.');
  if (Number(major) >= 18) return major;
  if (major === '8') return number.startsWith('8.1.7') ? '8.1.7' : number;
  return minor === undefined ? lettered(major, null) : `${major}.${minor}`;
}

function lettered(major: string, release: string | null): string {
  if (major === '26') return '23';
  if (Number(major) >= 18) return major;
  // The data calls the last release of 8i by its number.
  if (major === '8') return '8.1.7';
  const [first, second] = [`${major}.${major === '9' ? 0 : 1}`, `${major}.2`];
  return release === null ? `${first} or ${second}` : release === '1' ? first : second;
}

/** `11g` is 10.3.1 to 10.3.6; the parts of 12.2.1 have dates of their own. */
export function webLogicVersion(_part: string, from: string): string | null {
  if (/^(?:11g|10\.3\.[1-9])/.test(from)) return '11g (10.3.x)';
  return leadingNumber(from, 4);
}

/** IIS is as old as the Windows it comes with: `10 on Windows Server 2022`. */
export function iisVersion(_part: string, from: string): string | null {
  const number = leadingNumber(from, 2);
  if (number === null) return null;
  const version = /^(?:8|10)\.0$/.test(number) ? number.slice(0, -2) : number;
  const [, year, r2] = / on (?:microsoft )?windows server (\d{4})( r2)?(?![a-z\d])/.exec(from) ?? [];
  return year === undefined ? version : `${version} on Windows Server ${year}${r2 === undefined ? '' : ' R2'}`;
}

/** `2.0 SPS05`, `2.00.059.01` (revision 59 is of SPS05). */
export function hanaVersion(part: string, from: string): string | null {
  const major = /(?<![\d.])([12])(?:\.0{1,2})?(?![\d])/.exec(from)?.[1];
  if (major === undefined) return null;
  const pack = /(?<![a-z])sps ?(\d{1,2})(?!\d)/.exec(part)?.[1];
  if (pack !== undefined) return `${major}.0 SPS${pack.padStart(2, '0')}`;
  const revision = /(?<!\d)2\.00\.0(\d)\d(?!\d)/.exec(from)?.[1];
  return revision === undefined ? `${major}.0` : `2.0 SPS0${revision}`;
}

const JAVA_VENDORS: readonly (readonly [string, RegExp])[] = [
  ['Eclipse Temurin', /temurin|adoptium|adopt ?openjdk/],
  ['Amazon Corretto', /corretto/],
  ['Red Hat OpenJDK', /red ?hat/],
  ['Oracle OpenJDK builds', /oracle openjdk/],
  ['Oracle', /oracle|sun |java se|hotspot/],
];

/** `1.8.0_301` is 8. The vendor stands in the edition: support differs by it. */
export function javaRelease(part: string, from: string): Omit<KnownRelease, 'family'> {
  const edition = JAVA_VENDORS.find(([, pattern]) => pattern.test(part))?.[0] ?? null;
  const old = /(?<![\d.])1\.([0-8])(?:[._]\d+)*/.exec(from)?.[1];
  if (old !== undefined) return { version: Number(old) >= 5 ? old : `1.${old}`, edition };
  const number = /(?<![\d.])(\d{1,2})(?:u\d+)?(?:[._+]\d+)*(?![\d])/.exec(from)?.[1];
  return { version: number ?? null, edition };
}
