import { readOperatingSystem } from '../cleansing/operating-system/operating-system.ts';
import type { AssetValue } from '../inventory/asset.ts';
import { isPhysical } from '../inventory/classify.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import type { ProductStanding } from './assessment.ts';
import { valuesOf } from './evidence.ts';
import { HYPERVISOR_FAMILIES } from './product-names.ts';
import type { SupportLookup } from './support-lookup.ts';

/** Whether its type says that it is there for the machines that run on it. */
export const isHypervisorHost = (asset: AssessedSubject): boolean => asset.class_rule === 'physical-hypervisor-host';

/** Whether a product is the asset's ground: the hypervisor, unless the asset is a physical one, which carries it. */
export const isWhereItRuns = (asset: AssessedSubject, { field }: Pick<ProductStanding, 'field'>): boolean =>
  field === 'hypervisor' && !isPhysical(asset.asset_class, asset.class_rule);

/**
 * The system of a physical machine without a cell for it, where a hypervisor is named: that is its system, and a version
 * beside it is the hypervisor's. Null where that does not hold.
 */
export function systemOfHost(asset: AssessedSubject, support: SupportLookup): ProductStanding | null {
  if (!isPhysical(asset.asset_class, asset.class_rule) || valuesOf(asset, 'operating_system').length > 0) return null;
  const names = valuesOf(asset, 'hypervisor').flatMap((value) => systemIn(value) ?? []);
  if (names.length === 0) return null;
  const standing = support.operatingSystem({ ...asset, values: { ...asset.values, operating_system: names } });
  if (standing === null) return null;
  const values = standing.values.map((value) =>
    value.field === 'operating_system' ? { ...value, field: 'hypervisor' } : value,
  );
  return { ...standing, field: 'hypervisor', values };
}

function systemIn(value: AssetValue): AssetValue | null {
  if (typeof value.value !== 'string') return null;
  const { system } = readOperatingSystem(value.value);
  return system.family !== null && HYPERVISOR_FAMILIES.has(system.family) ? { ...value, value: system } : null;
}
