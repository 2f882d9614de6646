import { isList } from '../cleansing/cleansed.ts';
import type { OperatingSystem } from '../cleansing/operating-system/os-reading.ts';
import type { AssetValue } from './asset.ts';
import { isMadeName } from './made-names.ts';

/** What of a version is left out where a text names less of it: `9` of `9.2`, `15` of `15 SP3`, `10` of `10 22H2`. */
const MORE_OF_A_VERSION = /^(?:\.\d| sp\d| \d{2}h\d)/;

/** vSphere's identifiers of systems it does not know: `otherGuest64`, `other5xLinux64Guest`, `other-64`. */
const ANY_GUEST = /^\s*other/i;

type Values = readonly AssetValue[];

const SYSTEMS: ReadonlySet<string> = new Set(['operating_system', 'os_version']);
const NAMES: ReadonlySet<string> = new Set(['asset_name', 'hostname', 'fqdn']);

/**
 * Whether values of a field say less than others do of the same thing, or were not read where the others were: then the
 * others count, whichever came later. Values that say something else are not weaker.
 */
export function areWeaker(field: string, values: Values, others: Values): boolean {
  if (NAMES.has(field)) return areMade(values, field) && !areMade(others, field);
  if (!SYSTEMS.has(field)) return false;
  const known = systemsOf(others);
  const systems = systemsOf(values);
  return systems.length > 0 && systems.every((system) => known.some((one) => isWeakerSystem(field, system, one)));
}

const areMade = (values: Values, field: string): boolean => values.every(({ raw }) => isMadeName(raw, field));

/** `isOutside`: a system that is recognised and has no family. */
type SaidSystem = OperatingSystem & { isOutside: boolean };

function systemsOf(values: Values): SaidSystem[] {
  return values.flatMap(({ value, rule, raw }) =>
    (isList(value) ? value : [value])
      .filter((one): one is OperatingSystem => typeof one === 'object' && 'family' in one)
      .map((one) => ({ ...one, isOutside: rule === 'os-outside' && !ANY_GUEST.test(raw) })),
  );
}

/** Of one family the first of version, edition and architecture that differs decides. A version needs no family. */
function isWeakerSystem(field: string, system: SaidSystem, known: SaidSystem): boolean {
  if (!isRead(field, system)) return isRead(field, known);
  if (system.isOutside || known.isOutside || system.family !== known.family) return false;
  if (system.version !== known.version) return isLessOfVersion(system.version, known.version);
  if (system.edition !== known.edition) return system.edition === null;
  return system.architecture === null && known.architecture !== null;
}

const isRead = (field: string, { family, version, isOutside }: SaidSystem): boolean =>
  family !== null || isOutside || (field === 'os_version' && version !== null);

function isLessOfVersion(version: string | null, known: string | null): boolean {
  if (known === null) return false;
  if (version === null) return true;
  const [less, more] = [version.toLowerCase(), known.toLowerCase()];
  if (less.split(' or ').length > 1 && less !== more) return less.split(' or ').includes(more);
  return more.startsWith(less) && MORE_OF_A_VERSION.test(more.slice(less.length));
}
