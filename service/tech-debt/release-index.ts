import type { LifecycleRow } from './lifecycle-row.ts';

/** The known dates of a product's release: null where no source has one. */
export interface KnownRelease {
  family: string;
  version: string | null;
  edition: string | null;
}

/** `none`: nothing in the data fits. `unsaid`: too little is said to look. */
export type ReleaseMatch =
  | {
      how: 'exact' | 'release_line' | 'several';
      rows: readonly LifecycleRow[];
      note: string | null;
      /** Releases that a text names beside each other: `2008 or 2019`. */
      named?: readonly string[];
    }
  | { how: 'none'; rows: readonly []; note: string }
  | { how: 'unsaid'; rows: readonly []; missing: string; note: string };

/** Parts of a release that do not make another product of it: `SP2`, `RTM`, `TL5`, `SPS05`, `(2018.03)`, `.3`, `on Windows 7`. */
const BELOW = /^(?: (?:SP\w+|RTM|GA|TL\d+|SPS\d+)(?: .*)?| \(.+\)| on .+|\.\d.*)$/;
/** On Windows clients also the yearly release and the edition: `10` → `10 22H2`, `10 1809` → `10 1809 LTSC`. */
const BELOW_CLIENT =
  /^(?: (?:SP\w+|RTM)| (?:\d{4}|\d\dH\d)(?: .*)?| (?:LTSC|IoT|IoT LTSC|Home\/Pro|Enterprise\/Education))$/;

/** Names of cleansing for products that the data calls otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'windows_server|NT 4.0': 'NT 4.0 Server',
  'windows_server|2008 RTM (SP1)': '2008 RTM',
};

/** The rows of the data by family, and those that agree with the known parts of a release. Pure. */
export class ReleaseIndex {
  private readonly families = new Map<string, LifecycleRow[]>();

  constructor(rows: readonly LifecycleRow[]) {
    for (const row of rows) {
      const known = this.families.get(row.family);
      if (known) known.push(row);
      else this.families.set(row.family, [row]);
    }
  }

  has(family: string): boolean {
    return this.families.has(family);
  }

  /**
   * Every row that agrees with what is said, and no other: a release that is said less exactly than the data knows
   * (`2016` without its service pack, `2012 or 2012 R2`) gives several rows. Nothing is chosen among them here.
   */
  match({ family, version, edition }: KnownRelease): ReleaseMatch {
    const rows = this.families.get(family);
    if (rows === undefined) return { how: 'none', rows: [], note: `There is no lifecycle data for ${family}.` };
    if (version === null) return { how: 'unsaid', rows: [], missing: 'version', note: 'The version is not said.' };
    if (family === 'sles' && edition === 'for SAP')
      return {
        how: 'none',
        rows: [],
        note: 'SUSE for SAP has support dates of its own, which the data does not hold.',
      };
    const alternatives = spelledVersions(version, rows);
    const found = alternatives.map((one) => this.lookUpHere(family, one, rows));
    const unknown = alternatives.find((_one, index) => found[index]?.rows.length === 0);
    if (unknown !== undefined && alternatives.length > 1)
      return { how: 'none', rows: [], note: `It can be ${unknown}, of which the data holds no release.` };
    const all = [...new Set(found.flatMap((match) => match.rows))];
    const fitting = all.filter((row) => fits(row.family, row.version, edition));
    if (fitting.length === 0) return { how: 'none', rows: [], note: `The data holds no release ${version}.` };
    if (found.length > 1 || fitting.length > 1)
      return { how: 'several', rows: fitting, note: found[0]?.note ?? null, ...namedIn(version, found) };
    return { how: found[0]?.how ?? 'exact', rows: fitting, note: found[0]?.note ?? null };
  }

  /** A build of Windows can be of a server and of a client at once: `2019 or 10 1809` is of two families. */
  private lookUpHere(family: string, version: string, rows: readonly LifecycleRow[]): LookedUp {
    const found = lookUp(family, version, rows);
    const clients = this.families.get('windows_client');
    const isOther = found.rows.length === 0 && family === 'windows_server' && clients !== undefined;
    return isOther ? lookUp('windows_client', version, clients) : found;
  }
}

/**
 * The releases that a text lists, without bounds and loose numbers; builds that are of a server and of a client name no
 * release.
 */
