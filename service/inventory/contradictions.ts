import type { ClusterFacts } from './cluster-facts.ts';
import { FQDN, GLOBAL_ID, SERIAL } from './key-kinds.ts';

/** By what clusters meet; each level comes after the ones before it. */
export type Level = 'serial' | 'external_id' | 'fqdn' | 'name' | 'local_id' | 'mac' | 'ip';

/**
 * Why two clusters that share a key are not simply one thing. `strong`: they are two things, whatever else they share.
 * Otherwise nobody can tell, and a person decides.
 */
export interface Contradiction {
  isStrong: boolean;
  about: ContradictionSubject;
}

export const contradictionSubjects = [
  'serial',
  'external_id',
  'class',
  'domain',
  'asset_tag',
  'names',
  'addresses',
  'assets',
  'repeated_name',
] as const;
export type ContradictionSubject = (typeof contradictionSubjects)[number];

const strong = (about: ContradictionSubject): Contradiction => ({ isStrong: true, about });
const weak = (about: ContradictionSubject): Contradiction => ({ isStrong: false, about });

/** null: nothing speaks against the two being one. Symmetric. */
export function contradiction(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction | null {
  const both = a.kinds & b.kinds;
  // Clusters that share such a key were looked at on its own level: what is still apart here has different ones.
  if (level !== 'serial' && (both & SERIAL) !== 0) return strong('serial');
  if (level !== 'serial' && level !== 'external_id' && (both & GLOBAL_ID) !== 0) return strong('external_id');
  if (a.traits !== 0 && b.traits !== 0 && (a.traits & b.traits) === 0) return strong('class');
  const byName = level === 'name';
  if (byName && (both & FQDN) !== 0) return areApart(a.hosts, b.hosts) ? weak('names') : strong('domain');
  if (a.hasRows && b.hasRows) {
    const here = withinOneImport(a, b, level);
    if (here !== null) return here;
  } else if (byName && areApart(a.hosts, b.hosts)) return weak('names');
  return a.assets.length > 0 && b.assets.length > 0 ? weak('assets') : null;
}

/** A sheet rarely calls one thing by two names; from one import to the next a thing may be renamed. */
function withinOneImport(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction | null {
  const isIdentified = level === 'serial' || level === 'external_id';
  if (!isIdentified && areApart(a.rowLocalIds, b.rowLocalIds)) return strong('asset_tag');
  if (areApart(a.rowHosts, b.rowHosts)) return weak('names');
  const sharesHost = isIdentified && a.rowHosts.size > 0 && b.rowHosts.size > 0;
  if (!sharesHost && areApart(a.rowNames, b.rowNames)) return weak('names');
  // Two machines of one name, one of them a clone or a successor: only serial numbers and ids outweigh other addresses.
  const isOtherMachine = areApart(a.rowAddresses, b.rowAddresses) || areApart(a.rowMacs, b.rowMacs);
  return !isIdentified && isOtherMachine ? weak('addresses') : null;
}

/** Both say something, and nothing of it is the same. */
function areApart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const one of a) if (b.has(one)) return false;
  return true;
}
