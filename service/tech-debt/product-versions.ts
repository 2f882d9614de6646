import type { KnownRelease } from './release-index.ts';

/** `9.0.65`, `8.0`, `14`: the first number after a name that can be a release, with what belongs to it. */
const NUMBER = /(?<![\w.])v?(\d{1,4}(?:\.\d{1,6}){0,4})(?![\d])/;

/** At most three parts: further ones count builds. */
export function firstNumber(after: string): string | null {
  const number = NUMBER.exec(after)?.[1];
  return number === undefined ? null : number.split('.').slice(0, 3).join('.');
}

/** What SQL Server's engine calls itself: `13.0.5026` is 2016. */
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

export function sqlServerVersion(text: string, after: string): string | null {
  const year = /(?<!\d)(20(?:00|05|08|12|14|16|17|19|22|25))(?!\d)[ -]?(r2)?/.exec(after);
  const pack = /(?<![a-z])(?:sp|service pack) ?(\d)(?!\d)/.exec(text)?.[1];
  const level = pack === undefined ? (/(?<![a-z])rtm(?![a-z])/.test(text) ? ' RTM' : '') : ` SP${pack}`;
  if (year !== null) return `${year[1]}${year[2] === undefined ? '' : ' R2'}${level}`;
  const engine = /(?<![\d.])(\d{1,2})\.(\d{1,2})(?:\.\d+)*(?!\d)/.exec(after);
  const release =
    engine === null ? undefined : (SQL_ENGINES[`${engine[1]}.${engine[2]}`] ?? SQL_ENGINES[`${engine[1]}`]);
  return release === undefined ? null : `${release}${level}`;
}

/** `19c`, `12c Release 2`, `11gR2`, `11.2.0.4`; a bare `12c` is either of its releases. */
export function oracleVersion(_text: string, after: string): string | null {
  const letter = /(?<!\d)(8|9|1[0-289]|2[136])\s?(i|g|c|ai)(?:\s*-?\s*(?:r|release )\s?([12]))?(?![a-z\d])/.exec(after);
  if (letter !== null) return lettered(letter[1] ?? '', letter[3] ?? null);
  const number = NUMBER.exec(after)?.[1];
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

/** `2.0 SPS05`, `2.00.059.01` (revision 59 is of SPS05). */
export function hanaVersion(text: string, after: string): string | null {
  const major = /(?<![\d.])([12])(?:\.0{1,2})?(?![\d])/.exec(after)?.[1];
  if (major === undefined) return null;
  const pack = /(?<![a-z])sps ?(\d{1,2})(?!\d)/.exec(text)?.[1];
  if (pack !== undefined) return `${major}.0 SPS${pack.padStart(2, '0')}`;
  const revision = /(?<!\d)2\.00\.0(\d)\d(?!\d)/.exec(after)?.[1];
  return revision === undefined ? `${major}.0` : `2.0 SPS0${revision}`;
}

const JAVA_VENDORS: readonly (readonly [string, RegExp])[] = [
  ['Eclipse Temurin', /temurin|adoptium|adoptopenjdk/],
  ['Amazon Corretto', /corretto/],
  ['Red Hat OpenJDK', /red ?hat/],
  ['Oracle OpenJDK builds', /oracle openjdk/],
  ['Oracle', /oracle|sun |java se|hotspot/],
];

/** `1.8.0_301` is 8. The vendor stands in the edition: support differs by it. */
export function javaRelease(text: string, after: string): Omit<KnownRelease, 'family'> {
  const edition = JAVA_VENDORS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const old = /(?<![\d.])1\.([0-8])(?:[._]\d+)*/.exec(after)?.[1];
  if (old !== undefined) return { version: Number(old) >= 5 ? old : `1.${old}`, edition };
  const number = /(?<![\d.])(\d{1,2})(?:u\d+)?(?:[._+]\d+)*(?![\d])/.exec(after)?.[1];
  return { version: number ?? null, edition };
}
