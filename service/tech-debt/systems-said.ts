import { readNameAndVersion } from '../cleansing/operating-system/operating-system.ts';
import type { OperatingSystem } from '../cleansing/operating-system/os-reading.ts';
import type { AssetValue } from '../inventory/asset.ts';
import type { LifecycleRow } from './lifecycle-row.ts';
import { productName } from './product-names.ts';
import type { KnownRelease, ReleaseIndex } from './release-index.ts';

/** The joint meaning of the cells for the operating system of one thing. */
export interface SystemsSaid {
  /** Each once, the most exact last. */
  releases: readonly KnownRelease[];
  /** Null unless name and version say two releases of one product, of which neither is the other, said more exactly. */
  apart: ReleasesApart | null;
}

export interface ReleasesApart {
  family: string;
  byName: string;
  byVersion: string;
}

/** A product with its release: a name without one is only made whole by the version beside it. */
type Release = KnownRelease & { version: string };

/** The yearly name of a release that the data also holds as a release of its own, of the same build. */
const YEARLY_NAMES: Readonly<Record<string, string>> = { '1809 SAC': '2019' };

export const systemOf = ({ family, version, edition }: OperatingSystem): KnownRelease => ({
  family: family ?? '',
  version,
  edition,
});

export function isSystem(value: unknown): value is OperatingSystem {
  return typeof value === 'object' && value !== null && 'family' in value && 'edition' in value;
}

/**
 * A version beside a name counts as far as it makes the release of the name more exact. A number that is no release of the
 * product (a patch, a build, a count) counts for nothing.
 */
export function systemsSaid(
  names: readonly AssetValue[],
  versions: readonly AssetValue[],
  index: ReleaseIndex,
): SystemsSaid {
  const name = names.find((value) => systemIn(value) !== null);
  const system = name === undefined ? null : systemIn(name);
  const said = names.flatMap((value) => systemIn(value) ?? []);
  let apart: ReleasesApart | null = null;
  for (const version of versions) {
    const read = name === undefined || system === null ? [] : readTogether(name, system, version);
    if (read.length === 0 || system === null) said.push(...besides(version, system));
    else if (isRelease(system)) {
      const joined = joinedTo(system, read, index);
      said.push(...joined.exacter);
      apart ??= joined.apart;
    } else said.push(...read);
  }
  const exactest = said.filter((one) => !said.some((other) => isReplacedBy(one, other)));
  return { releases: exactest.filter((one, at) => exactest.findIndex((other) => isSame(one, other)) === at), apart };
}

const isRelease = (system: KnownRelease): system is Release => system.version !== null;

function systemIn({ value }: AssetValue): KnownRelease | null {
  return isSystem(value) && value.family !== null ? systemOf(value) : null;
}

/** A version that contradicts the name is another product's, unless it may be the name's too (`10.0`). */
function besides(version: AssetValue, system: KnownRelease | null): KnownRelease[] {
  const own = systemIn(version);
  if (own === null) return [];
  const mayBe: readonly (string | null)[] = own.version?.split(' or ') ?? [];
  return system !== null && mayBe.includes(system.version) ? [] : [own];
}

/**
 * Beside the whole name, and beside the product alone: `Windows Server 2016 or later` hides the meaning of
 * `10.0.17763`.
 */
function readTogether(name: AssetValue, { family, edition }: KnownRelease, version: AssetValue): Release[] {
  return [name.raw, productName(family, null)]
    .map((words) => systemOf(readNameAndVersion(words, version.raw).system))
    .filter((read) => read.family === family && isRelease(read))
    .map((read) => ({ ...read, edition: read.edition ?? edition })) as Release[];
}

function joinedTo(
  system: Release,
  read: readonly Release[],
  index: ReleaseIndex,
): { exacter: Release[]; apart: ReleasesApart | null } {
  const rows = new Set<LifecycleRow>(index.match(system).rows);
  const goesWith = (other: Release): boolean =>
    isReplacedBy(system, other) || index.match(other).rows.some((row) => rows.has(row));
  const together = read.filter(goesWith);
  const exacter = together.filter(({ version }) => version === system.version || !system.version.startsWith(version));
  const another = read.find((other) => !together.includes(other) && index.match(other).rows.length > 0);
  const isSettled = another === undefined || YEARLY_NAMES[another.version] === system.version;
  const isMadeExact = exacter.some(({ version }) => version !== system.version);
  if (isSettled || isMadeExact) return { exacter, apart: null };
  return { exacter, apart: { family: system.family, byName: system.version, byVersion: another.version } };
}

/** `2012 R2` is meant by `2012` beside it. */
const isReplacedBy = (one: KnownRelease, other: KnownRelease): boolean =>
  one.family === other.family &&
  one.version !== null &&
  other.version?.startsWith(`${one.version} `) === true &&
  !other.version.startsWith(`${one.version} or `);

const isSame = (one: KnownRelease, other: KnownRelease): boolean =>
  one.family === other.family && one.version === other.version && one.edition === other.edition;
