import { laterIn } from './os-reading.ts';

/** A text around the name of a product, without architecture and kernel release: what stands before and after the name. */
export interface Around {
  before: string;
  after: string;
  all: string;
}

/** `7`, `8.6`, `7.9.2009`. */
const NUMBER = /(?<![\d.a-uw-z])\d{1,3}(?:\.\d{1,5}){0,3}(?![\d])/g;
/** Before a name only a number that stands alone is its version: `8.6 RHEL`, not the `01` of `web01`. */
const NUMBER_ALONE = /(?<![^\s(])\d{1,3}(?:\.\d{1,5}){0,3}(?![^\s),;])/g;

/** Kernel releases and dates are no release of the system: `3.10.0-1160.el7.x86_64`, `kernel 4.15.0`, `Oct 19`. */
export function withoutKernel(text: string): string {
  return text
    .replace(
      /(?<![\d.])[2-7]\.\d{1,2}\.\d{1,3}-(?!\d{7})\d[\w.+~]*(?:-(?:generic|amd64|default|aws|azure|gcp|gke|lowlatency|cloud|virtual|server|pae|686|xen|oracle|uek|pve)[\w.]*){0,2}/g,
      ' ',
    )
    .replace(/(?<![a-z])kernel[ :-]*(?:version |release )?v?[2-7]\.[\w.+-]*/g, ' ')
    .replace(/^linux (?:version )?[2-7]\.\d+[\w.+-]*/, 'linux ')
    .replace(/\(gcc.*$/, ' ')
    .replace(/(?<![\da-z])(\d{1,2})_(\d{1,2})(?!\d)/g, '$1.$2')
    .replace(/(?<!\d)(?:19|20)\d\d([-/.])\d\d\1\d\d(?!\d)/g, ' ')
    .replace(/(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* +\d{1,2}(?![\d.])/g, ' ')
    .replace(/(?<!\d)\d\d:\d\d:\d\d(?: [a-z]{2,5})?(?: (?:19|20)\d\d(?!\d))?|#\d+(?= smp)/g, ' ');
}

/** Scanners say between which releases a machine is, `6.0.0 - 6.5.0`, `11.0-RELEASE - 12.0-CURRENT`: that names neither. */
export function isBetweenReleases(after: string): boolean {
  const [, from, to] =
    /(?<![\d.])(\d{1,2}\.\d{1,2})(?:\.\d{1,2})?(?:-[a-z]{1,9})? - (\d{1,2}\.\d{1,2})(?!\d)/.exec(after) ?? [];
  return from !== undefined && to !== undefined && Number(from) < Number(to);
}

/** The first number after the name that can be a version, else the last one before it: names come in any order. */
export function versionAround({ before, after }: Around, fits: (version: string) => boolean): string | null {
  if (isBetweenReleases(after)) return null;
  const following = after.match(NUMBER)?.find(fits);
  return following ?? before.match(NUMBER_ALONE)?.findLast(fits) ?? null;
}

/** `4/5/6` or `9 or 10` (several releases under one name), `13 or later`, `before 11`; null where one release is named. */
export function rangeAround({ after }: Around): string | null {
  const several = /(?<![\d/.])\d{1,2}(?:(?:\/\d{1,2}){1,6}| or \d{1,2})(?![\d/.])/.exec(after)?.[0];
  if (several !== undefined) return several;
  const before = /(?<![a-z])(?:pre-|before |older than )(\d{1,2})(?![\d.])/.exec(after)?.[1];
  if (before !== undefined) return `before ${before}`;
  const last = /(?<![\d.])(\d{1,2}) or (?:earlier|older|below|lower)/.exec(after)?.[1];
  if (last !== undefined) return `before ${Number(last) + 1}`;
  const number = laterIn(after) ? after.match(NUMBER)?.[0] : undefined;
  return number === undefined ? null : `${number} or later`;
}

/** A service pack or patch level: `SP3`, `Service Pack 3`, `PATCHLEVEL = 3`. */
export function servicePackNumber(text: string): string | null {
  const match = /(?<![a-z])(?:sp|service ?pack|patchlevel ?=?) ?([1-9])(?!\d)/.exec(text);
  return match?.[1] ?? null;
}

export const majorBelow =
  (limit: number) =>
  (version: string): boolean =>
    !version.startsWith('0') && Number.parseInt(version, 10) < limit;
