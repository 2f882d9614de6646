import type { AssetClass } from '#shared/statuses.ts';
import { isPhysical } from '../inventory/classify.ts';
import { isVirtualModel } from '../inventory/virtual-model.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import type { Debt } from './assessment.ts';
import { evidenceOfField, textOf, valuesOf } from './evidence.ts';
import { dayOf } from './support-debts.ts';

/** Hardware in use for longer counts as old, years: the usual span of depreciation and of vendors' standard support. */
const OLD_HARDWARE_YEARS = 5;

const HARDWARE: ReadonlySet<AssetClass> = new Set(['server', 'network_device', 'storage', 'desktop']);

/** Whether an asset is a thing one can touch; a server is, unless a cell says it is virtual or its model does. */
export function isHardware(asset: AssessedSubject): boolean {
  if (!HARDWARE.has(asset.asset_class)) return false;
  if (valuesOf(asset, 'is_virtual').some(({ value }) => value === true)) return false;
  const [maker] = valuesOf(asset, 'manufacturer');
  const isVirtual = valuesOf(asset, 'model').some(({ value }) => isVirtualModel(value, maker?.value));
  return !isVirtual || isPhysical(asset.asset_class, asset.class_rule);
}

export function hardwareDebts(asset: AssessedSubject, day: string): Debt[] {
  return isHardware(asset)
    ? [oldHardware(asset, day), expiredWarranty(asset, day)].filter((debt) => debt !== null)
    : [];
}

/** Whether any cell dates the hardware. */
export const isDatedHardware = (asset: AssessedSubject): boolean =>
  (['purchase_date', 'install_date', 'warranty_expiration'] as const).some(
    (field) => dayOf(textOf(asset, field)) !== null,
  );

function oldHardware(asset: AssessedSubject, day: string): Debt | null {
  const field = (['purchase_date', 'install_date'] as const).find((name) => dayOf(textOf(asset, name)) !== null);
  const since = field === undefined ? null : dayOf(textOf(asset, field));
  if (field === undefined || since === null) return null;
  const old = `${Number(day.slice(0, 4)) - OLD_HARDWARE_YEARS}${day.slice(4)}`;
  if (since >= old) return null;
  const verb = field === 'purchase_date' ? 'Bought' : 'Installed';
  return {
    kind: 'old_hardware',
    severity: 'info',
    product: null,
    message: `${verb} ${since}, more than ${OLD_HARDWARE_YEARS} years ago.`,
    values: evidenceOfField(asset, field),
    releases: [],
  };
}

function expiredWarranty(asset: AssessedSubject, day: string): Debt | null {
  const until = dayOf(textOf(asset, 'warranty_expiration'));
  if (until === null || until >= day) return null;
  return {
    kind: 'warranty_expired',
    severity: 'warning',
    product: null,
    message: `The warranty ended ${until}.`,
    values: evidenceOfField(asset, 'warranty_expiration'),
    releases: [],
  };
}
