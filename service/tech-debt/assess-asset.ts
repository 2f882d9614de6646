import { fieldLabel } from '#shared/field-label.ts';
import type { AssetClass } from '#shared/statuses.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import type { AssetAssessment, Debt, NotChecked, ProductStanding } from './assessment.ts';
import { DEPENDENTS_MIN, dependentsOf, type Dependents, type PlainDependents } from './dependent-counts.ts';
import { hasOwner, type EngagementStatistics } from './engagement-statistics.ts';
import { valuesOf } from './evidence.ts';
import { hardwareDebts, isDatedHardware, isHardware } from './hardware-debts.ts';
import { isWhereItRuns, systemOfHost } from './hypervisor-host.ts';
import { sizeDebts } from './size-debts.ts';
import { declaredDebt, supportDebts } from './support-debts.ts';
import type { StandsOn } from './stands-on.ts';
import type { SupportLookup } from './support-lookup.ts';
import { treatmentOf } from './treatment.ts';

/** Classes that run an operating system, so that a missing one is worth saying. */
const WITH_SYSTEM: ReadonlySet<AssetClass> = new Set(['server', 'virtual_machine', 'desktop']);

export interface AssessmentBasis {
  /** The day assets are assessed for, ISO. */
  day: string;
  support: SupportLookup;
  statistics: EngagementStatistics;
  /** Of the assets that are assessed on it. */
  dependents: PlainDependents | null;
  /** The footing of each application and database, by asset. */
  standsOn: ReadonlyMap<string, StandsOn>;
}

/** An assessment, and how its operating system stands: null when no cell names one. */
export interface AssessedAsset {
  assessment: AssetAssessment;
  operatingSystem: ProductStanding | null;
}

/** Everything that is said of one asset. The same asset and basis give the same. */
export function assessAsset(asset: AssessedSubject, basis: AssessmentBasis): AssessedAsset {
  const ofHost = systemOfHost(asset, basis.support);
  const operatingSystem = ofHost ?? basis.support.operatingSystem(asset);
  const others = basis.support.otherProducts(asset).filter((one) => ofHost === null || one.field !== 'hypervisor');
  const products = operatingSystem === null ? others : [operatingSystem, ...others];
  const dependents = dependentsOf(basis.dependents, asset._id);
  const sizes = sizeDebts(asset, basis.statistics.sizes);
  const debts = [
    ...supportDebts(products.filter((one) => !isWhereItRuns(asset, one))),
    declaredDebt(asset, basis.day),
    singlePoint(dependents),
    ...hardwareDebts(asset, basis.day),
    missingOwner(asset, basis.statistics),
    ...sizes.debts,
  ].filter((debt) => debt !== null);
  const notChecked: NotChecked[] = [
    ...(operatingSystem === null && WITH_SYSTEM.has(asset.asset_class)
      ? [{ check: 'support' as const, reason: 'No cell names its operating system.' }]
      : []),
    ...sizes.notChecked,
    ...unasked(asset, basis, dependents),
  ];
  return {
    operatingSystem,
    assessment: {
      asset_id: asset._id,
      asset_name: asset.name,
      asset_class: asset.asset_class,
      products,
      debts,
      not_checked: notChecked,
      ...treatmentOf({
        asset,
        operatingSystem,
        others,
        dependents,
        standsOn: basis.standsOn.get(asset._id) ?? null,
        day: basis.day,
      }),
    },
  };
}

function unasked(asset: AssessedSubject, { statistics }: AssessmentBasis, dependents: Dependents | null): NotChecked[] {
  const found: NotChecked[] = [];
  if (statistics.withOwner === 0) found.push({ check: 'owner', reason: 'No asset of the engagement names an owner.' });
  if (dependents === null)
    found.push({ check: 'dependencies', reason: 'No dependencies are known in the engagement.' });
  if (isHardware(asset) && !isDatedHardware(asset))
    found.push({ check: 'hardware', reason: 'No cell dates the hardware or its warranty.' });
  return found;
}

function missingOwner(asset: AssessedSubject, { withOwner }: EngagementStatistics): Debt | null {
  if (withOwner === 0 || hasOwner(asset)) return null;
  const others = (['support_group', 'assigned_to'] as const).filter((field) => valuesOf(asset, field).length > 0);
  return {
    kind: 'missing_owner',
    severity: others.length === 0 ? 'warning' : 'info',
    product: null,
    message: `No business or technical owner is named${others.length === 0 ? '' : `, only ${others.map(fieldLabel).join(' and ')}`}.`,
    values: [],
    releases: [],
  };
}

function singlePoint(dependents: Dependents | null): Debt | null {
  if (dependents === null || dependents.count < DEPENDENTS_MIN || dependents.hasStandIn) return null;
  return {
    kind: 'single_point_of_failure',
    severity: 'warning',
    product: null,
    message: `${dependents.count} other assets lean on this one, and no cluster or backup in use is known to stand in for it.`,
    values: [],
    releases: [],
  };
}
