import type { ClusterFacts } from './cluster-facts.ts';
import { FQDN, GLOBAL_ID, PHYSICAL, SERIAL, VIRTUAL } from './key-kinds.ts';
import { boughtApart } from './purchases.ts';

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

const contradictionSubjects = [
  'serial',
  'external_id',
  'class',
  'domain',
  'asset_tag',
  'names',
  'addresses',
  'purchase',
  'assets',
  'repeated_name',
] as const;
export type ContradictionSubject = (typeof contradictionSubjects)[number];

/** One differing figure may be a slip; this many, and none the same, are another purchase. */
const BOUGHT_APART_MIN = 2;

const strong = (about: ContradictionSubject): Contradiction => ({ isStrong: true, about });
const weak = (about: ContradictionSubject): Contradiction => ({ isStrong: false, about });

/** null: nothing speaks against the two being one. Symmetric. */
export function contradiction(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction | null {
  const both = a.kinds & b.kinds;
  // Clusters that share such a key were looked at on its own level: what is still apart here has different ones.
  if (level !== 'serial' && (both & SERIAL) !== 0) return mayBeSlip(a, b) ? weak('serial') : strong('serial');
  if (level !== 'serial' && level !== 'external_id' && (both & GLOBAL_ID) !== 0) return strong('external_id');
  if (areOfOtherClass(a, b, level)) return strong('class');
  const byName = level === 'name';
  if (byName && (both & FQDN) !== 0) return areApart(a.hosts, b.hosts) ? weak('names') : strong('domain');
  if (a.hasRows && b.hasRows) {
    const here = withinOneImport(a, b, level);
    if (here !== null) return here;
  } else if (byName && areApart(a.hosts, b.hosts)) return weak('names');
  return a.assets.length > 0 && b.assets.length > 0 ? asAssets(a, b, level) : null;
}

/** Two of one name that the inventory knows by ids of their own were told apart before. */
function asAssets(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction {
  const isIdentified = level === 'serial' || level === 'external_id';
  return !isIdentified && areApart(a.localIds, b.localIds) ? strong('asset_tag') : weak('assets');
}

/**
 * Whether a sheet that gives one machine two serial numbers, by its name and its own MAC address, may have one wrong. Two
 * that the inventory knows by those numbers were told apart before.
 */
function mayBeSlip(a: ClusterFacts, b: ClusterFacts): boolean {
  if (!a.hasRows || !b.hasRows || !meet(a.ownMacs, b.ownMacs)) return false;
  if (a.assets.length > 0 && b.assets.length > 0) return false;
  return boughtApart(a.rowPurchases, b.rowPurchases) < BOUGHT_APART_MIN;
}

/** A sheet rarely calls one thing by two names; from one import to the next a thing may be renamed. */
function withinOneImport(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction | null {
  const isIdentified = level === 'serial' || level === 'external_id';
  if (!isIdentified && areApart(a.rowLocalIds, b.rowLocalIds)) return strong('asset_tag');
  // Ids of two forms come of two systems; one sheet is of one.
  if (!isIdentified && (a.rowKinds & GLOBAL_ID) !== 0 && (b.rowKinds & GLOBAL_ID) !== 0) return weak('external_id');
  if (areApart(a.rowHosts, b.rowHosts)) return weak('names');
  const sharesHost = isIdentified && a.rowHosts.size > 0 && b.rowHosts.size > 0;
  if (!sharesHost && areApart(a.rowNames, b.rowNames)) return weak('names');
  return isIdentified ? null : asMachines(a, b);
}

/** Whether two of one name may be two machines, one of them a clone or a successor. */
function asMachines(a: ClusterFacts, b: ClusterFacts): Contradiction | null {
  const differing = boughtApart(a.rowPurchases, b.rowPurchases);
  const isBoughtTwice = differing >= BOUGHT_APART_MIN;
  // A MAC address of their own stays with a machine that gets another IP address.
  if (meet(a.ownMacs, b.ownMacs)) return isBoughtTwice ? weak('purchase') : null;
  const areIpsApart = (a.rowFamilies & b.rowFamilies) !== 0 && areApart(a.rowAddresses, b.rowAddresses);
  if (areIpsApart || areApart(a.rowMacs, b.rowMacs)) return isBoughtTwice ? strong('addresses') : weak('addresses');
  return differing > 0 ? weak('purchase') : null;
}

/** A virtual machine and its host may have one name; but what runs a hypervisor may itself be virtual. */
function areOfOtherClass(a: ClusterFacts, b: ClusterFacts, level: Level): boolean {
  if (a.traits === 0 || b.traits === 0 || (a.traits & b.traits) !== 0) return false;
  const mayBeNested = a.isClassByHypervisor || b.isClassByHypervisor;
  if (!mayBeNested || (a.traits | b.traits) !== (VIRTUAL | PHYSICAL)) return true;
  return level !== 'serial' && level !== 'external_id' && !meet(a.ownMacs, b.ownMacs);
}

/** Both say something, and nothing of it is the same. */
function areApart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && b.size > 0 && !meet(a, b);
}

function meet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
