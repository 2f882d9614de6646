import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed } from '../cleansed.ts';
import { osText, word } from './os-reading.ts';

/** Most telling first: `x86_64` also contains `x86`, and `ARM 64-bit` also says 64-bit. */
const NAMED: readonly (readonly [string, RegExp])[] = [
  [
    'arm64',
    /architecture='arm' bitness='64'|(?<![a-z0-9])(?:arm64|aarch64|armv8l?|arm[ -](?:based )?64|arm 64-?bit|64-?bit arm)(?![0-9])/,
  ],
  ['arm', word('armv[67](?:l|hl)?|armhf|armel|arm|arm32')],
  ['ia64', word('ia-?64|itanium|itanium2|hp-ux ia')],
  ['ppc64le', word('ppc64le|ppc64el|power,?[ _]little[ _]endian')],
  ['ppc64', word('ppc64|powerpc64|64-?bit powerpc|powerpc 64-?bit|power[789]|power1[01]')],
  ['ppc', word('ppc|powerpc|rs6000')],
  ['s390x', word('s390x?|ibm z(?: systems)?(?!/)|linuxone')],
  // Oracle's platform name of Solaris on SPARC; on PCs it adds `Operating System (x86-64)`.
  ['sparc', /(?<![a-z0-9])(?:sparc(?:64|v9)?|sun4[uvm])(?![a-z0-9])|solaris\[tm\] oe/],
  [
    'x86_64',
    /(?:(?<![a-z])|(?<=bsd|linux|server))x64(?![0-9])|(?<![a-z0-9])(?:x86[_-]?64|amd64|em64t|intel64|x8664)(?![a-z0-9])/,
  ],
];
/** Folded texts have lost the marks of Japanese letters. */
const BIT = 'bits?(?![a-z])|位|位元|ヒット|비트|бит|разрядная';
/** A width at the end of a text; two systems had such a version: `Fedora 32`. */
const WIDTH_64 = '(?<=[a-z0-9])[_ ]64$';
const WIDTH_32 = '(?<=[a-z0-9])(?<!(?:fedora|coreos)(?: linux)?)[_ ]32$';
// VMware Tools say it twice: `architecture='X86' bitness='64'`; Vagrant's boxes end in it: `ubuntu/bionic64`.
const BITS_64 = new RegExp(`bitness='64'|(?<![0-9])64[ -]?(?:${BIT})|${WIDTH_64}|(?<=^[a-z]{3,12}\\/[a-z]{3,12})64$`);
const BITS_32 = new RegExp(`(?<![0-9])32[ -]?(?:${BIT})|${WIDTH_32}`);
const WIDTH_AT_END = new RegExp(`(?<![a-z])x64(?![0-9])|${WIDTH_64}|${WIDTH_32}`, 'g');
const WIDTHS = new RegExp(`(?<![0-9])(?:32|64)[ -]?(?:${BIT})`, 'g');
const X86 = word('x86|i[3-6]86|ia-?32|i86pc|x32');

/** The architecture a folded text names. Mere `64-bit` means `bits64`: on PCs and hypervisors x86_64. */
export function architectureOf(text: string, bits64: string | null = 'x86_64'): string | null {
  for (const [name, pattern] of NAMED) if (pattern.test(text)) return name;
  if (BITS_64.test(text)) return bits64;
  if (BITS_32.test(text) || X86.test(text)) return 'x86';
  return null;
}

/** The text without the words for its architecture, whose digits are no version. */
export function withoutArchitecture(text: string): string {
  return text
    .replace(WIDTHS, ' ')
    .replace(WIDTH_AT_END, ' ')
    .replace(
      /(?<![a-z0-9])(?:x86[_-]?64|amd64|x86|i[3-6]86|s390x?|ia-?64|ppc64(?:le|el)?|aarch64|arm64|sparc(?:64)?|sun4[uvm])(?![a-z0-9])/g,
      ' ',
    );
}

/** `os_architecture`: one word for each instruction set. */
export function cleanseArchitecture(_: Cell, text: string): Cleansed {
  const written = text === '64' || text === '32' ? `${text}-bit` : text;
  const architecture = architectureOf(osText(written));
  if (architecture === null) return unsaid('architecture-unknown', `${quoted(text)} names no known architecture.`);
  const why = /^(?:32|64).?bit/i.test(written)
    ? 'Only the width is said; read as a PC architecture.'
    : 'Its usual name.';
  return cleansed(architecture, 'architecture', why);
}
