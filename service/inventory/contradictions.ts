import type { ClusterFacts } from './cluster-facts.ts';
import { FQDN, GLOBAL_ID, PHYSICAL, SERIAL, SERIAL_FORM, VIRTUAL } from './key-kinds.ts';
import { boughtApart } from './purchases.ts';
import { areOtherwiseNamed, shareName } from './shared-names.ts';

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
  const areKnown = a.assets.length > 0 && b.assets.length > 0;
  // Both have the serial number, and were told apart before.
  if (level === 'serial' && areKnown) return strong('assets');
  const both = a.kinds & b.kinds;
  // Clusters that share such a key were looked at on its own level: what is still apart here has different ones.
  if (level !== 'serial' && (both & SERIAL) !== 0 && !areOneSerial(a, b))
    return mayBeSlip(a, b) || mayBeCorrected(a, b, level) ? weak('serial') : strong('serial');
  if (level !== 'serial' && level !== 'external_id' && (both & GLOBAL_ID) !== 0) return strong('external_id');
  if (areOfOtherClass(a, b, level)) return strong('class');
  const byName = level === 'name';
  if (byName && (both & FQDN) !== 0) return areApart(a.hosts, b.hosts) ? weak('names') : strong('domain');
  if (a.hasRows && b.hasRows) {
    const here = withinOneImport(a, b, level);
    if (here !== null) return here;
  } else if (byName && areApart(a.hosts, b.hosts)) return weak('names');
  return areKnown ? asAssets(a, b, level) : null;
}

/** Two of one name that the inventory knows by ids of their own were told apart before. */
function asAssets(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction {
  const isIdentified = level === 'serial' || level === 'external_id';
  return !isIdentified && areApart(a.localIds, b.localIds) ? strong('asset_tag') : weak('assets');
}

/** Under one id and one name: the numbers differ only in the form that two tools give them. */
function areOneSerial(a: ClusterFacts, b: ClusterFacts): boolean {
  if (((a.kinds | b.kinds) & SERIAL_FORM) === 0) return false;
  return meet(a.serialForms, b.serialForms) && meet(a.globalIds, b.globalIds) && shareName(a, b);
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

/**
 * Whether a serial number was corrected, or a board exchanged: it is another one than the inventory knows under the same id,
 * and under no other name. A numbered item needs the same name: the numbers of two sites, or of a list that counts anew, are
 * those of other machines. A sheet that gives one id to two serial numbers has two things, and so has an inventory that knows both.
 */
function mayBeCorrected(a: ClusterFacts, b: ClusterFacts, level: Level): boolean {
  const areImportAndAsset = a.hasRows !== b.hasRows && a.assets.length > 0 !== b.assets.length > 0;
  if (level !== 'external_id' || !areImportAndAsset || areOtherwiseNamed(a, b)) return false;
  const tellsIt = (id: number): boolean => !a.itemIds.has(id) || shareName(a, b);
  return [...a.globalIds].some((id) => b.globalIds.has(id) && tellsIt(id));
}

/** A sheet rarely calls one thing by two names; from one import to the next a thing may be renamed. */
function withinOneImport(a: ClusterFacts, b: ClusterFacts, level: Level): Contradiction | null {
  const isIdentified = level === 'serial' || level === 'external_id';
  if (!isIdentified && areApart(a.rowLocalIds, b.rowLocalIds)) return strong('asset_tag');
  // Ids of two forms come of two systems; one sheet is of one.
  if (!isIdentified && (a.rowKinds & GLOBAL_ID) !== 0 && (b.rowKinds & GLOBAL_ID) !== 0) return weak('external_id');
  if (areApart(a.rowHosts, b.rowHosts) || isOtherHost(a, b) || isOtherHost(b, a)) return weak('names');
  const sharesHost = isIdentified && a.rowHosts.size > 0 && b.rowHosts.size > 0;
  if (!sharesHost && areApart(a.rowNames, b.rowNames)) return weak('names');
  return isIdentified ? null : asMachines(a, b);
}

/**
 * In a column of names a short one is a name only, and a qualified one a host only: its first label is compared. Words
 * (`Payroll server`) are what people call it, and say nothing of a host's name.
 */
function isOtherHost(short: ClusterFacts, qualified: ClusterFacts): boolean {
  const areOfOneColumn = short.rowHosts.size === 0 && qualified.rowNames.size === 0;
  const labels = new Set([...short.rowNames].filter((name) => !short.rowWords.has(name)));
  return areOfOneColumn && (qualified.rowKinds & FQDN) !== 0 && areApart(labels, qualified.rowHosts);
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

/** A virtual machine and its host may have one name; but what runs a hypervisor, or is listed with its host's model, may itself be virtual. */
function areOfOtherClass(a: ClusterFacts, b: ClusterFacts, level: Level): boolean {
  if (a.traits === 0 || b.traits === 0 || (a.traits & b.traits) !== 0) return false;
  const isInferred = a.isClassInferred || b.isClassInferred;
  if (!isInferred || (a.traits | b.traits) !== (VIRTUAL | PHYSICAL)) return true;
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