function namedIn(version: string, found: readonly LookedUp[]): { named?: readonly string[] } {
  const named = version.split(/ or |\//);
  const isListed = named.length === found.length && named.length > 1;
  const isOneFamily = new Set(found.map(({ rows }) => rows[0]?.family)).size === 1;
  return isListed && isOneFamily ? { named } : {};
}

interface LookedUp {
  how: 'exact' | 'release_line';
  rows: LifecycleRow[];
  note: string | null;
}

function lookUp(family: string, version: string, rows: readonly LifecycleRow[]): LookedUp {
  const named = OTHER_NAMES[`${family}|${version}`] ?? version;
  const exact = rows.filter((row) => row.version === named);
  const below = rowsBelow(family, named, rows);
  if (exact.length > 0 || below.length > 0) return { how: 'exact', rows: [...exact, ...below], note: null };
  for (const line of shorter(family, named)) {
    const known = rows.filter((row) => row.version === line);
    if (known.length === 0) continue;
    const others = rowsBelow(family, line, rows);
    const note =
      others.length > 0
        ? `The data does not hold ${named}; all of ${line} is looked at.`
        : `Dates are those of ${line}; ${named} needs its newest updates.`;
    return { how: 'release_line', rows: [...known, ...others], note };
  }
  return { how: 'exact', rows: [], note: null };
}

function rowsBelow(family: string, version: string, rows: readonly LifecycleRow[]): LifecycleRow[] {
  const pattern = belowPattern(family);
  return rows.filter((row) => row.version.startsWith(version) && pattern.test(row.version.slice(version.length)));
}

const belowPattern = (family: string): RegExp => (family === 'windows_client' ? BELOW_CLIENT : BELOW);

/** `7.9.2009` → `7.9`, `7`; `2012 SP1` → `2012`; `10 23H2` → `10`; `2019 R2` → nothing: it would be another product. */
function shorter(family: string, version: string): string[] {
  const lines: string[] = [];
  for (let rest = version; ;) {
    const cut = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf(' '));
    if (cut <= 0 || !belowPattern(family).test(rest.slice(cut))) return lines;
    rest = rest.slice(0, cut);
    lines.push(rest);
  }
}

/** `2012 or 2012 R2`, `4/5/6`, `6.x`, `2016 or later`, `before 11` as the releases they can be. */
function spelledVersions(version: string, rows: readonly LifecycleRow[]): string[] {
  const later = /^(.+) or later$/.exec(version)?.[1];
  if (later !== undefined) return boundedBy(later, rows, (number, bound) => number >= bound);
  const before = /^before (.+)$/.exec(version)?.[1];
  if (before !== undefined) return boundedBy(before, rows, (number, bound) => number < bound);
  const loose = /^(\d+)\.x$/.exec(version)?.[1];
  if (loose !== undefined)
    return rows.map((row) => row.version).filter((name) => name === loose || name.startsWith(`${loose}.`));
  if (/^\d+(?:\/\d+)+$/.test(version)) return version.split('/');
  return version.split(' or ');
}

/** Releases whose leading number lies on one side of a bound; on Windows servers only those named by a year. */
function boundedBy(
  bound: string,
  rows: readonly LifecycleRow[],
  isWithin: (number: number, bound: number) => boolean,
): string[] {
  const limit = Number.parseFloat(bound);
  const isYear = /^20\d\d$/.test(bound);
  return rows
    .map((row) => row.version)
    .filter((name) => (isYear ? /^20\d\d(?: R2)?$/.test(name) : /^\d/.test(name) && !/^9[58]$/.test(name)))
    .filter((name) => isWithin(Number.parseFloat(name), limit));
}

/** Whether a row is about the edition, or about the vendor of Java; without an edition every row fits. */
function fits(family: string, version: string, edition: string | null): boolean {
  if (edition === null) return true;
  if (family === 'java') return edition === 'Oracle' ? !version.includes('(') : version.endsWith(`(${edition})`);
  return family === 'windows_client' ? fitsEdition(version, edition) : true;
}

function fitsEdition(version: string, edition: string): boolean {
  const isLtsc = /LTS[CB]/.test(edition);
  const isIot = edition.startsWith('IoT');
  if (/ IoT(?: LTSC)?$/.test(version)) return isIot && isLtsc === version.endsWith('LTSC');
  if (version.endsWith(' LTSC')) return isLtsc && !isIot;
  if (isLtsc) return !/^1[01](?: |$)/.test(version);
  const isForOrganisations = /^(?:Enterprise|Education|IoT)/.test(edition);
  if (version.endsWith(' Home/Pro')) return !isForOrganisations;
  return !version.endsWith(' Enterprise/Education') || isForOrganisations;
}
