import type { SystemNameRule } from '#shared/cleansing-rule-words.ts';
import { folded } from '../plain-text.ts';
import { withoutSurroundings } from './written-around.ts';

/** What a text says of an operating system; null where it does not say. `family` is what end-of-life data joins on. */
export interface OperatingSystem {
  family: string | null;
  /** As end-of-life data writes it (`2012 R2`, `10 22H2`, `15 SP3`), or as exact as the text (`8.6`); ` or ` between candidates. */
  version: string | null;
  edition: string | null;
  /** `x86`, `x86_64`, `arm64`, `ppc64le`, `s390x`, `sparc`, `ia64` … */
  architecture: string | null;
}

export interface OsReading {
  system: OperatingSystem;
  rule: SystemNameRule;
  reason: string;
}

/** Longer texts are prose; an operating system stands at their beginning or not at all. */
const READ_MAX_CHARACTERS = 400;

/** Names that people type with two letters swapped or one left out: `Windwos`, `Debain`, `Windws`. */
const MISTYPED: ReadonlyMap<string, string> = new Map(
  ['windows', 'ubuntu', 'debian', 'centos', 'redhat', 'fedora', 'oracle', 'solaris', 'freebsd', 'server'].flatMap(
    (name) =>
      Array.from(name, (_, at): string[] => [
        `${name.slice(0, at)}${name.slice(at + 1)}`,
        `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at]}${name.slice(at + 2)}`,
      ])
        .flat()
        .map((typed): [string, string] => [typed, name]),
  ),
);

/** The text as the rules read it: folded, without trade marks, white space regular, cut. */
export function osText(plain: string): string {
  return (
    withoutSurroundings(folded(plain.slice(0, READ_MAX_CHARACTERS)))
      .normalize('NFC')
      .replace(/[®™©]|<(?:r|tm)>|\((?:r|tm|c)\)/g, ' ')
      .replace(/[\u2010-\u2015]/g, '-')
      .replace(/[\u2044\u2215]/g, '/')
      // What a system is like or derived from is not what it is.
      .replace(/(?<![a-z])id_like=(?:"[^"]{0,60}"|\S{0,60})/g, ' ')
      // Nutanix' guest tools put kind and width before the name: `linux:64:CentOS Linux-7.9`.
      .replace(/^(?:linux|windows):(32|64):(.*)$/, '$2 $1-bit')
      .replace(/^cpe:(?:\/|2\.3:)[oah]:(.*)$/, cpeWords)
      // In what `uname -a` says, the second word is the machine's name: `Linux desktop 5.4.0-66-generic …`.
      .replace(/^linux (?!version |kernel )\S{1,255} (?=[2-7]\.\d{1,2}\.\d{1,3}[-+])/, 'linux ')
      .replace(/(?<![a-z])[a-z]{5,7}(?![a-z])/g, (letters) => MISTYPED.get(letters) ?? letters)
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The parts of a CPE name as words, its release and update as one number: `oracle:linux:7:9` is `oracle linux 7.9`. */
const cpeWords = (_match: string, parts: string): string =>
  parts.replace(/(?<!\d)(\d{1,2}):(\d{1,2})(?![\dh])/, '$1.$2').replace(/[:*]/g, ' ');

/** `word` between characters that are no letters or digits: unlike `\b`, an underscore parts words. */
export const word = (pattern: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`);

/** `or later` in the languages exports come in: a lower bound, not a version. */
export const laterIn = (text: string): boolean =>
  /or (?:later|above|higher|newer)|ou (?:version )?(?:ulterieure?|superieure?)|oder (?:hoher|spater|neuer)|o posterior|o superior|of hoger|e posteriores|或更高|以降|以上/.test(
    text,
  );
